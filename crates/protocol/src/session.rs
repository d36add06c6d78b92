//! The have/want session, the same for laptop and hub, without sockets, clocks or storage.
//!
//! The host feeds it messages and results and carries out the [`Effect`]s, in their order, answering
//! each [`Effect::Store`] and [`Effect::Fetch`] in the order in which they came.
//!
//! How it goes: the laptop says what it has in one digest ([`Message::Have`]). If the hub's is the same, it
//! says so ([`Message::Hold`] of nothing) and that was all. Otherwise it answers with a short digest of
//! each scope ([`Message::Digests`]), the laptop with its vectors of the scopes that differ, the hub with
//! its own of those. Who has nothing yet is told everything at once. Then both know what the other lacks
//! and send it as pages, rights before what needs them: the team's records, then the spaces' records,
//! then the changes; and before many changes the newest of them ([`Effect::Glimpse`]). Each page is answered by a receipt once it is
//! stored durably; at most [`WINDOW`] pages wait for theirs, and of one log never more than one run, so
//! that a page that is turned down never leaves a gap behind it. A hub that later has more to show
//! ([`Session::widen`]) sends another `Hold`, which the laptop answers as before; only laptops answer.

mod flow;
#[cfg(test)]
mod memory;
#[cfg(test)]
mod tests;

use crate::Error;
use crate::entry::{RUN_BYTES, Run};
use crate::id::{DeviceId, Hash, LogId, Scope};
use crate::message::{Have, Message, Tail};
use crate::receipt::Receipt;
use crate::vector::Vectors;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// The most pages that wait for their receipt.
pub const WINDOW: usize = 8;
/// From how many changes to send on the newest go before the rest.
const GLIMPSE_FROM: u64 = 400;
/// How often a run is tried again after it was turned down, before its log rests for this session.
const TRIES: u8 = 4;

/// Which side of the connection this session is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// Connects and begins.
    Laptop,
    /// Waits for the laptop.
    Hub,
}

/// Consecutive entries of one log to load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The scope.
    pub scope: Scope,
    /// The log.
    pub log: LogId,
    /// The number before the first entry wanted.
    pub after: u64,
    /// The last number known to be there; the run may end earlier or later.
    pub up_to: u64,
    /// About how many bytes of entries; at least one signed stretch, however large.
    pub bytes: usize,
}

/// What the host has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Send this message.
    Send(Message),
    /// Check these runs, which are in scope order, store them durably in one go, skipping what is held,
    /// then call [`Session::stored`]; or store none of them, tell the other side, and call
    /// [`Session::refused`]. Several that follow each other may be stored together.
    Store(Vec<Run>),
    /// Load entries, then call [`Session::fetched`].
    Fetch(Wanted),
    /// Sign a receipt over these ends of logs, which are stored, and send it as [`Message::Receipt`].
    Acknowledge(Vec<(Scope, Vec<(LogId, u64)>)>),
    /// On a hub: send the newest entries of these scopes as [`Message::Glimpse`].
    Glimpse(BTreeSet<Scope>),
    /// Check these and show what they say: the same entries come again in their turn.
    Look(Vec<Tail>),
    /// Check this receipt from the other side, then keep it.
    KeepReceipt(Receipt),
    /// Everything that either side knew of has gone both ways and is acknowledged, except what the other
    /// side turned down ([`Session::resting`]). Told once each time it becomes so.
    CaughtUp,
}

/// A log in a scope, ordered as sent.
type Key = (Scope, LogId);
/// Where a log stands: scope, log, last number.
pub type Head = (Scope, LogId, u64);

