//! The session's inner workings: what is known of the other side, and what goes next.

use super::{Effect, GLIMPSE_FROM, Head, Key, Session, Side, TRIES, WINDOW, Wanted};
use crate::Error;
use crate::entry::{Content, Payload, RUN_BYTES, Run};
use crate::id::{LogId, Scope};
use crate::message::{Digests, Have, Message};
use crate::receipt::Receipt;
use crate::vector::{Vector, Vectors};
use std::collections::BTreeSet;

/// The least that is fetched, so that a page is not filled up in crumbs.
const LEAST_BYTES: usize = 16 << 10;

/// About how many bytes a run takes on the way.
pub(super) fn weight(run: &Run) -> usize {
    run.contents.iter().fold(200, |sum, content| {
        sum.saturating_add(match content {
            Content::Record(bytes) => bytes.len().saturating_add(8),
            Content::Change(change) => {
                let payload = match &change.payload {
                    Payload::Here(bytes) => bytes.len(),
                    Payload::Erased(_) => 32,
                };
                payload.saturating_add(160)
            }
        })
    })
}

/// Asks for a receipt over these ends of logs, if there are any.
pub(super) fn acknowledge(stored: Vectors, effects: &mut Vec<Effect>) {
    let stored: Vec<(Scope, Vec<(LogId, u64)>)> = stored
        .0
        .into_iter()
        .filter(|(_, vector)| !vector.0.is_empty())
        .map(|(scope, vector)| (scope, vector.0.into_iter().collect()))
        .collect();
    if !stored.is_empty() {
        effects.push(Effect::Acknowledge(stored));
    }
}

/// Team, spaces, changes: what is of a later kind may rest on what is of an earlier one.
fn kind(scope: &Scope) -> u8 {
    match scope {
        Scope::Team => 0,
        Scope::Space(_) => 1,
        Scope::Changes(_) => 2,
    }
}

impl Session {
    pub(super) fn is_visible(&self, scope: &Scope) -> bool {
        self.visible
            .as_ref()
            .is_none_or(|visible| visible.contains(scope))
    }

    /// The hub's answer to what the laptop has.
    pub(super) fn answer_have(&mut self, have: Have, effects: &mut Vec<Effect>) {
        self.opened = true;
        self.had = self.ours.filtered(|scope| self.is_visible(scope));
        let mut wanted = Vectors::default();
        for scope in have.receipts {
            match self.ours.0.get(&scope) {
                Some(ours) if self.is_visible(&scope) => {
                    wanted.0.insert(scope, ours.clone());
                }
                // Of a scope that is not for this laptop it hears nothing.
                _ => {}
            }
        }
        // First: who hears that nothing differs may hang up.
        acknowledge(wanted, effects);
        if have.root == self.had.root() {
            self.ready = true;
            self.theirs = std::mem::take(&mut self.had);
            self.refresh_all();
            effects.push(Effect::Send(Message::Hold(Vec::new())));
        } else if have.root.is_none() {
            self.ready = true;
            self.refresh_all();
            let all = std::mem::take(&mut self.had);
            effects.push(Effect::Send(Message::Hold(all.0.into_iter().collect())));
        } else {
            let same = have.names == self.had.names();
            let digests = self
                .had
                .0
                .iter()
                .flat_map(|(scope, vector)| vector.short_digest(&self.salt, scope))
                .collect();
            let scopes = (!same).then(|| self.had.0.keys().copied().collect());
            effects.push(Effect::Send(Message::Digests(Digests { scopes, digests })));
        }
    }

