//! Who wants to know what changed.

use nabij_store::Topic;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};

/// What changed, and by whose call. Topics are those that queries are made of: `vault`, `settings`, `team`,
/// `cases`, `case:<id>`, `street`, `actions`, `handovers`, `looked`, `search`, `recentSearches`, `sync`, `checkIn`.
#[derive(Debug, Clone, Serialize)]
pub struct Changed {
    /// The topics.
    pub topics: BTreeSet<String>,
    /// What the caller passed with the call that caused it; none for what arrived by itself.
    pub origin: Option<String>,
}

/// Everybody who asked to be told.
#[derive(Debug, Default)]
pub(crate) struct Listeners(Mutex<Vec<Sender<Changed>>>);

impl Listeners {
    pub(crate) fn subscribe(&self) -> Receiver<Changed> {
        let (sender, receiver) = channel();
        if let Ok(mut listeners) = self.0.lock() {
            listeners.push(sender);
        }
        receiver
    }

    pub(crate) fn announce(&self, changed: &Changed) {
        if changed.topics.is_empty() {
            return;
        }
        if let Ok(mut listeners) = self.0.lock() {
            listeners.retain(|listener| listener.send(changed.clone()).is_ok());
        }
    }
}

/// The store's topics in the words of the interface.
pub(crate) fn words(touched: &BTreeSet<Topic>) -> BTreeSet<String> {
    touched.iter().map(ToString::to_string).collect()
}
