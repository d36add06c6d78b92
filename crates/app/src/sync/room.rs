//! Where commands and the sync thread meet.

use crate::failure::Failure;
use nabij_protocol::id::{LogId, Scope, SigningPublic};
use nabij_protocol::message::Refusal;
use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use tokio::sync::Notify;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// How long a caller waits for a round that goes on without end.
const LONGEST_ROUND: Duration = Duration::from_secs(600);

/// How long the end of the program waits for the thread: a goodbye to the hub takes a second at most.
const FAREWELL: Duration = Duration::from_secs(3);

/// New ends of logs.
pub(crate) type Heads = Vec<(Scope, LogId, u64)>;

/// What the sync thread last reported.
#[derive(Debug, Clone, Default)]
pub(crate) struct View {
    pub(crate) offline: bool,
    pub(crate) done: u64,
    pub(crate) total: u64,
    pub(crate) failure: Option<Failure>,
    pub(crate) skew_seconds: Option<i64>,
    /// Whether everything known has gone both ways since the connection was made.
    pub(crate) caught_up: bool,
    /// Bytes sent over the present connection.
    pub(crate) bytes_sent: u64,
    /// Bytes received over the present connection.
    pub(crate) bytes_received: u64,
}

/// What happened to sharing, for a person who wants to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Event {
    /// The hub was met.
    Met,
    /// Everything known has gone both ways.
    CaughtUp,
    /// There is no connection.
    Offline,
    /// A log was begun anew.
    BegunAnew,
    /// Something went wrong.
    Failed(crate::failure::FailureCode),
}

/// One line of what happened.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    pub(crate) at: i64,
    pub(crate) event: Event,
}

/// How many lines are remembered, until the program ends.
const LINES: usize = 50;

/// Milliseconds.
const HOUR: u64 = 60 * 60 * 1000;

/// What is not worth doing at every meeting: when it was done last.
#[derive(Default)]
struct Hourly(Option<i64>);

impl Hourly {
    fn is_due(&mut self, now: i64) -> bool {
        // A clock that was put back must not put it off.
        let due = self.0.is_none_or(|at| now.abs_diff(at) >= HOUR);
        if due {
            self.0 = Some(now);
        }
        due
    }
}

/// For how many milliseconds a hub is met by plain requests before a WebSocket is tried again.
const DETOUR: i64 = 10 * 60 * 1000;

#[derive(Default)]
struct State {
    view: View,
    /// Which hub is met by plain requests, and since when.
    detour: Option<(String, i64)>,
    /// Grows whenever the thread has caught up or failed.
    round: u64,
    runs: bool,
    stop: bool,
    grown: Vec<UnboundedSender<Heads>>,
    lines: std::collections::VecDeque<Line>,
    /// In which scopes the hub turned down what was written here, and why. Kept while it is tried anew.
    refused: BTreeMap<Scope, Refusal>,
    /// When it was last looked whether the hub withholds anything.
    looked: Hourly,
    /// When each peer was last asked again for what has no key.
    asked_for_keys: BTreeMap<SigningPublic, Hourly>,
}

/// Where commands and the sync thread meet.
#[derive(Default)]
pub(crate) struct SyncRoom {
    state: Mutex<State>,
    round_ended: Condvar,
    wake: Arc<Notify>,
    reconnect: Arc<Notify>,
}

impl SyncRoom {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn view(&self) -> View {
        self.lock().view.clone()
    }

    /// Remembers what happened; the same again is no news. A hub that is met and fails in the same way each time
    /// is one line, with the last moment: the lines before it stay in sight.
    pub(crate) fn tell(&self, at: i64, event: Event) {
        let mut state = self.lock();
        if state.lines.back().is_some_and(|last| last.event == event) {
            return;
        }
        let last = state.lines.len().saturating_sub(1);
        if event != Event::CaughtUp
            && state
                .lines
                .back()
                .is_some_and(|last| last.event == Event::Met)
            && let Some(before) = last
                .checked_sub(1)
                .and_then(|index| state.lines.get_mut(index))
            && before.event == event
        {
            before.at = at;
            state.lines.pop_back();
            return;
        }
        state.lines.push_back(Line { at, event });
        if state.lines.len() > LINES {
            state.lines.pop_front();
        }
    }

    /// What happened, the newest first.
    pub(crate) fn lines(&self) -> Vec<Line> {
        self.lock().lines.iter().rev().cloned().collect()
    }

    /// Whether the hub at this address is met by plain requests for now.
    pub(super) fn takes_detour(&self, address: &str, now: i64) -> bool {
        let state = self.lock();
        let detour = state.detour.as_ref();
        detour.is_some_and(|(to, since)| to == address && (0..DETOUR).contains(&(now - since)))
    }

    /// The hub at this address was not met by WebSocket, but by plain requests.
    pub(super) fn begin_detour(&self, address: String, now: i64) {
        self.lock().detour = Some((address, now));
    }

    /// Plain requests do not get there either.
    pub(super) fn end_detour(&self) {
        self.lock().detour = None;
    }

    /// Whether the sync thread runs.
    pub(crate) fn runs(&self) -> bool {
        self.lock().runs
    }

