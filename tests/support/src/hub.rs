//! A real hub in this process, on a port of its own.

use nabij_hub::{Clock, Hub, HubError, Running, system_clock};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A hub that can be stopped and started again on the same data and address.
pub struct HubProcess {
    runtime: tokio::runtime::Runtime,
    data: PathBuf,
    address: SocketAddr,
    clock: Clock,
    running: Option<Running>,
}

impl HubProcess {
    /// Starts a hub on `data`.
    pub fn start(data: &Path) -> HubProcess {
        HubProcess::start_with(data, system_clock())
    }

    /// As [`HubProcess::start`], with a clock of one's own.
    pub fn start_with(data: &Path, clock: Clock) -> HubProcess {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime");
        let mut hub = HubProcess {
            runtime,
            data: data.to_owned(),
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            clock,
            running: None,
        };
        hub.start_again();
        hub
    }

    /// Where laptops find it.
    pub fn url(&self) -> String {
        format!("ws://{}", self.address)
    }

    /// The port on which it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// From now on another hub answers where this one did: one with other data, and so with other keys.
    pub fn becomes_another(&mut self, data: &Path) {
        self.stop();
        self.data = data.to_owned();
        self.start_again();
    }

    /// Stops it; laptops find nobody.
    pub fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            self.runtime
                .block_on(running.stop())
                .expect("the hub stops");
        }
    }

    /// Opens the data. Whenever another journey starts a program in this very moment, that program holds
    /// all our files for the blink of an eye, locks included.
    fn opens(&self) -> Hub {
        let until = Instant::now() + Duration::from_secs(5);
        loop {
            match Hub::open(&self.data, self.clock.clone()) {
                Err(HubError::DataInUse) if Instant::now() < until => std::thread::yield_now(),
                opened => return opened.expect("the hub opens its data"),
            }
        }
    }

    /// Starts it again where it was.
    pub fn start_again(&mut self) {
        let hub = self.opens();
        let running = self
            .runtime
            .block_on(hub.start(self.address))
            .expect("the hub starts");
        self.address = running.address();
        self.running = Some(running);
    }
}

impl Drop for HubProcess {
    fn drop(&mut self) {
        self.stop();
    }
}
