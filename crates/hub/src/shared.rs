//! What all connections share.

use crate::error::Denied;
use crate::keeper::Keeper;
use crate::store::Identity;
use crate::{Clock, HubError};
use nabij_protocol::id::Millis;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{Semaphore, watch};

/// The most connections at once, of all teams together.
pub(crate) const SEATS: usize = 1024;

/// One running hub.
pub(crate) struct Shared {
    keeper: Arc<Mutex<Keeper>>,
    identity: Identity,
    clock: Clock,
    connections: AtomicU64,
    /// One permit for each connection.
    pub(crate) seats: Arc<Semaphore>,
    /// Becomes true when the hub stops.
    pub(crate) stopping: watch::Sender<bool>,
}

impl Shared {
    /// Around an opened data folder.
    pub(crate) fn new(keeper: Keeper, identity: Identity, clock: Clock) -> Shared {
        Shared {
            keeper: Arc::new(Mutex::new(keeper)),
            identity,
            clock,
            connections: AtomicU64::new(1),
            seats: Arc::new(Semaphore::new(SEATS)),
            stopping: watch::Sender::new(false),
        }
    }

    /// The hub's keys.
    pub(crate) fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The hub's clock.
    pub(crate) fn now(&self) -> Millis {
        (self.clock)()
    }

    /// A number that no other connection of this process has.
    pub(crate) fn next_connection(&self) -> u64 {
        self.connections.fetch_add(1, Ordering::Relaxed)
    }

    /// Works on the keeper on the caller's thread.
    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut Keeper) -> T) -> T {
        work(&mut self.keeper.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Works on the keeper, on a thread where waiting for the disk holds nobody else up.
    ///
    /// # Errors
    /// Whatever the work answers; [`HubError::Stopped`] when it could not be finished.
    pub(crate) async fn keep<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Keeper) -> Result<T, Denied> + Send + 'static,
    ) -> Result<T, Denied> {
        let keeper = Arc::clone(&self.keeper);
        // A panic in earlier work has dropped its transaction and changed nothing else: the keeper
        // alters its memory only after the commit. So it may go on.
        tokio::task::spawn_blocking(move || {
            work(&mut keeper.lock().unwrap_or_else(PoisonError::into_inner))
        })
        .await
        .unwrap_or(Err(Denied::Fault(HubError::Stopped)))
    }
}