    /// The laptop's answer to digests: what it holds where they differ, and where there are none.
    pub(super) fn take_digests(
        &mut self,
        digests: &Digests,
        effects: &mut Vec<Effect>,
    ) -> Result<(), Error> {
        let scopes: Vec<Scope> = match &digests.scopes {
            Some(scopes) => scopes.clone(),
            None => self.had.0.keys().copied().collect(),
        };
        let (short, rest) = digests.digests.as_chunks::<8>();
        if short.len() != scopes.len() || !rest.is_empty() {
            return Err(Error::Malformed("digests"));
        }
        let nothing = Vector::default();
        let mut hold = Vec::new();
        for (scope, short) in scopes.iter().zip(short) {
            let ours = self.ours.0.get(scope).unwrap_or(&nothing);
            if ours.short_digest(&self.salt, scope) == *short {
                self.theirs.0.insert(*scope, ours.clone());
            } else {
                hold.push((*scope, ours.clone()));
            }
        }
        let known: BTreeSet<Scope> = scopes.into_iter().collect();
        hold.extend(
            self.ours
                .0
                .iter()
                .filter(|(scope, _)| {
                    !known.contains(scope)
                        && !self.aside.0.contains_key(scope)
                        && self.is_visible(scope)
                })
                .map(|(scope, vector)| (*scope, vector.clone())),
        );
        hold.sort_by_key(|(scope, _)| *scope);
        self.set_aside();
        self.told = hold.iter().map(|(scope, _)| *scope).collect();
        effects.push(Effect::Send(Message::Hold(hold)));
        Ok(())
    }

    /// What the other side holds of some scopes. A laptop answers with what it holds of them itself, unless
    /// it has said so already.
    pub(super) fn take_hold(&mut self, hold: Vec<(Scope, Vector)>, effects: &mut Vec<Effect>) {
        match self.side {
            Side::Hub if !self.ready => return self.answer_hold(hold, effects),
            Side::Hub => {}
            Side::Laptop => self.reply_hold(&hold, effects),
        }
        for (scope, vector) in hold {
            self.unknown.remove(&scope);
            self.turned_down.retain(|(other, _), _| *other != scope);
            self.theirs.0.insert(scope, vector);
        }
        self.settle();
        self.refresh_all();
    }

    /// The laptop has said what it holds where the digests differ: the hub says what it holds of that, and
    /// knows that the rest is the same.
    fn answer_hold(&mut self, hold: Vec<(Scope, Vector)>, effects: &mut Vec<Effect>) {
        self.ready = true;
        self.theirs = std::mem::take(&mut self.had);
        let mut answer = Vec::new();
        for (scope, vector) in hold {
            let ours = self.ours.0.get(&scope);
            if self.is_visible(&scope) || ours.is_none() {
                answer.push((scope, ours.cloned().unwrap_or_default()));
                self.theirs.0.insert(scope, vector);
            } else {
                // A scope that is here and not for this laptop: it hears only how far its own word reaches,
                // so that what it wrote there comes and is told no, and what is here stays untold.
                let mut known = vector.clone();
                known
                    .0
                    .retain(|log, _| ours.is_some_and(|ours| ours.of(log) > 0));
                for (log, number) in &mut known.0 {
                    *number = (*number).min(ours.map_or(0, |ours| ours.of(log)));
                }
                answer.push((scope, known));
            }
        }
        effects.push(Effect::Send(Message::Hold(answer)));
        self.settle();
        self.refresh_all();
    }

    /// What is set aside is not sent.
    fn set_aside(&mut self) {
        for (scope, vector) in std::mem::take(&mut self.aside).0 {
            self.theirs.0.entry(scope).or_insert(vector);
        }
    }

    fn reply_hold(&mut self, hold: &[(Scope, Vector)], effects: &mut Vec<Effect>) {
        if !self.ready {
            self.ready = true;
            if self.told.is_empty() && (hold.is_empty() || self.had.0.is_empty()) {
                // The digests were the same, or there was nothing here to speak of.
                self.theirs = std::mem::take(&mut self.had);
                self.set_aside();
                return;
            }
        }
        let answer: Vec<(Scope, Vector)> = hold
            .iter()
            .filter(|(scope, _)| !self.told.remove(scope))
            .map(|(scope, _)| (*scope, self.ours.0.get(scope).cloned().unwrap_or_default()))
            .collect();
        if !answer.is_empty() {
            effects.push(Effect::Send(Message::Hold(answer)));
        }
    }

