//! `nabij-hub` as a process of its own, as an administrator runs it.

use crate::programs::program;
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;

/// A running `nabij-hub`. Killed when it is dropped.
pub struct HubProgram {
    /// Where it keeps what it keeps, and other options.
    options: Vec<OsString>,
    address: String,
    running: Option<(Child, JoinHandle<Vec<u8>>)>,
}

impl HubProgram {
    /// Starts it on `data`, on a port that is free.
    pub fn start(data: &Path) -> HubProgram {
        HubProgram::start_with(data, &[])
    }

    /// As [`HubProgram::start`], with further options.
    pub fn start_with(data: &Path, further: &[&str]) -> HubProgram {
        let mut options = vec!["--data".into(), data.into()];
        options.extend(further.iter().map(OsString::from));
        HubProgram::begin(options)
    }

    /// Starts it over a PostgreSQL database.
    pub fn start_over(store: &str) -> HubProgram {
        HubProgram::begin(vec!["--store".into(), store.into()])
    }

    fn begin(options: Vec<OsString>) -> HubProgram {
        let mut hub = HubProgram {
            options,
            address: "127.0.0.1:0".to_owned(),
            running: None,
        };
        hub.start_again();
        hub
    }

    /// Starts it again where it was.
    pub fn start_again(&mut self) {
        let mut child = Command::new(program("nabij-hub"))
            .args(["serve", "--listen", &self.address])
            .args(&self.options)
            // It heeds no such variable; if it ever does, its log must still hold nothing.
            .env("RUST_LOG", "trace")
            .env("NABIJ_LOG", "trace")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("nabij-hub starts");
        let mut said = BufReader::new(child.stdout.take().expect("an output"));
        let mut complaints = child.stderr.take().expect("an error output");
        let mut line = String::new();
        said.read_line(&mut line)
            .expect("the hub says where it listens");
        let address = line
            .trim()
            .rsplit("://")
            .next()
            .expect("an address")
            .to_owned();
        assert!(address.contains(':'), "the hub said: {line}");
        self.address = address;
        let log = std::thread::spawn(move || {
            let mut log = Vec::new();
            let _ = complaints.read_to_end(&mut log);
            let _ = said.read_to_end(&mut log);
            log
        });
        self.running = Some((child, log));
    }

    /// Its address and port.
    pub fn address(&self) -> SocketAddr {
        self.address.parse().expect("an address")
    }

    /// Where laptops find it, if it speaks no TLS.
    pub fn url(&self) -> String {
        format!("ws://{}", self.address)
    }

    /// Takes away the power: SIGKILL.
    pub fn is_killed(&mut self) {
        if let Some((mut child, _)) = self.running.take() {
            let _ = child.kill();
            let _ = child.wait();
        }
    }

    /// Ends politely, as a service manager asks for it, and answers the log that was written.
    pub fn leaves(&mut self) -> Vec<u8> {
        let (mut child, log) = self.running.take().expect("a running hub");
        let asked = Command::new("kill")
            .args(["-TERM", &child.id().to_string()])
            .status();
        assert!(asked.expect("kill").success());
        let ended = child.wait().expect("it ends");
        assert!(ended.success(), "the hub ended with {ended}");
        log.join().expect("the log was read")
    }
}

impl Drop for HubProgram {
    fn drop(&mut self) {
        self.is_killed();
    }
}
