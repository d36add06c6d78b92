//! The folder in which one person's Nabij lives.

use crate::error::Error;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a folder may seem to be in use before it is.
const BLINK: Duration = Duration::from_millis(500);

/// The files of one Nabij. Whoever has the folder has nothing without the passphrase.
#[derive(Debug, Clone)]
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn new(folder: PathBuf) -> Home {
        Home(folder)
    }

    /// The wrapped vault key.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.0.join("vault.key")
    }

    /// The encrypted database.
    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("nabij.db")
    }

    /// Language and theme: chosen before there is a vault, and nothing personal.
    pub(crate) fn settings(&self) -> PathBuf {
        self.0.join("settings.json")
    }

    /// How often a wrong passphrase was given.
    pub(crate) fn tries(&self) -> PathBuf {
        self.0.join("tries.json")
    }

    /// Makes the folder, for its owner only.
    pub(crate) fn make(&self) -> Result<(), Error> {
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        Ok(builder.create(&self.0)?)
    }

    /// Takes the folder for this process until the returned file is dropped.
    pub(crate) fn take(&self) -> Result<File, Error> {
        self.make()?;
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(self.0.join("in-use"))?;
        // A program that is being started anywhere in this process holds all our files, locks included, until
        // it has become itself: what is in use for longer than that is in use.
        let until = Instant::now() + BLINK;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) if Instant::now() < until => {
                    std::thread::sleep(BLINK / 20)
                }
                Err(TryLockError::WouldBlock) => return Err(Error::InUse),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    }

    /// Reads a small file; none if there is none.
    pub(crate) fn read(path: &Path) -> Result<Option<Vec<u8>>, Error> {
        match std::fs::read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Replaces a small file so that after a loss of power either the old or the new one is there.
    pub(crate) fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        self.make()?;
        let beside = path.with_extension("new");
        let mut options = OpenOptions::new();
        options.create(true).truncate(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)?;
        #[cfg(unix)]
        File::open(&self.0)?.sync_all()?;
        Ok(())
    }

    /// Puts a database whose key file is not there out of the way, without deleting it: what is left of
    /// a creation that was cut off, or a file whose key was lost.
    pub(crate) fn set_aside_database(&self) -> Result<(), Error> {
        let database = self.database();
        if !database.exists() {
            return Ok(());
        }
        let aside = (1..u32::MAX)
            .map(|n| self.0.join(format!("nabij.db.without-key-{n}")))
            .find(|path| !path.exists())
            .ok_or(Error::Unexpected("no free name"))?;
        for ending in ["", "-wal", "-shm"] {
            let from = with_ending(&database, ending);
            if from.exists() {
                std::fs::rename(from, with_ending(&aside, ending))?;
            }
        }
        Ok(())
    }
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
