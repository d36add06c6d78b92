//! A page that a laptop delivers: checked against the roster, then kept whole or not at all.

use super::rosters::evaluate;
use super::{Heads, Keeper, Notice, Records, member_of, visible};
use crate::error::Denied;
use crate::store::{Append, Token, Writing};
use nabij_protocol::Error;
use nabij_protocol::entry::{CheckedEntry, Content, Payload, Place, Run};
use nabij_protocol::id::{Millis, Scope, TeamId};
use nabij_protocol::message::Refusal;
use nabij_protocol::record::DeviceCard;
use nabij_protocol::roster::{Roster, founder_of};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The most bytes of a document's sealed key; today's are 48 long.
const MAX_SEALED_KEY: usize = 256;

/// Runs, and who delivers them. Anybody in the team may deliver anybody's logs: they are signed.
pub(crate) struct Delivery {
    /// The team.
    pub(crate) team: TeamId,
    /// The laptop that delivers.
    pub(crate) device: DeviceCard,
    /// The token of its hello, for a team that the hub does not serve yet.
    pub(crate) token: Option<String>,
    /// What it delivers.
    pub(crate) runs: Vec<Run>,
    /// The connection.
    pub(crate) from: u64,
}

/// What was kept of a page.
pub(crate) struct Taken {
    /// Up to where the page's logs are held now.
    pub(crate) heads: Heads,
    /// The new roster, if there were new records.
    pub(crate) roster: Option<Arc<Roster>>,
}

impl Keeper {
    /// Checks the page and keeps it durably. On an error nothing of it is kept.
    ///
    /// # Errors
    /// [`Refusal::NotAllowed`], [`Refusal::UnknownTeam`], [`Refusal::PutOut`], [`Refusal::BadProof`],
    /// [`Refusal::Garbled`], [`Refusal::Fork`], [`Refusal::Full`]; a fault of the database.
    pub(crate) fn take(&mut self, page: Delivery, now: Millis) -> Result<Taken, Denied> {
        let team = page.team;
        let mut writing = self.store.begin(&team)?;
        // Only now is it sure that no other process changes the roster before this page is kept.
        let kept = writing.records_kept();
        let before = self.rosters.as_of(&team, kept, || writing.records())?;
        self.channels.follow(&team, &before);
        let before = before.now;
        if before.founded() {
            if before.device(&page.device.id()).is_none() {
                return Err(Refusal::PutOut.into());
            }
        } else if !writing.admit(page.token.as_deref().map(Token::typed).as_ref(), now)? {
            return Err(Refusal::UnknownTeam.into());
        } else if writing.records_kept() != kept {
            // Another process has founded it while this one waited for its turn: looked at anew when the
            // laptop comes again.
            return Err(Refusal::CannotStore.into());
        }
        let taking = Taking {
            team,
            device: page.device,
            now,
            writing,
            kept: self.rosters.records(&team),
            new: Vec::new(),
            unevaluated: false,
            roster: before,
            heads: Vec::new(),
            quota: self.quota,
        };
        let (new, roster, heads) = taking.runs(page.runs)?;
        let changed = (!new.is_empty()).then_some(roster);
        if let Some(roster) = &changed {
            self.rosters.grown(&team, new, roster);
        }
        self.metrics.page_kept();
        let notice = Notice {
            from: page.from,
            heads: heads.clone(),
            roster: changed.clone(),
            ..Notice::default()
        };
        self.channels.announce(&team, notice);
        Ok(Taken {
            heads,
            roster: changed,
        })
    }
}

/// A page under way.
struct Taking<'k> {
    team: TeamId,
    device: DeviceCard,
    now: Millis,
    writing: Box<dyn Writing + 'k>,
    kept: &'k [(Place, Vec<u8>)],
    new: Records,
    /// Whether `roster` does not know all of `new` yet.
    unevaluated: bool,
    roster: Arc<Roster>,
    heads: Heads,
    quota: Option<u64>,
}

