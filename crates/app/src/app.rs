//! One person's Nabij: a folder, a vault that is open or not, and everybody who listens.

use crate::clock::Clock;
use crate::error::Error;
use crate::failure::Failure;
use crate::home::Home;
use crate::import::Progress;
use crate::incarnation::Markers;
use crate::ipc::{self, Origin};
use crate::nearby::NearbyRoom;
use crate::open_vault::OpenVault;
use crate::sync::SyncRoom;
use crate::topics::{Changed, Listeners};
use nabij_keys::Cost;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// The handle that windows, command lines and tests share. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    home: Home,
    markers: Markers,
    clock: Clock,
    cost: Cost,
    vault: Mutex<Option<Arc<OpenVault>>>,
    listeners: Listeners,
    sync: SyncRoom,
    nearby: NearbyRoom,
    import_progress: Progress,
    share_progress: Progress,
}

impl App {
    /// Takes `home` as the folder of this Nabij. Touches nothing on disk.
    pub fn open(home: PathBuf, clock: Clock) -> App {
        App::with_cost(home, markers_of_this_user(), clock, Cost::standard())
    }

    /// As [`App::open`], with another cost for new passphrases: tests make hundreds of vaults.
    /// `markers`: the folder outside `home` by which a vault that was put back or copied is recognised.
    pub fn with_cost(home: PathBuf, markers: PathBuf, clock: Clock, cost: Cost) -> App {
        App(Arc::new(Inner {
            home: Home::new(home),
            markers: Markers::new(markers),
            clock,
            cost,
            vault: Mutex::new(None),
            listeners: Listeners::default(),
            sync: SyncRoom::default(),
            nearby: NearbyRoom::default(),
            import_progress: Progress::default(),
            share_progress: Progress::default(),
        }))
    }

    /// Carries out the command `name`; see [`crate::ipc`]. Blocks; call it on a thread that may.
    ///
    /// # Errors
    /// A [`Failure`] with a code for the interface and an incident for the log.
    pub fn call(
        &self,
        name: &str,
        request: serde_json::Value,
        origin: Option<&str>,
    ) -> Result<serde_json::Value, Failure> {
        ipc::route(self, name, request, &Origin(origin.map(str::to_owned)))
            .map_err(|error| Failure::of(&error))
    }

    /// Tells from now on what changes.
    pub fn subscribe(&self) -> std::sync::mpsc::Receiver<Changed> {
        self.0.listeners.subscribe()
    }

    /// Shares by itself from now on, whenever a vault is open and has a hub.
    pub fn start_sync(&self) {
        crate::sync::start(self);
    }

    /// Stops sharing and closes the vault.
    pub fn close(&self) {
        self.0.sync.stop();
        self.put_vault(None);
        self.0.sync.wait_for_end();
    }

    pub(crate) fn home(&self) -> &Home {
        &self.0.home
    }

    pub(crate) fn markers(&self) -> &Markers {
        &self.0.markers
    }

    pub(crate) fn now(&self) -> i64 {
        self.0.clock.now()
    }

    pub(crate) fn cost(&self) -> Cost {
        self.0.cost
    }

    pub(crate) fn sync(&self) -> &SyncRoom {
        &self.0.sync
    }

    pub(crate) fn nearby(&self) -> &NearbyRoom {
        &self.0.nearby
    }

    pub(crate) fn import_progress(&self) -> &Progress {
        &self.0.import_progress
    }

    /// How far a share file is that is being written or taken in.
    pub(crate) fn share_progress(&self) -> &Progress {
        &self.0.share_progress
    }

    /// The open vault.
    pub(crate) fn vault(&self) -> Result<Arc<OpenVault>, Error> {
        self.vault_if_open().ok_or(Error::Locked)
    }

    pub(crate) fn vault_if_open(&self) -> Option<Arc<OpenVault>> {
        self.0
            .vault
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(crate) fn put_vault(&self, vault: Option<OpenVault>) {
        *self.0.vault.lock().unwrap_or_else(PoisonError::into_inner) = vault.map(Arc::new);
    }

    pub(crate) fn announce<T: Into<String>>(
        &self,
        topics: impl IntoIterator<Item = T>,
        origin: &Origin,
    ) {
        self.0.listeners.announce(&Changed {
            topics: topics.into_iter().map(Into::into).collect(),
            origin: origin.0.clone(),
        });
    }
}

/// Where the operating system keeps what a user's programs remember and no backup needs.
fn markers_of_this_user() -> PathBuf {
    dirs::state_dir()
        .or_else(dirs::data_local_dir)
        .unwrap_or_else(std::env::temp_dir)
        .join("nabij")
        .join("vaults")
}
