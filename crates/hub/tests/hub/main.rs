//! A real hub on a free port, and small laptops that talk to it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "all of this is test code; clippy sees only the test functions themselves as such"
)]

mod bad_input;
mod joining;
mod laptop;
mod operator;
mod polling;
#[path = "../support/postgres.rs"]
mod postgres;
mod program;
mod several;
mod sharing;
mod tls;
mod wire;

use nabij_hub::{Clock, Hub, Running, StoreAt};
use nabij_protocol::id::Millis;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

pub(crate) const DAY: i64 = 24 * 60 * 60 * 1000;

/// A clock that stands still until it is moved.
#[derive(Clone, Default)]
pub(crate) struct HandClock(Arc<AtomicI64>);

impl HandClock {
    pub(crate) fn pass(&self, millis: i64) {
        self.0.fetch_add(millis, Ordering::SeqCst);
    }

    pub(crate) fn clock(&self) -> Clock {
        let at = Arc::clone(&self.0);
        Arc::new(move || Millis(at.load(Ordering::SeqCst)))
    }
}

pub(crate) fn any_port() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 0))
}

pub(crate) async fn hub(data: &Path, clock: &HandClock) -> Running {
    Hub::open(data, clock.clock())
        .unwrap()
        .start(any_port())
        .await
        .unwrap()
}

pub(crate) fn at(data: &Path) -> StoreAt {
    StoreAt::Folder(data.to_owned())
}

/// Teams and entries.
pub(crate) fn counts(data: &Path) -> (u64, u64) {
    let tallies = nabij_hub::status(&at(data)).unwrap();
    let entries = tallies.iter().map(|tally| tally.entries).sum();
    (tallies.len() as u64, entries)
}
