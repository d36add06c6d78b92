//! Verifies what a store holds, as a laptop would: every chain, every signature, every last number.

use crate::HubError;
use crate::store::{self, ENTRY_BYTES, Entry, HubStore, StoreAt, Tally};
use nabij_protocol::entry::{Content, Payload, Place, entry_hash, verify_head};
use nabij_protocol::id::{Hash, LogId, Scope, SigningPublic, TeamId};
use nabij_protocol::roster::Roster;
use std::fmt;

/// How many entries are read at a time.
const AT_ONCE: usize = 64;

/// What was verified, and what is wrong.
#[derive(Debug, Default)]
#[non_exhaustive]
pub struct Checked {
    /// Teams.
    pub teams: u64,
    /// Logs.
    pub logs: u64,
    /// Entries whose hash follows from the one before.
    pub entries: u64,
    /// Signatures that hold.
    pub signatures: u64,
    /// What is wrong. Of a log only the first fault is told: what comes after it hangs in the air.
    pub faults: Vec<Fault>,
}

/// Something that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    team: TeamId,
    /// None for the team as a whole.
    place: Option<(Scope, LogId, u64)>,
    what: Wrong,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
enum Wrong {
    #[error("its records found no team")]
    NotFounded,
    #[error("its row counts something else than what is there")]
    Miscounted,
    #[error("an entry is missing here")]
    Missing,
    #[error("the hash is another than the content and the entries before give")]
    Hash,
    #[error("the signature does not hold")]
    Signature,
    #[error("no signature covers the end of the log")]
    Unsigned,
    #[error("the log goes on beyond its last number")]
    Beyond,
    #[error("the log is of a laptop that nobody introduced")]
    Stranger,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "team {}", self.team)?;
        if let Some((scope, log, number)) = &self.place {
            match scope {
                Scope::Team => write!(f, ", its records")?,
                Scope::Space(space) => write!(f, ", records of space {space}")?,
                Scope::Changes(space) => write!(f, ", changes of space {space}")?,
            }
            write!(
                f,
                ", log of device {}/{:x}, entry {number}",
                log.device, log.incarnation.0
            )?;
        }
        write!(f, ": {}", self.what)
    }
}

/// Verifies every chain of every log. The hub may be running: one state is verified, whatever comes
/// meanwhile.
///
/// # Errors
/// A fault of the database, or a row that cannot be read at all.
pub fn check(at: &StoreAt) -> Result<Checked, HubError> {
    store::aside(|| over(store::open(at)?.as_mut()))
}

/// See [`check`].
///
/// # Errors
/// As [`check`].
pub(crate) fn over(store: &mut dyn HubStore) -> Result<Checked, HubError> {
    store.freeze()?;
    let checked = teams(store);
    store.thaw();
    checked
}

fn teams(store: &mut dyn HubStore) -> Result<Checked, HubError> {
    let mut checked = Checked::default();
    for tally in store.tallies()? {
        checked.team(store, &tally)?;
    }
    Ok(checked)
}

impl Checked {
    fn team(&mut self, store: &mut dyn HubStore, tally: &Tally) -> Result<(), HubError> {
        let team = tally.team;
        self.teams = self.teams.saturating_add(1);
        let records = store.records(&team)?;
        let roster = Roster::evaluate(
            team,
            records
                .iter()
                .map(|(place, bytes)| (*place, bytes.as_slice())),
        );
        if !roster.founded() {
            self.fault(team, None, Wrong::NotFounded);
        }
        let mut bytes = 0_u64;
        for (scope, vector) in store.vectors(&team)?.0 {
            for (log, last) in vector.0 {
                self.logs = self.logs.saturating_add(1);
                let Some(card) = roster.known_device(&log.device) else {
                    self.fault(team, Some((scope, log, 1)), Wrong::Stranger);
                    continue;
                };
                let mut walk = Walk {
                    team,
                    scope,
                    log,
                    head: Hash::ZERO,
                    number: 0,
                    signed: 0,
                    bytes: 0,
                };
                let walked = walk.through(store, &card.signing, last, self)?;
                bytes = bytes.saturating_add(walk.bytes);
                if let Err(wrong) = walked {
                    let at = walk.number.saturating_add(1);
                    self.fault(team, Some((scope, log, at)), wrong);
                }
            }
        }
        let counted = records.len() as u64;
        // Where a log is broken its bytes were not counted to the end.
        let whole = self.faults.iter().all(|fault| fault.team != team);
        if whole && (counted, bytes) != (tally.records, tally.bytes) {
            self.fault(team, None, Wrong::Miscounted);
        }
        Ok(())
    }

    fn fault(&mut self, team: TeamId, place: Option<(Scope, LogId, u64)>, what: Wrong) {
        self.faults.push(Fault { team, place, what });
    }
}

/// One log, from its start to where it is followed.
struct Walk {
    team: TeamId,
    scope: Scope,
    log: LogId,
    head: Hash,
    number: u64,
    signed: u64,
    bytes: u64,
}

impl Walk {
    /// Follows the log to its end; the inner error is what is wrong with the next entry.
    fn through(
        &mut self,
        store: &mut dyn HubStore,
        key: &SigningPublic,
        last: u64,
        checked: &mut Checked,
    ) -> Result<Result<(), Wrong>, HubError> {
        loop {
            let entries =
                store.entries(&self.team, &self.scope, &self.log, self.number, AT_ONCE)?;
            if entries.is_empty() {
                break;
            }
            for entry in entries {
                if let Err(wrong) = self.step(&entry, key, last, checked) {
                    return Ok(Err(wrong));
                }
            }
        }
        Ok(if self.number < last {
            Err(Wrong::Missing)
        } else if self.signed < self.number {
            Err(Wrong::Unsigned)
        } else {
            Ok(())
        })
    }

    fn step(
        &mut self,
        entry: &Entry,
        key: &SigningPublic,
        last: u64,
        checked: &mut Checked,
    ) -> Result<(), Wrong> {
        let number = self.number.saturating_add(1);
        if number > last {
            return Err(Wrong::Beyond);
        }
        if entry.number != number {
            return Err(Wrong::Missing);
        }
        let place = Place {
            team: self.team,
            scope: self.scope,
            log: self.log,
            number,
        };
        if entry_hash(&place, &self.head, &entry.content) != entry.hash {
            return Err(Wrong::Hash);
        }
        if let Some(signature) = &entry.signature {
            verify_head(key, &entry.hash, signature).map_err(|_| Wrong::Signature)?;
            self.signed = number;
            checked.signatures = checked.signatures.saturating_add(1);
        }
        (self.head, self.number) = (entry.hash, number);
        self.bytes = self.bytes.saturating_add(size(&entry.content));
        checked.entries = checked.entries.saturating_add(1);
        Ok(())
    }
}

/// As a team's row counts it.
fn size(content: &Content) -> u64 {
    let payload = match content {
        Content::Record(bytes) => bytes.len(),
        Content::Change(change) => match &change.payload {
            Payload::Here(bytes) => bytes.len(),
            Payload::Erased(hash) => hash.0.len(),
        },
    };
    (payload as u64).saturating_add(ENTRY_BYTES.unsigned_abs())
}
