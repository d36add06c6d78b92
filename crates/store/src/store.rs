//! The open file: one connection that writes, one that only reads.

use crate::error::Error;
use crate::opening::{self, OpenError};
use crate::{meta, receipts};
use nabij_protocol::id::{DeviceId, SigningPublic};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use zeroize::Zeroizing;

/// The encrypted file, open. Calls block; share it between threads as it is.
///
/// Everything that writes does so in one transaction that is synced to the disk before the call returns.
pub struct Store {
    path: PathBuf,
    key: Zeroizing<[u8; 32]>,
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store")
    }
}

impl Store {
    /// Makes a new file at `path`, encrypted with `key` (random bytes, used as they are), and opens it.
    ///
    /// # Errors
    /// [`OpenError::AlreadyExists`] for whatever stands there already; nothing is overwritten.
    pub fn create(path: &Path, key: &[u8; 32]) -> Result<Store, OpenError> {
        opening::create(path, key)?;
        Store::open(path, key)
    }

    /// Opens the file at `path`.
    ///
    /// # Errors
    /// See [`OpenError`]. A file that is not opened is left as it was.
    pub fn open(path: &Path, key: &[u8; 32]) -> Result<Store, OpenError> {
        let writer = opening::open(path, key)?;
        let reader = opening::reader(path, key)?;
        Ok(Store {
            path: path.to_owned(),
            key: Zeroizing::new(*key),
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
        })
    }

    /// Names this laptop's device: logs of it, of any incarnation, are our own from now on and count as not
    /// shared until a receipt covers them. To be called before the first own entry.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn set_device(&self, device: &DeviceId) -> Result<(), Error> {
        // Opening a full or read-only disk for reading must not fail on saying what is known.
        if self.read(meta::device)? == Some(*device) {
            return Ok(());
        }
        self.write(|tx| {
            meta::set_device(tx, device)?;
            tx.execute("UPDATE log SET own = (device = ?1)", [&device.0])?;
            receipts::recount(tx)
        })
    }

    /// Names the hub whose receipts make an item "shared"; `None`: nobody's do, until a hub has been met. With
    /// another hub, what only the old one has waits again.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn follow_hub(&self, signer: Option<&SigningPublic>) -> Result<(), Error> {
        self.move_to_hub(signer, &[])
    }

    /// As [`Store::follow_hub`], with the settings that belong to it: a laptop that has the one without the other
    /// counts the receipts of a hub that it does not speak to, or none.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn move_to_hub(
        &self,
        signer: Option<&SigningPublic>,
        settings: &[(&str, Option<&str>)],
    ) -> Result<(), Error> {
        self.write(|tx| {
            meta::set_hub(tx, signer)?;
            receipts::recount(tx)?;
            crate::setting::put(tx, settings)
        })
    }

    /// By how many pages the file may still grow; none: as the disk allows. SQLite then refuses as it does on a
    /// full disk, in the middle of whatever is written. Only for tests of full disks.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn limit_growth(&self, pages: Option<u32>) -> Result<(), Error> {
        let connection = held(&self.writer);
        let limit = match pages {
            Some(pages) => {
                let now: u32 =
                    connection.pragma_query_value(None, "page_count", |row| row.get(0))?;
                now.saturating_add(pages)
            }
            None => u32::MAX - 1,
        };
        // It answers with what holds from now on.
        let sql = format!("PRAGMA max_page_count = {limit}");
        Ok(connection.query_row(&sql, [], |_| Ok(()))?)
    }

    /// Runs `work` in one transaction, durable when this returns `Ok`, without a trace otherwise.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut connection = held(&self.writer);
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let answer = work(&tx)?;
        tx.commit()?;
        Ok(answer)
    }

    /// Runs `work` in a transaction that is always undone: to see what would be.
    pub(crate) fn attempt<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut connection = held(&self.writer);
        let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let answer = work(&tx)?;
        tx.rollback()?;
        Ok(answer)
    }

    /// Runs `work` on one consistent state of the file.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut connection = held(&self.reader);
        let tx = connection.transaction()?;
        work(&tx)
    }

    /// As [`Store::read`], for a few rows on the way of a write: by the connection that writes, if it rests. Its pages
    /// are in memory; the other one reads and opens them anew after each write.
    pub(crate) fn glance<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let mut connection = match self.writer.try_lock() {
            Ok(connection) => connection,
            Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
            Err(TryLockError::WouldBlock) => held(&self.reader),
        };
        let tx = connection.transaction()?;
        work(&tx)
    }

    /// A connection of its own, for checks that may leave one unusable.
    pub(crate) fn fresh_connection(&self) -> Result<Connection, OpenError> {
        opening::reader(&self.path, &self.key)
    }
}

/// A panic in another thread has rolled its transaction back, so the connection is as good as before.
fn held(connection: &Mutex<Connection>) -> MutexGuard<'_, Connection> {
    connection.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