/// One connection's session.
#[derive(Debug)]
pub struct Session {
    side: Side,
    /// What is stored here.
    ours: Vectors,
    /// What is known to be stored there, or to be on its way from there.
    theirs: Vectors,
    /// What the other side may have; none means everything.
    visible: Option<BTreeSet<Scope>>,
    /// What was held when one's digests were sent.
    had: Vectors,
    /// What makes this session's short digests its own.
    salt: Hash,
    /// Whether the laptop has said what it has.
    opened: bool,
    /// Laptop: what it holds that the other side is not expected to have for it.
    aside: Vectors,
    /// Laptop: scopes of which it has said what it holds without being asked.
    told: BTreeSet<Scope>,
    /// Hub: whether the newest entries were sent, or need not be.
    glimpsed: bool,
    /// Whether the first exchange of vectors is over.
    ready: bool,
    /// Scopes of which the other side has still to say what it holds.
    unknown: BTreeSet<Scope>,
    /// Logs that the other side lacks entries of.
    todo: BTreeSet<Key>,
    /// Logs that entries are lacking of here.
    missing: BTreeSet<Key>,
    /// How devices came into the team: their team logs go in this order.
    order: BTreeMap<DeviceId, usize>,
    /// The one open fetch.
    fetching: Option<Wanted>,
    /// Runs loaded for the next page, and their weight in bytes.
    page: Vec<Run>,
    weight: usize,
    /// Pages that wait for their receipt, oldest first.
    in_flight: VecDeque<Vec<Head>>,
    /// Pages that are being stored here, oldest first.
    storing: VecDeque<Vec<Head>>,
    /// How often a log's run was turned down.
    turned_down: BTreeMap<Key, u8>,
    /// Logs of which nothing could be loaded.
    absent: BTreeSet<Key>,
    caught_up: bool,
}

impl Session {
    /// A session over `ours`: everything that is stored durably here (on a hub: of this team, visible to
    /// the laptop or not). `visible`: the scopes that the other side may have; none means all, as for a
    /// laptop that speaks to its hub. `salt`: the same on both sides and new each time, such as the hash of a handshake.
    pub fn new(side: Side, salt: Hash, ours: Vectors, visible: Option<BTreeSet<Scope>>) -> Session {
        Session {
            side,
            ours,
            theirs: Vectors::default(),
            visible,
            had: Vectors::default(),
            salt,
            opened: false,
            aside: Vectors::default(),
            told: BTreeSet::new(),
            glimpsed: false,
            ready: false,
            unknown: BTreeSet::new(),
            todo: BTreeSet::new(),
            missing: BTreeSet::new(),
            order: BTreeMap::new(),
            fetching: None,
            page: Vec::new(),
            weight: 0,
            in_flight: VecDeque::new(),
            storing: VecDeque::new(),
            turned_down: BTreeMap::new(),
            absent: BTreeSet::new(),
            caught_up: false,
        }
    }

    /// Sets in which order devices came into the team ([`crate::roster::Roster::introductions`]), so that
    /// the log that introduces a device goes before that device's own. To be called at the beginning and
    /// whenever the roster has changed.
    pub fn set_order(&mut self, introductions: &[DeviceId]) {
        self.order = introductions
            .iter()
            .enumerate()
            .map(|(at, device)| (*device, at))
            .collect();
    }

    /// The laptop begins. `may`: the scopes that the other side is expected to have for it; what else it
    /// holds is compared only when the other side speaks of it. `unreceipted`: scopes in which own entries
    /// still lack a receipt of the other side. `confirmed`: as in [`Have::confirmed`].
    pub fn open(
        &mut self,
        may: &BTreeSet<Scope>,
        unreceipted: &BTreeSet<Scope>,
        confirmed: u64,
    ) -> Vec<Effect> {
        self.opened = true;
        self.had = self.ours.filtered(|scope| may.contains(scope));
        // What was written where one may no longer is offered all the same, to be told so.
        self.aside = self
            .ours
            .filtered(|scope| !may.contains(scope) && !unreceipted.contains(scope));
        let have = Have {
            root: self.had.root(),
            names: self.had.names(),
            receipts: unreceipted.iter().copied().collect(),
            confirmed,
        };
        vec![Effect::Send(Message::Have(have))]
    }

    /// Takes in a message from the other side.
    ///
    /// # Errors
    /// [`Error::OutOfTurn`] for a message that the session does not expect now, or that is the host's to
    /// handle.
    pub fn receive(&mut self, message: Message) -> Result<Vec<Effect>, Error> {
        let mut effects = Vec::new();
        match message {
            Message::Have(have) if self.side == Side::Hub && !self.opened => {
                self.answer_have(have, &mut effects);
            }
            Message::Digests(digests)
                if self.side == Side::Laptop && self.opened && !self.ready =>
            {
                self.take_digests(&digests, &mut effects)?;
            }
            Message::Hold(hold) if self.opened => self.take_hold(hold, &mut effects),
            Message::Glimpse(tails) if self.side == Side::Laptop && self.opened => {
                effects.push(Effect::Look(tails));
            }
            Message::Page(runs) if self.opened => self.take_page(runs, &mut effects),
            Message::Receipt(receipt) if self.opened => {
                self.take_receipt(&receipt);
                effects.push(Effect::KeepReceipt(receipt));
            }
            other => return Err(Error::OutOfTurn(other.name())),
        }
        self.go_on(&mut effects);
        Ok(effects)
    }

