//! Where a hub keeps what it keeps.

use super::HubStore;
use super::postgres;
use super::sqlite;
use crate::HubError;
use std::path::PathBuf;
use std::str::FromStr;

/// A folder for SQLite, or a PostgreSQL database.
#[derive(Clone, PartialEq, Eq)]
pub enum StoreAt {
    /// A folder of this hub alone.
    Folder(PathBuf),
    /// The address of a database, `postgres://…`. It may hold a password.
    Postgres(String),
}

// Not derived: the address may hold a password.
impl std::fmt::Debug for StoreAt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            StoreAt::Folder(_) => "Folder(…)",
            StoreAt::Postgres(_) => "Postgres(…)",
        })
    }
}

impl FromStr for StoreAt {
    type Err = HubError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = ["postgres://", "postgresql://"];
        if known.iter().any(|scheme| text.starts_with(scheme)) {
            postgres::check_address(text)?;
            Ok(StoreAt::Postgres(text.to_owned()))
        } else {
            Err(HubError::StoreAddress)
        }
    }
}

/// Opens a store, and makes what is not there yet.
///
/// # Errors
/// [`HubError::DataFolder`], [`HubError::ForeignData`], [`HubError::NewerData`],
/// [`HubError::StoreAddress`]; a fault of the database.
pub(crate) fn open(at: &StoreAt) -> Result<Box<dyn HubStore>, HubError> {
    match at {
        StoreAt::Folder(data) => Ok(Box::new(sqlite::open(data)?)),
        StoreAt::Postgres(address) => Ok(Box::new(postgres::open(address)?)),
    }
}

/// Works on a thread of its own and waits for it: what talks to PostgreSQL waits on a runtime of its own,
/// which a thread of another runtime may not do.
pub(crate) fn aside<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| match scope.spawn(work).join() {
        Ok(done) => done,
        Err(panic) => std::panic::resume_unwind(panic),
    })
}