    /// Something was written: the connection sends it, or the thread tries to connect.
    pub(crate) fn grown(&self, heads: Heads) {
        let mut state = self.lock();
        state.view.caught_up = false;
        state
            .grown
            .retain(|grown| grown.send(heads.clone()).is_ok());
        drop(state);
        self.wake.notify_one();
    }

    /// Something came in over one connection: the others pass it on.
    pub(crate) fn came(&self, heads: &Heads) {
        let mut state = self.lock();
        state
            .grown
            .retain(|grown| grown.send(heads.clone()).is_ok());
    }

    /// Asks the thread to try now.
    pub(crate) fn wake(&self) {
        self.wake.notify_one();
    }

    /// Asks the thread to leave its connection and make another.
    pub(crate) fn reconnect(&self) {
        self.lock().view.caught_up = false;
        self.reconnect.notify_one();
        self.wake.notify_one();
    }

    /// The vault is about to close: leaves the connection and forgets what was reported of it.
    pub(crate) fn leave_vault(&self) {
        {
            let mut state = self.lock();
            state.view = View::default();
            state.lines.clear();
            state.refused.clear();
            state.looked = Hourly::default();
            state.asked_for_keys.clear();
        }
        self.reconnect();
    }

    /// Whether to look again if the hub withholds anything, and notes that it is done now.
    pub(super) fn look_is_due(&self, now: i64) -> bool {
        self.lock().looked.is_due(now)
    }

    /// Whether to ask this peer again for what has no key, and notes that it is done now.
    pub(super) fn keys_are_due(&self, peer: SigningPublic, now: i64) -> bool {
        self.lock()
            .asked_for_keys
            .entry(peer)
            .or_default()
            .is_due(now)
    }

    /// A person wants to try again what failed: nothing waits for its hour.
    pub(crate) fn forget_failure(&self) {
        let mut state = self.lock();
        state.view.failure = None;
        state.asked_for_keys.clear();
    }

    /// In which scopes the hub turned down what was written here: everything that is so now.
    pub(super) fn note_refused(&self, refused: BTreeMap<Scope, Refusal>) {
        self.lock().refused = refused;
    }

    /// In which scopes the hub turned down what was written here, and why.
    pub(crate) fn refused(&self) -> BTreeMap<Scope, Refusal> {
        self.lock().refused.clone()
    }

    pub(crate) fn stop(&self) {
        self.lock().stop = true;
        self.reconnect();
    }

    /// Waits until the thread has caught up or failed once more, unless it has nothing to do.
    pub(crate) fn wait_for_round(&self) {
        let state = self.lock();
        if state.view.caught_up {
            return;
        }
        let round = state.round;
        self.wake.notify_one();
        let _ended = self
            .round_ended
            .wait_timeout_while(state, LONGEST_ROUND, |state| {
                state.round == round && state.runs
            });
    }

    /// True once: the caller is the thread.
    pub(super) fn claim(&self) -> bool {
        let mut state = self.lock();
        !std::mem::replace(&mut state.runs, true)
    }

    pub(super) fn stopped(&self) -> bool {
        self.lock().stop
    }

    /// Waits until the thread, which was stopped, has let go of everything: its vault must not close while the
    /// program ends around it (SQLCipher tidies up at the exit, and the two would meet).
    pub(crate) fn wait_for_end(&self) {
        let _ended = self
            .round_ended
            .wait_timeout_while(self.lock(), FAREWELL, |state| state.runs);
    }

    pub(super) fn ended(&self) {
        let mut state = self.lock();
        state.runs = false;
        state.round = state.round.saturating_add(1);
        self.round_ended.notify_all();
    }

    pub(super) fn waker(&self) -> Arc<Notify> {
        Arc::clone(&self.wake)
    }

    pub(super) fn reconnector(&self) -> Arc<Notify> {
        Arc::clone(&self.reconnect)
    }

    /// Hears from now on what is written.
    pub(crate) fn listen(&self) -> UnboundedReceiver<Heads> {
        let (sender, receiver) = unbounded_channel();
        self.lock().grown.push(sender);
        receiver
    }

    pub(super) fn report(&self, change: impl FnOnce(&mut View)) {
        change(&mut self.lock().view);
    }

    /// Reports the end of a round: caught up, or failed.
    pub(super) fn end_round(&self, change: impl FnOnce(&mut View)) {
        let mut state = self.lock();
        change(&mut state.view);
        state.round = state.round.saturating_add(1);
        self.round_ended.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::{Event, SyncRoom};
    use crate::failure::FailureCode::HubFull;

    #[test]
    fn a_hub_that_fails_again_and_again_is_one_line() {
        let room = SyncRoom::default();
        let events = [
            Event::Offline,
            Event::Met,
            Event::Failed(HubFull),
            Event::Met,
            Event::Failed(HubFull),
            Event::Met,
            Event::CaughtUp,
            Event::Met,
            Event::CaughtUp,
        ];
        for (at, event) in (0..).zip(events) {
            room.tell(at, event);
        }
        let lines: Vec<(i64, Event)> = room
            .lines()
            .into_iter()
            .rev()
            .map(|line| (line.at, line.event))
            .collect();
        let wanted = [
            (0, Event::Offline),
            (1, Event::Met),
            (4, Event::Failed(HubFull)),
            (5, Event::Met),
            (6, Event::CaughtUp),
            (7, Event::Met),
            (8, Event::CaughtUp),
        ];
        assert_eq!(lines, wanted);
    }
}
