//! The real programs, as a user gets them: `nabij` and `nabij-hub`, found beside the tests.

use crate::say;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::time::SystemTime;

/// The program `name`, built from the sources as they are.
pub fn program(name: &str) -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        // target/debug/deps/journeys-… → target/debug
        let test = std::env::current_exe().expect("this program");
        let folder = test
            .parent()
            .and_then(Path::parent)
            .expect("the build folder")
            .to_owned();
        let newest = newest_source();
        let stale = ["nabij", "nabij-hub"].iter().any(|name| {
            let built = std::fs::metadata(folder.join(name)).and_then(|found| found.modified());
            built.map_or(true, |built| built < newest)
        });
        if stale {
            build();
        }
        folder
    });
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// When a source file of the programs was last written. Testing yesterday's program proves nothing.
fn newest_source() -> SystemTime {
    let mut newest = SystemTime::UNIX_EPOCH;
    let mut folders = vec![tree().join("crates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)
            .expect("a source folder")
            .flatten()
        {
            let (path, name) = (entry.path(), entry.file_name());
            if path.is_dir() && name != "tests" {
                folders.push(path);
            } else if let Ok(written) = entry.metadata().and_then(|found| found.modified())
                && !path.is_dir()
            {
                newest = newest.max(written);
            }
        }
    }
    newest
}

fn build() {
    say("building nabij and nabij-hub for the journeys");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--workspace", "--bins"])
        .current_dir(tree())
        .status()
        .expect("cargo");
    assert!(built.success(), "nabij and nabij-hub do not build");
}

fn tree() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the tree")
        .to_owned()
}

/// What a run of `nabij` ended with.
#[derive(Debug)]
pub struct Ended {
    /// The exit code; none after a signal.
    pub code: Option<i32>,
    /// Standard output.
    pub said: String,
    /// Standard error.
    pub aside: String,
}

/// Runs `nabij --home HOME ARGS…` with `passphrase` in the environment, as a script does.
pub fn nabij(home: &Path, passphrase: &str, args: &[&str]) -> Ended {
    nabij_with(home, passphrase, args, &[])
}

/// As [`nabij`], with more variables in the environment.
pub fn nabij_with(
    home: &Path,
    passphrase: &str,
    args: &[&str],
    variables: &[(&str, &str)],
) -> Ended {
    let mut command = Command::new(program("nabij"));
    command
        .arg("--home")
        .arg(home)
        .args(args)
        .env("NABIJ_PASSPHRASE", passphrase)
        .envs(variables.iter().copied());
    run(command.env("NABIJ_LANG", "nl"))
}

/// Runs a program to its end.
pub fn run(command: &mut Command) -> Ended {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .stdin(Stdio::null())
        .output()
        .expect("the program starts");
    Ended {
        code: status.code(),
        said: String::from_utf8_lossy(&stdout).into_owned(),
        aside: String::from_utf8_lossy(&stderr).into_owned(),
    }
}