    /// Entries from the other side.
    pub(super) fn take_page(&mut self, mut runs: Vec<Run>, effects: &mut Vec<Effect>) {
        runs.retain(|run| !run.contents.is_empty());
        if runs.is_empty() {
            return;
        }
        runs.sort_by_key(|run| run.scope);
        let heads: Vec<Head> = runs
            .iter()
            .map(|run| (run.scope, run.log, run.last()))
            .collect();
        for (scope, log, last) in &heads {
            self.theirs.raise(*scope, *log, *last);
            self.refresh((*scope, *log));
        }
        self.storing.push_back(heads);
        effects.push(Effect::Store(runs));
    }

    /// What the other side has stored durably.
    pub(super) fn take_receipt(&mut self, receipt: &Receipt) {
        for (scope, held) in receipt.statement.held() {
            self.theirs.raise(scope, held.log, held.number);
            self.refresh((scope, held.log));
        }
        self.settle();
    }

    /// Takes pages that are stored over there out of the window.
    fn settle(&mut self) {
        let (theirs, turned_down) = (&self.theirs, &mut self.turned_down);
        self.in_flight.retain(|page| {
            let covered = page
                .iter()
                .all(|(scope, log, last)| theirs.of(scope, log) >= *last);
            if covered {
                for (scope, log, _) in page {
                    turned_down.remove(&(*scope, *log));
                }
            }
            !covered
        });
    }

    /// Notes that logs have grown here.
    pub(super) fn raise(&mut self, heads: &[Head]) {
        for (scope, log, number) in heads {
            self.ours.raise(*scope, *log, *number);
            self.absent.remove(&(*scope, *log));
            self.refresh((*scope, *log));
        }
    }

    /// Other scopes are shown than before; a hub asks what the laptop holds of the new ones.
    pub(super) fn show(&mut self, visible: BTreeSet<Scope>, effects: &mut Vec<Effect>) {
        let before = self.visible.replace(visible).unwrap_or_default();
        if !self.ready {
            return;
        }
        if self.side == Side::Laptop {
            // Nobody answers what a laptop holds: it sends, and what is there already is skipped.
            return self.refresh_all();
        }
        let mut hold = Vec::new();
        for scope in self
            .visible
            .iter()
            .flatten()
            .filter(|scope| !before.contains(scope))
        {
            let rests = self.turned_down.keys().any(|(other, _)| other == scope);
            let ours = self.ours.0.get(scope).cloned().unwrap_or_default();
            let lacks = ours
                .0
                .iter()
                .any(|(log, number)| self.theirs.of(scope, log) < *number);
            if lacks || rests {
                hold.push((*scope, ours));
            }
        }
        self.unknown.extend(hold.iter().map(|(scope, _)| *scope));
        self.refresh_all();
        if !hold.is_empty() {
            effects.push(Effect::Send(Message::Hold(hold)));
        }
    }

    /// Brings `todo` and `missing` up to date for one log.
    pub(super) fn refresh(&mut self, key: Key) {
        let (scope, log) = key;
        let (ours, theirs) = (self.ours.of(&scope, &log), self.theirs.of(&scope, &log));
        let rests = self
            .turned_down
            .get(&key)
            .is_some_and(|times| *times >= TRIES);
        if ours > theirs && self.is_visible(&scope) && !rests && !self.absent.contains(&key) {
            self.todo.insert(key);
        } else {
            self.todo.remove(&key);
        }
        if theirs > ours {
            self.missing.insert(key);
        } else {
            self.missing.remove(&key);
        }
    }

    fn refresh_all(&mut self) {
        let keys: BTreeSet<Key> = [&self.ours, &self.theirs]
            .into_iter()
            .flat_map(|vectors| &vectors.0)
            .flat_map(|(scope, vector)| vector.0.keys().map(|log| (*scope, *log)))
            .collect();
        for key in keys {
            self.refresh(key);
        }
    }

    /// Whether a log was turned down, so that its runs travel on pages of their own.
    pub(super) fn goes_alone(&self, key: &Key) -> bool {
        self.turned_down.contains_key(key)
    }

    /// The last number of a log that is on its way, if any is.
    fn on_its_way(&self, key: &Key) -> Option<u64> {
        let sent = self.in_flight.iter().flatten();
        let sent = sent
            .filter(|(scope, log, _)| (*scope, *log) == *key)
            .map(|(_, _, last)| *last);
        let loaded = self
            .page
            .iter()
            .filter(|run| (run.scope, run.log) == *key)
            .map(Run::last);
        sent.chain(loaded).max()
    }

