//! What can be typed after `nabij-hub`.

use clap::{Args, Parser, Subcommand, ValueEnum};
use nabij_hub::{Size, StoreAt};
use std::net::SocketAddr;
use std::path::PathBuf;

/// The hub of Nabij: keeps what the laptops of a team share, and forwards it. It holds sealed bytes
/// only and cannot read them.
#[derive(Debug, Parser)]
#[command(name = "nabij-hub", version, after_help = EXIT_CODES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 well, 1 a fault (also one that check found), 2 wrong usage, \
3 the data folder or the database cannot be used, 4 the data is of a newer version, 5 the address is in use, \
6 the certificate or its key cannot be used.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serve laptops until Ctrl+C or SIGTERM.
    ///
    /// The first team that comes is admitted; every further one needs a token from `nabij-hub admit`.
    /// Laptops connect to ws://ADDRESS, or to wss://ADDRESS with --tls-cert and --tls-key. For use beyond
    /// one machine give those, or put a reverse proxy with TLS before it. A monitor asks ADDRESS/health.
    Serve(Serve),
    /// Print a token that admits one further team, once, within seven days.
    ///
    /// Only a hash of it is kept. The hub may be running.
    Admit {
        #[command(flatten)]
        at: Where,
    },
    /// Print how many teams the hub serves and how much it holds of each. The hub may be running.
    Status {
        #[command(flatten)]
        at: Where,
    },
    /// Verify every log: its chain of hashes, its signatures, its last number.
    ///
    /// Prints what was verified and each fault; ends with 1 if there is one. The hub may be running.
    Check {
        #[command(flatten)]
        at: Where,
    },
    /// Write everything into a new file. The hub may be running.
    ///
    /// The file holds the hub's secret keys: keep it as safe as the hub. It is the same kind of file
    /// for both stores, so it also moves a hub from one to the other.
    Backup {
        #[command(flatten)]
        at: Where,
        /// The file to write; it must not be there yet.
        file: PathBuf,
    },
    /// Put a backup back into a new folder or an empty database.
    Restore {
        #[command(flatten)]
        at: Where,
        /// A file that `nabij-hub backup` wrote.
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    /// Address and port to listen on; port 0 picks a free one.
    #[arg(long, default_value = "127.0.0.1:8787", env = "NABIJ_HUB_LISTEN")]
    pub(crate) listen: SocketAddr,
    #[command(flatten)]
    pub(crate) at: Where,
    /// Speak TLS with this certificate: PEM, the hub's own first, then the chain.
    ///
    /// Both files are read anew when they change; no restart and no signal is needed.
    #[arg(
        long,
        value_name = "FILE",
        requires = "tls_key",
        env = "NABIJ_HUB_TLS_CERT"
    )]
    pub(crate) tls_cert: Option<PathBuf>,
    /// The certificate's private key: PEM, without a password.
    #[arg(
        long,
        value_name = "FILE",
        requires = "tls_cert",
        env = "NABIJ_HUB_TLS_KEY"
    )]
    pub(crate) tls_key: Option<PathBuf>,
    /// How much one team may keep here, such as 500MiB or 2GiB. Without it there is no limit.
    ///
    /// What is beyond it stays on the laptops, which say so. Who may what always gets through.
    #[arg(long, value_name = "SIZE", env = "NABIJ_HUB_QUOTA")]
    pub(crate) quota: Option<Size>,
    /// Also serve http://ADDRESS/metrics for Prometheus, always without TLS. Choose an address that is not public.
    #[arg(long, value_name = "ADDRESS", env = "NABIJ_HUB_METRICS")]
    pub(crate) metrics: Option<SocketAddr>,
    /// How log lines look on standard error. They hold no content, no names and no addresses.
    #[arg(long, value_enum, default_value_t = Log::Text)]
    pub(crate) log: Log,
}

/// Where the hub keeps what it keeps: one of the two.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub(crate) struct Where {
    /// The folder with the hub's data; made if it is not there.
    #[arg(long, env = "NABIJ_HUB_DATA")]
    data: Option<PathBuf>,
    /// A PostgreSQL database, postgres://USER:PASSWORD@HOST/DATABASE, for any number of hubs at once.
    ///
    /// Whoever lists processes sees what is typed: an address with a password goes into the variable.
    #[arg(long, env = "NABIJ_HUB_STORE", hide_env_values = true)]
    store: Option<StoreAt>,
}

impl Where {
    /// As the library wants it.
    pub(crate) fn store(self) -> StoreAt {
        match (self.store, self.data) {
            (Some(store), _) => store,
            // One of the two is there: clap has seen to it.
            (None, data) => StoreAt::Folder(data.unwrap_or_default()),
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Log {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}