impl Taking<'_> {
    /// Checks and keeps all runs; answers the new records, the roster with them, and the heads.
    fn runs(mut self, runs: Vec<Run>) -> Result<(Records, Arc<Roster>, Heads), Denied> {
        let before = visible(&self.roster, &self.device.id());
        let (mut changes, mut records) = (Vec::new(), Vec::new());
        for run in runs {
            match run.scope {
                Scope::Changes(_) => changes.push(run),
                Scope::Team | Scope::Space(_) => records.push(run),
            }
        }
        // What gives a right comes before what needs it.
        records.sort_by_key(|run| run.scope);
        let scopes: BTreeSet<Scope> = records.iter().map(|run| run.scope).collect();
        self.records(records)?;
        self.evaluate();
        if member_of(&self.roster, &self.device.id()).is_none() && before.is_empty() {
            // A founding page that does not make its sender a member.
            return Err(Refusal::NotAllowed.into());
        }
        // A space may be opened to the sender by this very page, or closed to him by it.
        let after = visible(&self.roster, &self.device.id());
        if scopes
            .iter()
            .any(|scope| !before.contains(scope) && !after.contains(scope))
        {
            return Err(Refusal::NotAllowed.into());
        }
        for run in changes {
            if !after.contains(&run.scope) {
                return Err(Refusal::NotAllowed.into());
            }
            let card = self.roster.known_device(&run.log.device).copied();
            self.run(run, &card.ok_or(Refusal::NotAllowed)?)?;
        }
        self.writing.commit()?;
        Ok((self.new, self.roster, self.heads))
    }

    /// Takes runs of records. A laptop may be made known by a run that comes after its own: such runs
    /// wait for their turn.
    fn records(&mut self, mut runs: Vec<Run>) -> Result<(), Denied> {
        while !runs.is_empty() {
            let (count, mut waiting) = (runs.len(), Vec::new());
            for run in runs {
                match self.card(&run) {
                    Some(card) => self.run(run, &card)?,
                    None => waiting.push(run),
                }
            }
            if waiting.len() == count {
                return Err(Refusal::NotAllowed.into());
            }
            runs = waiting;
        }
        Ok(())
    }

    /// The card of the laptop that wrote the run, if it is known by now.
    fn card(&mut self, run: &Run) -> Option<DeviceCard> {
        if let Some(card) = self.roster.known_device(&run.log.device) {
            return Some(*card);
        }
        self.evaluate();
        if let Some(card) = self.roster.known_device(&run.log.device) {
            return Some(*card);
        }
        if self.roster.founded() {
            return None;
        }
        founder_of(&self.team, run).filter(|card| card.id() == run.log.device)
    }

    fn evaluate(&mut self) {
        if self.unevaluated {
            self.roster = Arc::new(evaluate(self.team, self.kept, &self.new));
            self.unevaluated = false;
        }
    }

    /// Checks one run and keeps what is new of it.
    fn run(&mut self, run: Run, card: &DeviceCard) -> Result<(), Denied> {
        let (team, scope, log, signature) = (self.team, run.scope, run.log, run.signature);
        let last = self.writing.last(&scope, &log)?;
        let previous = self
            .writing
            .hash_at(&scope, &log, run.after)?
            .ok_or(Refusal::Garbled)?;
        let entries = match run.check(team, previous, &card.signing) {
            Ok(entries) => entries,
            Err(Error::BadSignature) => return Err(Refusal::BadProof.into()),
            Err(_) => return Err(Refusal::Garbled.into()),
        };
        for (place, _, content) in entries.iter().filter(|(place, _, _)| place.number > last) {
            self.allow(place, content)?;
        }
        self.writing.append(&Append {
            scope,
            log,
            entries: &entries,
            signature,
            own: log.device == self.device.id(),
            now: self.now,
        })?;
        if entries.iter().any(|(place, _, _)| place.number > last) {
            self.fits(&scope)?;
        }
        let head = entries
            .last()
            .map_or(last, |(place, _, _)| place.number.max(last));
        self.heads.push((scope, log, head));
        self.note(entries, last);
        Ok(())
    }

    /// Whether the team still keeps within its quota. Who may what is never held up by a team that writes
    /// much: records may go an eighth beyond it.
    fn fits(&self, scope: &Scope) -> Result<(), Denied> {
        let Some(quota) = self.quota else {
            return Ok(());
        };
        let limit = match scope {
            Scope::Changes(_) => quota,
            Scope::Team | Scope::Space(_) => quota.saturating_add(quota / 8),
        };
        if self.writing.bytes_kept() > limit {
            return Err(Refusal::Full.into());
        }
        Ok(())
    }

    /// Remembers the new records among these entries.
    fn note(&mut self, entries: Vec<CheckedEntry>, last: u64) {
        for (place, _, content) in entries {
            if let Content::Record(bytes) = content
                && place.number > last
            {
                self.new.push((place, bytes));
                self.unevaluated = true;
            }
        }
    }

    /// Whether a new entry may come in, to this hub's knowledge. Records always may: those that do not
    /// count are kept and do nothing, because what makes them count may come later.
    fn allow(&self, place: &Place, content: &Content) -> Result<(), Denied> {
        let Content::Change(change) = content else {
            return Ok(());
        };
        // Nothing erases yet: a hash in place of the bytes would be a receipt for what is not here.
        if matches!(change.payload, Payload::Erased(_)) {
            return Err(Refusal::Garbled.into());
        }
        if change
            .key
            .as_ref()
            .is_some_and(|key| key.sealed.len() > MAX_SEALED_KEY)
        {
            return Err(Refusal::Garbled.into());
        }
        if self.roster.counts(place) {
            Ok(())
        } else {
            Err(Refusal::NotAllowed.into())
        }
    }
}