    /// The oldest open [`Effect::Store`]s, so many of them, are done durably; `heads` are the last numbers now held
    /// of the logs that they touched. One receipt answers them all.
    pub fn stored(&mut self, pages: usize, heads: &[Head]) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.raise(heads);
        let done: Vec<Vec<Head>> = self
            .storing
            .drain(..pages.min(self.storing.len()))
            .collect();
        let mut stored = Vectors::default();
        for (scope, log, _) in done.iter().flatten().chain(heads) {
            stored.raise(*scope, *log, self.ours.of(scope, log));
        }
        flow::acknowledge(stored, &mut effects);
        self.go_on(&mut effects);
        effects
    }

    /// The oldest open [`Effect::Store`] was refused: nothing of it is stored. The host tells the other
    /// side ([`Message::Refused`]), which calls [`Session::declined`].
    pub fn refused(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (scope, log, _) in self.storing.pop_front().unwrap_or_default() {
            // What was refused is not expected any longer, so that it does not keep us busy for ever.
            let held = self.ours.of(&scope, &log);
            if let Some(vector) = self.theirs.0.get_mut(&scope)
                && vector.of(&log) > held
            {
                vector.0.insert(log, held);
            }
            self.refresh((scope, log));
        }
        self.go_on(&mut effects);
        effects
    }

    /// The other side has stored nothing of the oldest page that waits for its receipt (it said
    /// [`crate::message::Refusal::NotAllowed`]). Its runs are tried again, each alone, a few times; then
    /// their logs rest until the other side asks for them anew.
    pub fn declined(&mut self) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (scope, log, _) in self.in_flight.pop_front().unwrap_or_default() {
            let times = self.turned_down.entry((scope, log)).or_insert(0);
            *times = times.saturating_add(1);
            self.refresh((scope, log));
        }
        self.go_on(&mut effects);
        effects
    }

    /// Answers the open [`Effect::Fetch`]; none means that nothing is there.
    pub fn fetched(&mut self, run: Option<Run>) -> Vec<Effect> {
        let mut effects = Vec::new();
        if let Some(wanted) = self.fetching.take() {
            match run {
                Some(run) if fits(&run, &wanted) => {
                    self.weight = self.weight.saturating_add(flow::weight(&run));
                    self.page.push(run);
                    if self.weight >= RUN_BYTES || self.goes_alone(&(wanted.scope, wanted.log)) {
                        self.send_page(&mut effects);
                    }
                }
                _ => {
                    self.absent.insert((wanted.scope, wanted.log));
                    self.refresh((wanted.scope, wanted.log));
                }
            }
        }
        self.go_on(&mut effects);
        effects
    }

    /// Logs have grown here: by a local write, or by what came over another connection.
    pub fn grown(&mut self, heads: &[Head]) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.raise(heads);
        self.go_on(&mut effects);
        effects
    }

    /// The scopes that the other side may have are now these. What it may newly have is sent.
    pub fn widen(&mut self, visible: BTreeSet<Scope>) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.show(visible, &mut effects);
        self.go_on(&mut effects);
        effects
    }

    /// How many entries the other side still lacks, as far as known, for "n of m".
    pub fn outgoing(&self) -> u64 {
        self.todo.iter().fold(0, |sum, (scope, log)| {
            let lacks = self
                .ours
                .of(scope, log)
                .saturating_sub(self.theirs.of(scope, log));
            sum.saturating_add(lacks)
        })
    }

    /// How many entries are known to be missing here.
    pub fn incoming(&self) -> u64 {
        self.missing.iter().fold(0, |sum, (scope, log)| {
            let lacks = self
                .theirs
                .of(scope, log)
                .saturating_sub(self.ours.of(scope, log));
            sum.saturating_add(lacks)
        })
    }

    /// The logs that rest because the other side turned them down again and again.
    pub fn resting(&self) -> impl Iterator<Item = (Scope, LogId)> + '_ {
        self.turned_down
            .iter()
            .filter(|(_, times)| **times >= TRIES)
            .map(|(key, _)| *key)
    }
}

/// Whether a run is what was asked for.
fn fits(run: &Run, wanted: &Wanted) -> bool {
    run.scope == wanted.scope
        && run.log == wanted.log
        && run.after == wanted.after
        && !run.contents.is_empty()
}
