//! Hears what other processes over the same database have kept, and tells the laptops connected here.

use crate::shared::Shared;
use crate::store::{Ear, Heard};
use std::collections::BTreeSet;
use std::sync::Weak;
use std::time::Duration;

/// How long to listen before looking whether the hub is still there.
const PATIENCE: Duration = Duration::from_secs(1);

/// Listens on a thread of its own until the hub is gone.
pub(crate) fn start(mut ear: Box<dyn Ear>, shared: Weak<Shared>) {
    std::thread::spawn(move || {
        let mut deaf = false;
        // What could not be looked up is tried again; it does not get lost.
        let mut pending = BTreeSet::new();
        while shared.strong_count() > 0 {
            match ear.wait(PATIENCE) {
                Ok(heard) => {
                    pending.extend(heard);
                    deaf = false;
                }
                Err(fault) => {
                    if !deaf {
                        tracing::error!(%fault, "other hubs are not heard for now");
                    }
                    deaf = true;
                    std::thread::sleep(PATIENCE);
                }
            }
            let Some(shared) = shared.upgrade() else {
                return;
            };
            pending.retain(|heard: &Heard| {
                let told = shared.with(|keeper| keeper.hear(*heard));
                told.inspect_err(|fault| tracing::error!(%fault, "news could not be looked up"))
                    .is_err()
            });
        }
    });
}
