//! `nabij rpc` as a process of its own: what a script or another program talks to, and what can be killed.

use crate::programs::program;
use serde_json::{Value, json};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// How long a process on stage may think about one question.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running `nabij rpc`. Killed, not asked, when it is dropped.
pub struct RpcProcess {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<Value>,
    log: Option<JoinHandle<Vec<u8>>>,
    asked: u64,
    changes: Vec<Value>,
}

impl RpcProcess {
    /// Starts it on `home`.
    pub fn start(home: &Path) -> RpcProcess {
        RpcProcess::start_with(home, &[])
    }

    /// As [`RpcProcess::start`], with variables in its environment.
    pub fn start_with(home: &Path, variables: &[(&str, &str)]) -> RpcProcess {
        let mut child = Command::new(program("nabij"))
            .arg("--home")
            .arg(home)
            .arg("rpc")
            .env_remove("NABIJ_PASSPHRASE")
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("nabij starts");
        let (sender, lines) = channel();
        let output = BufReader::new(child.stdout.take().expect("an output"));
        std::thread::spawn(move || {
            for line in output.split(b'\n').map_while(Result::ok) {
                // A kill can cut the last line in two; half an answer is none.
                let Ok(message) = serde_json::from_slice(&line) else {
                    return;
                };
                if sender.send(message).is_err() {
                    return;
                }
            }
        });
        let mut complaints = child.stderr.take().expect("an error output");
        let log = std::thread::spawn(move || {
            let mut log = Vec::new();
            let _ = complaints.read_to_end(&mut log);
            log
        });
        let input = child.stdin.take();
        RpcProcess {
            child,
            input,
            lines,
            log: Some(log),
            asked: 0,
            changes: Vec::new(),
        }
    }

    /// Sends a request without waiting for its answer; tells its id, or none when nobody reads any more.
    pub fn asks(&mut self, method: &str, params: &Value) -> Option<u64> {
        self.asked += 1;
        let message =
            json!({"jsonrpc": "2.0", "id": self.asked, "method": method, "params": params});
        let sent = writeln!(self.input.as_mut()?, "{message}");
        sent.is_ok().then_some(self.asked)
    }

    /// Carries out a command that must do.
    pub fn does(&mut self, method: &str, params: Value) -> Value {
        let answer = self.call(method, params);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// Carries out a command that must not do, and says why it did not.
    pub fn fails(&mut self, method: &str, params: Value) -> String {
        let answer = self.call(method, params);
        answer["error"]["message"]
            .as_str()
            .unwrap_or_else(|| panic!("{method} did"))
            .to_owned()
    }

    fn call(&mut self, method: &str, params: Value) -> Value {
        let id = self.asks(method, &params).expect("the process reads");
        let until = Instant::now() + PATIENCE;
        loop {
            let message = self
                .next_before(until)
                .unwrap_or_else(|| panic!("{method}: no answer"));
            if message["id"] == id {
                return message;
            }
        }
    }

    /// Answers a question again and again, whenever something has changed, until it is as wished.
    pub fn waits_until(
        &mut self,
        method: &str,
        params: &Value,
        wished: impl Fn(&Value) -> bool,
    ) -> Value {
        let until = Instant::now() + PATIENCE;
        loop {
            self.changes.clear();
            let answer = self.does(method, params.clone());
            if wished(&answer) {
                return answer;
            }
            while self.changes.is_empty() {
                assert!(self.next_before(until).is_some(), "{method} stays {answer}");
            }
        }
    }

    /// The next message. None when the process ended or the time is up.
    pub fn next_before(&mut self, until: Instant) -> Option<Value> {
        let left = until.saturating_duration_since(Instant::now());
        let message = self.lines.recv_timeout(left).ok()?;
        if message["method"] == "changed" {
            self.changes.push(message.clone());
        }
        Some(message)
    }

    /// Messages for as long as `stay`: until the process answers no more or the time is up.
    pub fn hears_for(&mut self, stay: Duration) -> Vec<Value> {
        let until = Instant::now() + stay;
        let mut heard = Vec::new();
        loop {
            let left = until.saturating_duration_since(Instant::now());
            match self.lines.recv_timeout(left) {
                Ok(message) => heard.push(message),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return heard,
            }
        }
    }

    /// Takes away the power: SIGKILL. Answers what it had said before.
    pub fn is_killed(mut self) -> Vec<Value> {
        self.child.kill().expect("it can be killed");
        self.child.wait().expect("it is gone");
        self.hears_for(PATIENCE)
    }

    /// Ends politely and answers the log that was written.
    pub fn leaves(mut self) -> Vec<u8> {
        drop(self.input.take());
        let ended = self.child.wait().expect("it ends");
        assert!(ended.success(), "rpc ended with {ended}");
        self.log
            .take()
            .expect("a log")
            .join()
            .expect("the log was read")
    }
}

impl Drop for RpcProcess {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
