//! The self-hosted hub: keeps and forwards what it cannot read.
//!
//! It knows laptops, members and spaces as ids, evaluates the same roster as the laptops do, checks
//! signatures and chains, and stores sealed bytes. It links no room that could open them.

mod by_hand;
mod certificate;
mod check;
mod connection;
mod conversation;
mod error;
mod http;
mod keeper;
mod limits;
mod listening;
mod metrics;
mod operator;
mod polled;
mod shared;
mod size;
mod store;
mod tls;

pub use by_hand::{ByHand, Messages};
pub use certificate::Certificate;
pub use check::{Checked, Fault, check};
pub use error::HubError;
pub use operator::{admit, back_up, restore, status, token_days};
pub use size::Size;
pub use store::{StoreAt, Tally};

use futures_util::FutureExt as _;
use keeper::Keeper;
use metrics::Metrics;
use nabij_protocol::id::{HubId, Millis};
use shared::{SEATS, Shared};
use std::future::Future;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use store::Identity;
use tls::TlsListener;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// What tells the time.
pub type Clock = Arc<dyn Fn() -> Millis + Send + Sync>;

/// How long a stopping hub waits for its connections.
const PARTING: Duration = Duration::from_secs(5);

/// A hub with its store open; a data folder is locked against a second hub.
pub struct Hub {
    shared: Arc<Shared>,
    /// With which it speaks TLS, if it does.
    certificate: Option<Arc<Certificate>>,
    // Held as long as the hub lives: the lock goes with the file.
    _lock: Option<std::fs::File>,
}

impl Hub {
    /// Opens the data folder, making it if it is not there.
    ///
    /// # Errors
    /// [`HubError::DataFolder`], [`HubError::DataInUse`], [`HubError::ForeignData`],
    /// [`HubError::NewerData`], [`HubError::Database`].
    pub fn open(data: &Path, clock: Clock) -> Result<Hub, HubError> {
        Hub::over(&StoreAt::Folder(data.to_owned()), None, clock)
    }

    /// Opens a store; `quota`: about how many bytes the entries of one team may take.
    ///
    /// # Errors
    /// As [`Hub::open`]; [`HubError::StoreAddress`], [`HubError::StoreUnreachable`],
    /// [`HubError::Postgres`].
    pub fn over(at: &StoreAt, quota: Option<u64>, clock: Clock) -> Result<Hub, HubError> {
        // Before anything is migrated: the file may be a running hub's.
        let lock = lock(at)?;
        let now = clock();
        let (store, identity) = store::aside(|| {
            let mut store = store::open(at)?;
            let identity = Identity::of(store.as_mut(), now)?;
            Ok::<_, HubError>((store, identity))
        })?;
        let ear = store.ear()?;
        let keeper = Keeper::new(store, quota, Arc::new(Metrics::default()));
        let shared = Arc::new(Shared::new(keeper, identity, clock));
        if let Some(ear) = ear {
            listening::start(ear, Arc::downgrade(&shared));
        }
        Ok(Hub {
            shared,
            certificate: None,
            _lock: lock,
        })
    }

    /// The hub that speaks TLS itself, with this certificate.
    pub fn with_certificate(self, certificate: Certificate) -> Hub {
        Hub {
            certificate: Some(Arc::new(certificate)),
            ..self
        }
    }

    /// The id that laptops pin: a hash of the hub's signing key.
    pub fn id(&self) -> HubId {
        self.shared.identity().id()
    }

    /// Serves until `shutdown` is done, then says goodbye to every laptop and leaves the data in one file.
    ///
    /// # Errors
    /// [`HubError::Listen`] when the listener breaks, [`HubError::Database`].
    pub async fn serve(
        self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), HubError> {
        let shared = Arc::clone(&self.shared);
        let stop = async move {
            shutdown.await;
            shared.stopping.send_replace(true);
        };
        let router = http::router(Arc::clone(&self.shared));
        let serving = match self.certificate {
            None => axum::serve(listener, router)
                .with_graceful_shutdown(stop)
                .into_future()
                .boxed(),
            Some(certificate) => axum::serve(TlsListener::new(listener, certificate), router)
                .with_graceful_shutdown(stop)
                .into_future()
                .boxed(),
        };
        let mut stopped = self.shared.stopping.subscribe();
        let patience = async move {
            // A client that neither asks nor goes away does not keep the hub from stopping.
            let _ = stopped.wait_for(|stopping| *stopping).await;
            tokio::time::sleep(PARTING).await;
        };
        tokio::select! {
            served = serving => served.map_err(|error| HubError::Listen(error.kind()))?,
            () = patience => {}
        }
        let all = u32::try_from(SEATS).unwrap_or(u32::MAX);
        let _ = tokio::time::timeout(PARTING, self.shared.seats.acquire_many(all)).await;
        let stored = self
            .shared
            .keep(|keeper| Ok(keeper.store().settle()?))
            .await;
        tracing::info!("stopped");
        stored.map_err(|denied| match denied {
            error::Denied::Fault(fault) => fault,
            error::Denied::Refused(_) => HubError::Stopped,
        })
    }

