//! A PostgreSQL server of one's own: made, started and thrown away. Also used by the workspace's tests, so
//! it names nothing of this crate.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

/// A running server. Gone, with all that it kept, when it is dropped.
pub struct Postgres {
    folder: tempfile::TempDir,
    programs: PathBuf,
    databases: AtomicU64,
}

impl Postgres {
    /// Starts one. None, said aloud, where PostgreSQL is not installed; a failure where
    /// `NABIJ_NEED_POSTGRES=1` says that it has to be.
    pub fn start() -> Option<Postgres> {
        let Some(programs) = programs() else {
            eprintln!("SKIPPED: PostgreSQL is not installed");
            let needed = std::env::var("NABIJ_NEED_POSTGRES").is_ok_and(|needed| needed == "1");
            assert!(
                !needed,
                "NABIJ_NEED_POSTGRES=1, and PostgreSQL is not installed"
            );
            return None;
        };
        // The path of a socket must be short, so not below a temporary folder of somebody's choice.
        let folder = tempfile::Builder::new()
            .prefix("nbpg")
            .tempdir_in("/tmp")
            .unwrap();
        let server = Postgres {
            folder,
            programs,
            databases: AtomicU64::new(0),
        };
        if is_root() {
            // PostgreSQL refuses to run as root.
            let path = server.folder.path();
            fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
            let given = Command::new("chown")
                .arg("postgres")
                .arg(path)
                .status()
                .unwrap();
            assert!(given.success(), "the folder is given to postgres");
        }
        server.run(
            "initdb",
            &[
                "-A",
                "trust",
                "-U",
                "nabij",
                "-E",
                "UTF8",
                "--no-locale",
                "--no-sync",
            ],
        );
        server.up();
        Some(server)
    }

    fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Starts the server that was stopped, and waits until it answers.
    pub fn up(&self) {
        let folder = self.folder.path().display();
        let options = format!("-k {folder} -c listen_addresses= -c unix_socket_permissions=0777");
        let log = self.folder.path().join("log");
        let log = log.to_str().unwrap();
        self.run("pg_ctl", &["-w", "-l", log, "-o", &options, "start"]);
    }

    /// Stops the server at once, as a crash would.
    pub fn down(&self) {
        self.run("pg_ctl", &["-w", "-m", "immediate", "stop"]);
    }

    /// The address of a new, empty database.
    pub fn database(&self) -> String {
        let number = self.databases.fetch_add(1, Ordering::SeqCst);
        let socket = self.folder.path().display().to_string();
        let made = Command::new(self.programs.join("createdb"))
            .args(["-h", &socket, "-U", "nabij", &format!("d{number}")])
            .status()
            .unwrap();
        assert!(made.success(), "a database");
        format!("postgres://nabij@{}/d{number}", socket.replace('/', "%2F"))
    }

    /// Says something in SQL.
    pub fn sql(&self, address: &str, sql: &str) -> String {
        let said = Command::new(self.programs.join("psql"))
            .args([
                "-X",
                "-A",
                "-t",
                "-v",
                "ON_ERROR_STOP=1",
                "-d",
                address,
                "-c",
                sql,
            ])
            .output()
            .unwrap();
        assert!(
            said.status.success(),
            "{}",
            String::from_utf8_lossy(&said.stderr)
        );
        String::from_utf8(said.stdout).unwrap().trim().to_owned()
    }

    fn run(&self, program: &str, options: &[&str]) {
        let program = self.programs.join(program);
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command
                .args(["--reuid=postgres", "--regid=postgres", "--clear-groups"])
                .arg(program);
            command
        } else {
            Command::new(program)
        };
        let ran = command
            .arg("-D")
            .arg(self.data())
            .args(options)
            .current_dir("/")
            .env_remove("PGDATA")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        assert!(ran.success(), "{options:?}");
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        // A test may have stopped it itself.
        if self.data().join("postmaster.pid").exists() {
            self.down();
        }
    }
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|me| std::os::unix::fs::MetadataExt::uid(&me) == 0)
}

/// The folder with the newest version's programs.
fn programs() -> Option<PathBuf> {
    let mut versions: Vec<PathBuf> = fs::read_dir(Path::new("/usr/lib/postgresql"))
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|programs| programs.join("initdb").exists() && programs.join("pg_ctl").exists())
        .collect();
    versions.sort();
    versions.pop()
}
