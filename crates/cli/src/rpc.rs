//! `rpc`: every command of the door as JSON-RPC 2.0, one message a line. Requests are answered as they are
//! ready, each with its id; what changes is told by itself.

mod message;

use crate::error::Error;
use crate::exit;
use message::{Request, failed, notice, refused, succeeded};
use nabij_app::App;
use serde_json::Value;
use std::collections::BTreeSet;
use std::io::{BufRead as _, Read as _, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// The longest message that is read.
const LONGEST_MESSAGE: u64 = 16 * 1024 * 1024;
/// How many requests are carried out at the same time; more wait in the pipe.
const AT_ONCE: usize = 32;
/// How long the end of the input waits for requests that are still carried out.
const LAST_ANSWERS: Duration = Duration::from_secs(10);

/// Answers until standard input ends.
///
/// # Errors
/// When standard input or output breaks.
pub fn run(app: &App) -> Result<u8, Error> {
    let commands: BTreeSet<&'static str> = nabij_app::ipc::commands()
        .into_iter()
        .map(|command| command.name)
        .collect();
    let out = Out::default();
    tell_changes(app, &out);
    app.start_sync();
    let read = read(app, &commands, &out);
    out.wait_for_last();
    app.close();
    read.map(|()| exit::DONE)
}

fn read(app: &App, commands: &BTreeSet<&'static str>, out: &Out) -> Result<(), Error> {
    let mut input = std::io::stdin().lock();
    loop {
        let mut line = Vec::new();
        let read = (&mut input)
            .take(LONGEST_MESSAGE)
            .read_until(b'\n', &mut line)
            .map_err(|_| Error::File)?;
        if read == 0 {
            return Ok(());
        }
        if out.broken() {
            return Err(Error::Unwritable);
        }
        if read as u64 == LONGEST_MESSAGE && line.last() != Some(&b'\n') {
            // Where the next message begins can no longer be known.
            out.send(&refused(Value::Null, message::PARSE, "message too long"));
            return Err(Error::File);
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match message::parse(&line, commands) {
            Ok(request) => carry_out(app, request, out),
            Err(refusal) => out.send(&refusal),
        }
    }
}

fn carry_out(app: &App, request: Request, out: &Out) {
    // A script that sends everything in one go means: first open, then the rest.
    if matches!(request.method.as_str(), "create_vault" | "unlock_vault") {
        return answer(app, request, out);
    }
    out.begin();
    let (app, for_thread) = (app.clone(), out.clone());
    let id = request.id.clone();
    let spawned = std::thread::Builder::new()
        .name("rpc".to_owned())
        .spawn(move || {
            answer(&app, request, &for_thread);
            for_thread.end();
        });
    if spawned.is_err() {
        out.end();
        if let Some(id) = id {
            out.send(&refused(id, message::INTERNAL, "no thread"));
        }
    }
}

fn answer(app: &App, request: Request, out: &Out) {
    let Request {
        id,
        method,
        params,
        origin,
    } = request;
    let called = catch_unwind(AssertUnwindSafe(|| {
        app.call(&method, params, origin.as_deref())
    }));
    // A request without an id wants no answer.
    let Some(id) = id else { return };
    out.send(&match called {
        Ok(Ok(result)) => succeeded(id, result),
        Ok(Err(failure)) => failed(id, &failure),
        Err(_) => refused(id, message::INTERNAL, "internal error"),
    });
}

fn tell_changes(app: &App, out: &Out) {
    let (changes, out) = (app.subscribe(), out.clone());
    let _ = std::thread::Builder::new()
        .name("changed".to_owned())
        .spawn(move || {
            for change in changes {
                out.send(&notice(&change));
            }
        });
}

/// Standard output, one message at a time, and how many requests are being carried out.
#[derive(Clone, Default)]
struct Out(Arc<(Mutex<State>, Condvar)>);

#[derive(Default)]
struct State {
    open: usize,
    broken: bool,
}

impl Out {
    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn send(&self, message: &Value) {
        let mut output = std::io::stdout().lock();
        let sent = writeln!(output, "{message}").and_then(|()| output.flush());
        if sent.is_err() {
            self.state().broken = true;
        }
    }

    fn broken(&self) -> bool {
        self.state().broken
    }

    /// Waits until there is room for one more, and takes it.
    fn begin(&self) {
        let full = |state: &mut State| state.open >= AT_ONCE;
        let mut state = self
            .0
            .1
            .wait_while(self.state(), full)
            .unwrap_or_else(PoisonError::into_inner);
        state.open += 1;
    }

    fn end(&self) {
        let mut state = self.state();
        state.open = state.open.saturating_sub(1);
        drop(state);
        self.0.1.notify_all();
    }

    fn wait_for_last(&self) {
        let open = |state: &mut State| state.open > 0;
        let _waited = self
            .0
            .1
            .wait_timeout_while(self.state(), LAST_ANSWERS, open);
    }
}
