//! The cast and the stage: laptops with folders of their own, and a real hub on a port of its own.
//!
//! A journey reads as a story: `let fatima = stage.laptop("fatima")`, `fatima.founds("Straatteam Noord", …)`.
//! Everything goes through the door that the window uses.

mod hub;
mod laptop;

pub use hub::HubProcess;
pub use laptop::Laptop;

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
        Stage { folder: tempfile::tempdir().expect("a temporary folder") }
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
}
