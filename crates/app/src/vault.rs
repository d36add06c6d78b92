//! Making, opening and closing the vault of this laptop.

use crate::App;
use crate::error::Error;
use crate::home::Home;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::passphrase::{Tries, require_acceptable};
use nabij_keys::{KeyFile, system_rng};
use nabij_store::Store;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::time::Duration;
use ts_rs::TS;
use zeroize::Zeroizing;

/// Whether there is a vault and whether it is open.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VaultState {
    /// In a word.
    pub state: VaultStanding,
    /// How many seconds the next try has to wait.
    #[ts(type = "number")]
    pub wait_seconds: u64,
    /// The format in which this version writes.
    pub format_version: u32,
}

/// In a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum VaultStanding {
    /// There is none.
    Missing,
    /// There is one; it needs the passphrase.
    Locked,
    /// It is open.
    Unlocked,
}

/// Makes the vault.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CreateVault {
    /// The passphrase; refused when weak.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
}

/// Opens the vault.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UnlockVault {
    /// The passphrase.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
}

/// Changes the passphrase.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangePassphrase {
    /// The passphrase as it is.
    #[ts(type = "string")]
    pub current: Zeroizing<String>,
    /// The passphrase as it shall be; refused when weak.
    #[ts(type = "string")]
    pub next: Zeroizing<String>,
}

pub(crate) fn vault_state(app: &App, _: Empty, _: &Origin) -> Result<VaultState, Error> {
    let home = app.home();
    let state = if app.vault_if_open().is_some() {
        VaultStanding::Unlocked
    } else if Home::read(&home.key_file())?.is_some() {
        VaultStanding::Locked
    } else {
        VaultStanding::Missing
    };
    Ok(VaultState {
        state,
        wait_seconds: Tries::read(home).wait_seconds(app.now()),
        format_version: nabij_store::FORMAT_VERSION,
    })
}

pub(crate) fn create_vault(
    app: &App,
    request: CreateVault,
    origin: &Origin,
) -> Result<VaultState, Error> {
    require_acceptable(&request.passphrase)?;
    let home = app.home();
    let taken = home.take()?;
    if Home::read(&home.key_file())?.is_some() {
        return Err(Error::AlreadyExists);
    }
    home.set_aside_database()?;
    let (key_file, key) = KeyFile::create(&request.passphrase, app.cost(), &mut system_rng())?;
    let store = Store::create(&home.database(), key.expose())?;
    let vault = OpenVault::first(store, taken)?;
    // Last, because a key file is what makes a vault: cut off before this, there is none.
    home.replace(&home.key_file(), &key_file.to_bytes())?;
    enter(app, vault, origin)
}

pub(crate) fn unlock_vault(
    app: &App,
    request: UnlockVault,
    origin: &Origin,
) -> Result<VaultState, Error> {
    if app.vault_if_open().is_some() {
        return vault_state(app, Empty {}, origin);
    }
    let home = app.home();
    let bytes = Home::read(&home.key_file())?.ok_or(Error::NotFound)?;
    let key_file = KeyFile::from_bytes(&bytes)?;
    let tries = Tries::read(home);
    let wait_seconds = tries.wait_seconds(app.now());
    if wait_seconds > 0 {
        return Err(Error::TooManyTries { wait_seconds });
    }
    let taken = home.take()?;
    let key = match key_file.open(&request.passphrase) {
        Err(nabij_keys::Error::WrongPassphrase) => {
            // A folder that cannot be written to must not make a wrong passphrase look like something else.
            let _ = tries.failed(home, app.now());
            return Err(nabij_keys::Error::WrongPassphrase.into());
        }
        other => other?,
    };
    if !home.database().exists() {
        return Err(Error::Damaged);
    }
    let vault = OpenVault::again(Store::open(&home.database(), key.expose())?, taken)?;
    let _ = Tries::forget(home);
    enter(app, vault, origin)
}

fn enter(app: &App, vault: OpenVault, origin: &Origin) -> Result<VaultState, Error> {
    if vault.store.needs_rebuild()? {
        crate::check::rebuild(app, &vault)?;
    }
    // Reading must be possible on a full disk: then nothing can be written either.
    if let Err(error) = crate::incarnation::look(app, &vault) {
        tracing::warn!(%error, "the vault's marker could not be looked at");
    }
    app.put_vault(Some(vault));
    // Reading must be possible on a full disk; upkeep is tried again with the next page and the next unlock.
    if let Err(error) = crate::spaces::upkeep(app) {
        tracing::warn!(%error, "upkeep was put off");
    }
    // A check-in may have been missed while this laptop was off.
    if let Some(vault) = app.vault_if_open()
        && let Err(error) = crate::check_in::look(app, &vault)
    {
        tracing::warn!(%error, "a missed check-in could not be written");
    }
    app.sync().wake();
    app.announce(["vault", "team", "sync"], origin);
    vault_state(app, Empty {}, origin)
}

pub(crate) fn lock_vault(app: &App, _: Empty, origin: &Origin) -> Result<VaultState, Error> {
    let closing = app.vault_if_open().map(|vault| Arc::downgrade(&vault));
    // First away, then told: the thread that shares must not find it once more and stay with it.
    app.put_vault(None);
    app.sync().leave_vault();
    // The connection holds the vault, and with it the folder, until it has left: wait for that, so that who
    // unlocks at once does not find the folder in use.
    for _ in 0..200 {
        if closing
            .as_ref()
            .is_none_or(|vault| vault.strong_count() == 0)
        {
            break;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    app.announce(["vault", "sync"], origin);
    vault_state(app, Empty {}, origin)
}

pub(crate) fn change_passphrase(
    app: &App,
    request: ChangePassphrase,
    _: &Origin,
) -> Result<Empty, Error> {
    app.vault()?;
    require_acceptable(&request.next).map_err(|_| Error::Invalid("next"))?;
    let home = app.home();
    let bytes = Home::read(&home.key_file())?.ok_or(Error::Damaged)?;
    let key_file = KeyFile::from_bytes(&bytes)?.rewrap(
        &request.current,
        &request.next,
        app.cost(),
        &mut system_rng(),
    )?;
    home.replace(&home.key_file(), &key_file.to_bytes())?;
    Ok(Empty {})
}
