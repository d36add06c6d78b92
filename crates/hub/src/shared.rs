//! What all connections share.

use crate::error::Denied;
use crate::keeper::Keeper;
use crate::metrics::Metrics;
use crate::store::Identity;
use crate::{Clock, HubError};
use nabij_protocol::id::Millis;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;
use tokio::sync::{Semaphore, watch};

/// The most connections of one process at once, of all teams together.
pub(crate) const SEATS: usize = 1024;

/// One running hub.
pub(crate) struct Shared {
    keeper: Arc<Mutex<Keeper>>,
    identity: Identity,
    clock: Clock,
    connections: AtomicU64,
    /// What is counted.
    pub(crate) metrics: Arc<Metrics>,
    /// One permit for each connection.
    pub(crate) seats: Arc<Semaphore>,
    /// Becomes true when the hub stops.
    pub(crate) stopping: watch::Sender<bool>,
}

impl Shared {
    /// Around an opened store.
    pub(crate) fn new(keeper: Keeper, identity: Identity, clock: Clock) -> Shared {
        Shared {
            metrics: Arc::clone(keeper.metrics()),
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

    /// How many connections there are.
    pub(crate) fn connections(&self) -> usize {
        SEATS.saturating_sub(self.seats.available_permits())
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
        let (keeper, metrics) = (Arc::clone(&self.keeper), Arc::clone(&self.metrics));
        // A panic in earlier work has dropped its transaction and changed nothing else: the keeper
        // alters its memory only after the commit. So it may go on.
        tokio::task::spawn_blocking(move || {
            let mut keeper = keeper.lock().unwrap_or_else(PoisonError::into_inner);
            let begun = Instant::now();
            let done = work(&mut keeper);
            metrics.worked(begun.elapsed());
            done
        })
        .await
        .unwrap_or(Err(Denied::Fault(HubError::Stopped)))
    }
}
