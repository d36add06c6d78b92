//! The hub as a program. Exit codes: 0 well, 1 a fault, 2 wrong usage, 3 data folder unusable, 4 data of a
//! newer version, 5 address in use.

use clap::{Parser, Subcommand, ValueEnum};
use nabij_hub::{Hub, HubError, bind, system_clock};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

/// The hub of Nabij: keeps what the laptops of a team share, and forwards it. It holds sealed bytes
/// only and cannot read them.
#[derive(Debug, Parser)]
#[command(name = "nabij-hub", version, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

const EXIT_CODES: &str = "Exit codes: 0 well, 1 a fault, 2 wrong usage, 3 the data folder cannot be used, \
4 the data is of a newer version, 5 the address is in use.";

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve laptops until Ctrl+C or SIGTERM.
    ///
    /// The first team that comes is admitted; every further one needs a token from `nabij-hub admit`.
    /// Laptops connect to ws://ADDRESS. Put a reverse proxy with TLS before it for use beyond one
    /// machine, and let a monitor ask http://ADDRESS/health.
    Serve {
        /// Address and port to listen on; port 0 picks a free one.
        #[arg(long, default_value = "127.0.0.1:8787", env = "NABIJ_HUB_LISTEN")]
        listen: SocketAddr,
        /// The folder with the hub's data; made if it is not there. Back this folder up.
        #[arg(long, env = "NABIJ_HUB_DATA")]
        data: PathBuf,
        /// How log lines look on standard error. They hold no content, no names and no addresses.
        #[arg(long, value_enum, default_value_t = Log::Text)]
        log: Log,
    },
    /// Print a token that admits one further team, once, within seven days.
    ///
    /// Only a hash of it is kept. The hub may be running.
    Admit {
        /// The folder with the hub's data.
        #[arg(long, env = "NABIJ_HUB_DATA")]
        data: PathBuf,
    },
    /// Print how many teams the hub serves and how many entries it holds.
    Status {
        /// The folder with the hub's data.
        #[arg(long, env = "NABIJ_HUB_DATA")]
        data: PathBuf,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Log {
    /// For people.
    Text,
    /// One JSON object a line.
    Json,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Serve { listen, data, log } => serve(listen, &data, log),
        Command::Admit { data } => nabij_hub::admit(&data, system_clock()()).map(|token| {
            println!("{token}");
            eprintln!(
                "Admits one team, once, within {} days.",
                nabij_hub::token_days()
            );
        }),
        Command::Status { data } => nabij_hub::status(&data).map(|(teams, entries)| {
            println!("teams: {teams}\nentries: {entries}");
        }),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("nabij-hub: {error}");
            ExitCode::from(error.exit_code())
        }
    }
}

#[tokio::main]
async fn serve(listen: SocketAddr, data: &std::path::Path, log: Log) -> Result<(), HubError> {
    // Only our own lines: what libraries would say about their peers is not for a log.
    let subscriber = tracing_subscriber::fmt()
        .with_env_filter("nabij_hub=info")
        .with_writer(std::io::stderr)
        .with_ansi(false);
    match log {
        Log::Text => subscriber.init(),
        Log::Json => subscriber.json().init(),
    }
    let stop = stop_signal().map_err(|error| HubError::Listen(error.kind()))?;
    let hub = Hub::open(data, system_clock())?;
    let listener = bind(listen).await?;
    let address = listener
        .local_addr()
        .map_err(|error| HubError::Listen(error.kind()))?;
    // The first line on standard output, for people and for scripts that chose port 0.
    println!(
        "nabij-hub {} listens on ws://{address}",
        env!("CARGO_PKG_VERSION")
    );
    tracing::info!(hub = %hub.id(), "started");
    hub.serve(listener, stop).await
}

/// Ctrl+C, or what a service manager sends.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (
        signal(SignalKind::interrupt())?,
        signal(SignalKind::terminate())?,
    );
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Ctrl+C.
#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