    /// Serves `/metrics` until the hub stops. The listener is its own so that it need not be public.
    pub fn show_metrics(&self, listener: TcpListener) {
        let router = http::metrics_router(Arc::clone(&self.shared));
        let mut stopping = self.shared.stopping.subscribe();
        tokio::spawn(async move {
            let stop = async move {
                let _ = stopping.wait_for(|stopping| *stopping).await;
            };
            tokio::select! {
                served = axum::serve(listener, router).into_future() => {
                    if let Err(error) = served {
                        tracing::error!(kind = %error.kind(), "metrics are not served any longer");
                    }
                }
                () = stop => {}
            }
        });
    }

    /// Serves in the background of this process, for tests and demonstrations.
    ///
    /// # Errors
    /// [`HubError::AddressInUse`], [`HubError::Listen`].
    pub async fn start(self, listen: SocketAddr) -> Result<Running, HubError> {
        let listener = bind(listen).await?;
        let address = listener
            .local_addr()
            .map_err(|error| HubError::Listen(error.kind()))?;
        let (id, secure) = (self.id(), self.certificate.is_some());
        let (stop, stopped) = oneshot::channel::<()>();
        let served = tokio::spawn(self.serve(listener, async move {
            // Dropping the handle stops the hub as well.
            let _ = stopped.await;
        }));
        Ok(Running {
            address,
            secure,
            id,
            stop,
            served,
        })
    }
}

/// Opens a hub on `data` with the system's clock and serves it in the background; port 0 picks one.
///
/// # Errors
/// As [`Hub::open`] and [`Hub::start`].
pub async fn start(data: &Path, listen: SocketAddr) -> Result<Running, HubError> {
    Hub::open(data, system_clock())?.start(listen).await
}

/// A hub that serves in the background. Dropping it stops the hub without waiting.
pub struct Running {
    address: SocketAddr,
    secure: bool,
    id: HubId,
    stop: oneshot::Sender<()>,
    served: JoinHandle<Result<(), HubError>>,
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// What laptops are told as the hub's address.
    pub fn url(&self) -> String {
        let scheme = if self.secure { "wss" } else { "ws" };
        format!("{scheme}://{}", self.address)
    }

    /// The hub's id.
    pub fn id(&self) -> HubId {
        self.id
    }

    /// Stops it and waits until all is on the disk.
    ///
    /// # Errors
    /// As [`Hub::serve`].
    pub async fn stop(self) -> Result<(), HubError> {
        // It may have ended by itself; then its answer says so.
        let _ = self.stop.send(());
        self.served.await.map_err(|_| HubError::Stopped)?
    }
}

/// Listens on an address.
///
/// # Errors
/// [`HubError::AddressInUse`], [`HubError::Listen`].
pub async fn bind(listen: SocketAddr) -> Result<TcpListener, HubError> {
    TcpListener::bind(listen)
        .await
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::AddrInUse => HubError::AddressInUse,
            kind => HubError::Listen(kind),
        })
}

/// The system's clock.
pub fn system_clock() -> Clock {
    Arc::new(|| {
        let since = SystemTime::now()
            .duration_since(SystemTime::UNIX_EPOCH)
            .unwrap_or_default();
        Millis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    })
}

/// Two hubs on one folder would hold each other up at best: the second is turned away. A database is for
/// as many as there are.
fn lock(at: &StoreAt) -> Result<Option<std::fs::File>, HubError> {
    let StoreAt::Folder(data) = at else {
        return Ok(None);
    };
    store::make_private(data)?;
    let file = std::fs::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .open(data.join("hub.lock"))
        .map_err(|error| HubError::DataFolder(error.kind()))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(std::fs::TryLockError::WouldBlock) => Err(HubError::DataInUse),
        Err(std::fs::TryLockError::Error(error)) => Err(HubError::DataFolder(error.kind())),
    }
}