    /// What to load next.
    fn next(&self) -> Option<Wanted> {
        let least_unknown = self.unknown.first();
        let mut first_kind = Vec::new();
        if let Some(team) = self.todo.first().filter(|(scope, _)| *scope == Scope::Team) {
            first_kind = self
                .todo
                .range(*team..)
                .take_while(|(s, _)| *s == Scope::Team)
                .collect();
            first_kind.sort_by_key(|(_, log)| (self.place_in_order(log), *log));
        }
        let rest = self.todo.iter().filter(|(scope, _)| *scope != Scope::Team);
        // Set once something that others may rest on has to wait for its turn.
        let mut only_before: u8 = u8::MAX;
        for key in first_kind.into_iter().chain(rest) {
            let (scope, log) = key;
            if kind(scope) >= only_before || least_unknown.is_some_and(|unknown| scope >= unknown) {
                return None;
            }
            let up_to = self.ours.of(scope, log);
            match self.on_its_way(key) {
                Some(last) if last >= up_to => {}
                // More of it follows when the receipt has come. A team log may introduce what comes
                // after it; a space's record is needed by changes only.
                Some(_) if *scope == Scope::Team => return None,
                Some(_) => only_before = only_before.min(kind(scope).saturating_add(1)),
                None => {
                    let bytes = RUN_BYTES.saturating_sub(self.weight).max(LEAST_BYTES);
                    let after = self.theirs.of(scope, log);
                    return Some(Wanted {
                        scope: *scope,
                        log: *log,
                        after,
                        up_to,
                        bytes,
                    });
                }
            }
        }
        None
    }

    /// Before the first of many changes: the newest ones. What gives a right to read them is stored over
    /// there by then.
    fn glimpse(&mut self, next: &Wanted, effects: &mut Vec<Effect>) {
        if self.side == Side::Laptop || self.glimpsed || kind(&next.scope) < 2 {
            return;
        }
        self.glimpsed = true;
        if self.outgoing() < GLIMPSE_FROM {
            return;
        }
        let scopes: BTreeSet<Scope> = self
            .todo
            .iter()
            .map(|(scope, _)| *scope)
            .filter(|scope| kind(scope) == 2)
            .collect();
        self.send_page(effects);
        effects.push(Effect::Glimpse(scopes));
    }

    fn place_in_order(&self, log: &LogId) -> usize {
        self.order.get(&log.device).copied().unwrap_or(usize::MAX)
    }

    /// Sends what is loaded.
    pub(super) fn send_page(&mut self, effects: &mut Vec<Effect>) {
        let runs = std::mem::take(&mut self.page);
        self.weight = 0;
        if runs.is_empty() {
            return;
        }
        self.in_flight.push_back(
            runs.iter()
                .map(|run| (run.scope, run.log, run.last()))
                .collect(),
        );
        effects.push(Effect::Send(Message::Page(runs)));
    }

    /// Loads and sends what can go now, and tells when all is done.
    pub(super) fn go_on(&mut self, effects: &mut Vec<Effect>) {
        if !self.ready {
            return;
        }
        while self.fetching.is_none() && self.in_flight.len() < WINDOW {
            match self.next() {
                Some(next) if self.goes_alone(&(next.scope, next.log)) && !self.page.is_empty() => {
                    self.send_page(effects);
                }
                Some(next) => {
                    self.glimpse(&next, effects);
                    self.fetching = Some(next);
                    effects.push(Effect::Fetch(next));
                }
                None => {
                    // As Nagle did: what does not fill a page waits until what is on its way is stored over
                    // there, and grows meanwhile. Alone it goes at once.
                    if self.in_flight.is_empty() {
                        self.send_page(effects);
                    }
                    break;
                }
            }
        }
        let done = self.unknown.is_empty()
            && self.todo.is_empty()
            && self.missing.is_empty()
            && self.fetching.is_none()
            && self.page.is_empty()
            && self.in_flight.is_empty()
            && self.storing.is_empty();
        if done && !self.caught_up {
            effects.push(Effect::CaughtUp);
        }
        self.caught_up = done;
    }
}
