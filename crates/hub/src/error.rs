//! The one error of this room. Carries no path, no token and nothing from a peer.

use nabij_protocol::message::Refusal;

/// Why the hub cannot start, go on, or do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum HubError {
    /// The data folder cannot be made or written.
    #[error(
        "the data folder cannot be used ({0}): give a folder that this user may write, with --data"
    )]
    DataFolder(std::io::ErrorKind),
    /// Another hub process serves this data folder.
    #[error(
        "another nabij-hub is already running on this data folder: stop it first, or give another folder"
    )]
    DataInUse,
    /// The database file in the folder is not a hub's.
    #[error(
        "the file hub.db in the data folder is not a database of nabij-hub: give another folder, or put a backup back"
    )]
    ForeignData,
    /// The data was written by a newer version.
    #[error(
        "the data is of version {found}, this nabij-hub knows up to {known}: install a newer nabij-hub"
    )]
    NewerData {
        /// The version of the data.
        found: i64,
        /// The newest version known here.
        known: i64,
    },
    /// The address is taken.
    #[error(
        "the address is already in use: stop what listens there, or choose another with --listen"
    )]
    AddressInUse,
    /// Listening failed otherwise.
    #[error("listening failed ({0})")]
    Listen(std::io::ErrorKind),
    /// A file of the certificate cannot be read.
    #[error("the file given with {option} cannot be read ({kind})")]
    TlsFile {
        /// Which of the two options.
        option: &'static str,
        /// How reading failed.
        kind: std::io::ErrorKind,
    },
    /// The file holds no certificates.
    #[error(
        "the file given with --tls-cert holds no certificate that can be used: give the chain as PEM, the hub's own certificate first"
    )]
    TlsCertificate,
    /// The file holds no key.
    #[error(
        "the file given with --tls-key holds no private key that can be used: give it as PEM (PKCS #8, RSA or SEC 1), without a password"
    )]
    TlsKey,
    /// The key is not the certificate's.
    #[error(
        "the key given with --tls-key does not belong to the certificate given with --tls-cert"
    )]
    TlsMismatch,
    /// SQLite failed; the extended result code says how. Its message is left out: it may name a path.
    #[error("the database failed (SQLite code {code})")]
    Database {
        /// SQLite's extended result code, or zero when the fault lay before SQLite.
        code: i32,
    },
    /// PostgreSQL failed; the state says how. Its message is left out: it may hold what was asked.
    #[error("the database failed (PostgreSQL state {state})")]
    Postgres {
        /// The five letters of SQLSTATE.
        state: String,
    },
    /// What was given with `--store` is no address of a database.
    #[error(
        "the address of the store cannot be read: give postgres://USER:PASSWORD@HOST/DATABASE with --store"
    )]
    StoreAddress,
    /// PostgreSQL does not answer, or went away.
    #[error(
        "the PostgreSQL server cannot be reached: see that it runs, that the address after --store is right, and that this user may connect"
    )]
    StoreUnreachable,
    /// A backup is put back only where nothing is.
    #[error(
        "there is a hub in this store already: put the backup back into a new folder or a new database"
    )]
    StoreNotEmpty,
    /// The file of a backup cannot be written or read.
    #[error(
        "the backup file cannot be used ({0}): a new backup needs a name that is not taken yet"
    )]
    BackupFile(std::io::ErrorKind),
    /// The file is no backup of a hub.
    #[error("this file is not a backup of nabij-hub")]
    ForeignBackup,
    /// The backup was made by an older version.
    #[error(
        "the backup is of an older version: put the file into an empty folder as hub.db, run `nabij-hub status` on that folder, then make a backup of it"
    )]
    OlderBackup,
    /// A row in the database is not what this version wrote.
    #[error("the database holds a {0} that cannot be read")]
    Damaged(&'static str),
    /// The operating system gave no random bytes.
    #[error("the system gives no random bytes")]
    Randomness,
    /// A task of the hub ended before its answer.
    #[error("the hub is stopping")]
    Stopped,
}

impl HubError {
    /// The exit code of `nabij-hub`: 3 data folder unusable, 4 newer data, 5 address in use,
    /// 6 certificate unusable, 1 the rest.
    pub fn exit_code(&self) -> u8 {
        match self {
            HubError::DataFolder(_)
            | HubError::DataInUse
            | HubError::ForeignData
            | HubError::StoreAddress
            | HubError::StoreUnreachable => 3,
            HubError::NewerData { .. } => 4,
            HubError::AddressInUse => 5,
            HubError::TlsFile { .. }
            | HubError::TlsCertificate
            | HubError::TlsKey
            | HubError::TlsMismatch => 6,
            _ => 1,
        }
    }
}

impl From<rusqlite::Error> for HubError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => HubError::Database {
                code: failure.extended_code,
            },
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => HubError::Damaged("row"),
            _ => HubError::Database { code: 0 },
        }
    }
}

/// Why a laptop does not get what it asked: its own doing, or a fault of the hub.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Denied {
    /// The laptop is told this.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The laptop is told [`Refusal::CannotStore`]; the operator finds this in the log.
    #[error(transparent)]
    Fault(#[from] HubError),
}

impl From<rusqlite::Error> for Denied {
    fn from(error: rusqlite::Error) -> Self {
        Denied::Fault(error.into())
    }
}

impl From<Refusal> for Denied {
    fn from(refusal: Refusal) -> Self {
        Denied::Refused(refusal)
    }
}

impl Denied {
    /// What the laptop is told.
    pub(crate) fn refusal(&self) -> Refusal {
        match self {
            Denied::Refused(refusal) => *refusal,
            Denied::Fault(_) => Refusal::CannotStore,
        }
    }
}
