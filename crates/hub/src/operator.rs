//! What an operator asks of a store, whether a hub runs over it or not.

use crate::HubError;
use crate::store::{self, StoreAt, TOKEN_DAYS, Tally, Token};
use nabij_protocol::id::Millis;
use std::path::Path;

/// Makes a token that admits one further team within [`token_days`] days. The hub may be running.
///
/// # Errors
/// As [`crate::Hub::over`], except that a folder may be in use.
pub fn admit(at: &StoreAt, now: Millis) -> Result<String, HubError> {
    let token = Token::random()?;
    store::aside(|| store::open(at)?.add_token(&token, now))?;
    Ok(token.show().to_owned())
}

/// How many days a token of [`admit`] is valid.
pub fn token_days() -> i64 {
    TOKEN_DAYS
}

/// Every team in the store, and how much is kept of it. The hub may be running.
///
/// # Errors
/// As [`admit`].
pub fn status(at: &StoreAt) -> Result<Vec<Tally>, HubError> {
    store::aside(|| store::open(at)?.tallies())
}

/// Writes all of the store, as it is at one moment, into a new file. The hub may be running. The file holds
/// the hub's secret keys; only this user may read it.
///
/// # Errors
/// As [`admit`]; [`HubError::BackupFile`].
pub fn back_up(at: &StoreAt, file: &Path) -> Result<(), HubError> {
    store::aside(|| {
        let mut store = store::open(at)?;
        // Never a file that looks like a backup and is half of one.
        let mut unfinished = file.as_os_str().to_owned();
        unfinished.push(".unfinished");
        let unfinished = Path::new(&unfinished);
        if file.exists() {
            return Err(HubError::BackupFile(std::io::ErrorKind::AlreadyExists));
        }
        let done = store.back_up(unfinished).and_then(|()| {
            std::fs::rename(unfinished, file).map_err(|error| HubError::BackupFile(error.kind()))
        });
        let taken = matches!(
            done,
            Err(HubError::BackupFile(std::io::ErrorKind::AlreadyExists))
        );
        if done.is_err() && !taken {
            // What is left of it is of no use; the error that matters is the first.
            let _ = std::fs::remove_file(unfinished);
        }
        done
    })
}

/// Takes all of a backup into a store that has nothing yet. No hub may run over it.
///
/// # Errors
/// As [`crate::Hub::over`]; [`HubError::StoreNotEmpty`], [`HubError::BackupFile`],
/// [`HubError::ForeignBackup`], [`HubError::OlderBackup`].
pub fn restore(at: &StoreAt, file: &Path) -> Result<(), HubError> {
    let _lock = crate::lock(at)?;
    store::aside(|| store::open(at)?.restore(file))
}
