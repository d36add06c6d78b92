//! The stage of the demo: a temporary folder and a real hub as its own process. Whatever happens, both are
//! gone afterwards.

use crate::exit;
use crate::words::Language;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tempfile::TempDir;

/// How long a hub may take to say where it listens.
const PATIENCE: Duration = Duration::from_secs(30);
const PROGRAM: &str = "nabij-hub";
/// What stands before the address in the first line that a hub says.
const ANNOUNCEMENT: &str = "ws://";

/// Why there is no stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StageError {
    /// No temporary folder could be made.
    #[error("no temporary folder could be made")]
    NoFolder,
    /// The program `nabij-hub` is not there.
    #[error("there is no nabij-hub")]
    NoProgram,
    /// The hub did not start to listen.
    #[error("the hub did not start to listen")]
    NotListening,
    /// The laptops could not be brought into one team.
    #[error("the laptops are not in one team")]
    NoTeam,
    /// The hub did not sign for everything.
    #[error("not everything is shared")]
    NotShared,
    /// The folder in which the team is to be kept holds something already.
    #[error("the folder is not empty")]
    NotEmpty,
}

impl StageError {
    /// With what number the program ends.
    pub fn exit(self) -> u8 {
        match self {
            StageError::NoFolder | StageError::NotEmpty => exit::FILE,
            StageError::NoProgram | StageError::NotListening => exit::NO_HUB,
            StageError::NoTeam | StageError::NotShared => exit::DIFFERS,
        }
    }

    /// The code for scripts.
    pub fn code(self) -> &'static str {
        match self {
            StageError::NoFolder => "noFolder",
            StageError::NoProgram => "noHubProgram",
            StageError::NotListening => "hubNotListening",
            StageError::NoTeam => "noTeam",
            StageError::NotShared => "notShared",
            StageError::NotEmpty => "notEmpty",
        }
    }

    /// What a person reads.
    pub fn words(self, language: Language) -> String {
        match self {
            StageError::NoFolder => language.stage_no_folder(),
            StageError::NoProgram => language.stage_no_program(),
            StageError::NotListening => language.stage_not_listening(),
            StageError::NoTeam => language.stage_no_team(),
            StageError::NotShared => language.stage_not_shared(),
            StageError::NotEmpty => language.stage_not_empty(),
        }
    }
}

/// A temporary folder and a hub.
pub struct Stage(Props);

#[derive(Clone, Default)]
struct Props(Arc<Mutex<Held>>);

#[derive(Default)]
struct Held {
    folder: Option<TempDir>,
    hub: Option<Child>,
}

impl Stage {
    /// Makes the folder, and sees to it that a signal clears it away too.
    pub fn set() -> Result<Stage, StageError> {
        let folder = tempfile::Builder::new()
            .prefix("nabij-demo-")
            .tempdir()
            .map_err(|_| StageError::NoFolder)?;
        let props = Props::default();
        props.held().folder = Some(folder);
        strike_on_signal(props.clone());
        Ok(Stage(props))
    }

    /// A folder of this name on the stage.
    pub fn folder(&self, name: &str) -> Result<PathBuf, StageError> {
        let held = self.0.held();
        Ok(held
            .folder
            .as_ref()
            .ok_or(StageError::NoFolder)?
            .path()
            .join(name))
    }

    /// Starts the hub on the folder `data` and waits until it listens. Answers where: `127.0.0.1:PORT`.
    pub fn start_hub(&self, data: &Path, listen: &str) -> Result<String, StageError> {
        let mut command = Command::new(program());
        command
            .args(["serve", "--listen", listen, "--data"])
            .arg(data);
        command
            .env_remove("NABIJ_PASSPHRASE")
            .stdin(Stdio::null())
            .stdout(Stdio::piped());
        // What the hub has to complain of is for whoever asked for a log.
        let quiet = std::env::var_os("NABIJ_LOG").is_none();
        command.stderr(if quiet {
            Stdio::null()
        } else {
            Stdio::inherit()
        });
        let output = {
            let mut held = self.0.held();
            if held.folder.is_none() {
                return Err(StageError::NoFolder);
            }
            let mut hub = command.spawn().map_err(|_| StageError::NoProgram)?;
            let output = hub.stdout.take();
            held.hub = Some(hub);
            output
        };
        listening(output.ok_or(StageError::NotListening)?)
    }

    /// Kills the hub as a power cut would: nothing is said to it beforehand.
    pub fn kill_hub(&self) {
        self.0.held().kill_hub();
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        self.0.strike();
    }
}

impl Props {
    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Clears everything away.
    fn strike(&self) {
        let mut held = self.held();
        held.kill_hub();
        if let Some(folder) = held.folder.take() {
            // What cannot be removed stays in the folder for temporary files; there is nothing to be done.
            let _ = folder.close();
        }
    }
}

impl Held {
    fn kill_hub(&mut self) {
        if let Some(mut hub) = self.hub.take() {
            let _ = hub.kill();
            let _ = hub.wait();
        }
    }
}

/// The hub beside this program, or else the one on the path.
fn program() -> PathBuf {
    let name = format!("{PROGRAM}{}", std::env::consts::EXE_SUFFIX);
    let beside = std::env::current_exe()
        .ok()
        .map(|program| program.with_file_name(&name));
    beside
        .filter(|program| program.is_file())
        .unwrap_or_else(|| PathBuf::from(PROGRAM))
}

/// Waits until the hub says where it listens; then keeps reading, so that the hub never waits for us.
fn listening(output: ChildStdout) -> Result<String, StageError> {
    let (sender, receiver) = channel();
    let spawned = std::thread::Builder::new()
        .name("hub".to_owned())
        .spawn(move || {
            for line in BufReader::new(output).lines().map_while(Result::ok) {
                if let Some((_, address)) = line.split_once(ANNOUNCEMENT) {
                    let _ = sender.send(address.trim().to_owned());
                }
            }
        });
    spawned.map_err(|_| StageError::NotListening)?;
    receiver
        .recv_timeout(PATIENCE)
        .map_err(|_| StageError::NotListening)
}

fn strike_on_signal(props: Props) {
    let wait = move || {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
        else {
            return;
        };
        if runtime.block_on(signal()).is_ok() {
            props.strike();
            std::process::exit(i32::from(exit::STOPPED));
        }
    };
    let _ = std::thread::Builder::new()
        .name("signal".to_owned())
        .spawn(wait);
}

#[cfg(unix)]
async fn signal() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminated = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminated.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn signal() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}

#[cfg(test)]
mod tests {
    use super::Stage;

    #[test]
    fn the_folder_is_gone_afterwards() {
        let stage = Stage::set().unwrap();
        let folder = stage.folder("").unwrap();
        assert!(folder.is_dir());
        drop(stage);
        assert!(!folder.exists());
    }
}
