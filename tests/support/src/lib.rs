//! The cast and the stage: laptops with folders of their own, and a real hub on a port of its own.
//!
//! A journey reads as a story: `let fatima = stage.laptop("fatima")`, `fatima.founds("Straatteam Noord", …)`.
//! Everything goes through the door that the window uses, in this process or through the real programs.

// clippy.toml allows these in test functions; a stage for tests is no less a test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod by_hand;
mod hub;
mod hub_program;
mod laptop;
mod network;
mod programs;
mod rpc;
mod scene;
mod search_files;

pub use by_hand::{Meeting, hardly_packed};
pub use hub::HubProcess;
pub use hub_program::HubProgram;
pub use laptop::{Laptop, PASSPHRASE};
pub use network::{Middlebox, Policy, Proxy};
pub use programs::{Ended, nabij, nabij_with, program, run};
pub use rpc::RpcProcess;
pub use scene::Scene;
pub use search_files::{contains, files_in, places_of, words_in};

use std::io::Write as _;
use std::path::{Path, PathBuf};

/// A temporary folder that holds one journey's laptops and hub, removed at the end.
pub struct Stage {
    folder: tempfile::TempDir,
}

impl Default for Stage {
    fn default() -> Self {
        Stage::new()
    }
}

impl Stage {
    /// An empty stage.
    pub fn new() -> Stage {
        Stage {
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// A folder for `name`.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Everything of this journey.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A laptop that was never used.
    pub fn laptop(&self, name: &str) -> Laptop {
        Laptop::new(self.folder(name))
    }

    /// A hub that was never used.
    pub fn hub(&self) -> HubProcess {
        HubProcess::start(&self.folder("hub"))
    }

    /// Colleagues who are all in one team and know each other; the first one founded it.
    pub fn team<const N: usize>(&self, hub: &str, names: [&str; N]) -> [Laptop; N] {
        let laptops = names.map(|name| self.laptop(&name.to_lowercase()));
        let ([founder, others @ ..], [name, other_names @ ..]) = (&laptops[..], &names[..]) else {
            return laptops;
        };
        founder.founds("Straatteam Noord", name, Some(hub));
        founder.shares();
        for (other, name) in others.iter().zip(other_names) {
            other.joins(&founder.invites("coach"), name);
            founder.shares();
            other.shares();
        }
        founder.shares();
        for other in others {
            other.shares();
        }
        laptops
    }
}

/// Says something that is seen even when the test does well: what was skipped, or how long something took.
pub fn say(line: &str) {
    // Not by a macro: the test harness would keep it to itself.
    let _ = writeln!(std::io::stderr(), "journeys: {line}");
}
