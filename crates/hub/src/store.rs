//! What a hub keeps: one narrow list of questions ([`HubStore`]), answered by two backends. SQLite keeps
//! it in one file for one hub; PostgreSQL lets any number of hub processes work over one database.
//!
//! Neither is encrypted by us: what matters in there is sealed already by those who sent it. Both are for
//! the hub's own eyes only, because they hold the hub's secret keys.

mod copy;
mod identity;
mod place;
mod postgres;
mod run;
mod sql;
mod sqlite;
#[cfg(test)]
mod tests;
mod token;

pub(crate) use identity::{Identity, Keys};
pub use place::StoreAt;
pub(crate) use place::{aside, open};
pub(crate) use run::run;
pub(crate) use sqlite::make_private;
pub(crate) use token::{TOKEN_DAYS, Token};

use crate::HubError;
use crate::error::Denied;
use nabij_protocol::entry::{CheckedEntry, Content, Place};
use nabij_protocol::id::{Hash, LogId, Millis, Scope, Signature, TeamId};
use nabij_protocol::join::JoinRequest;
use nabij_protocol::receipt::Receipt;
use nabij_protocol::vector::Vectors;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

/// What an entry costs beside its payload, roughly. Also written in the migration that first counted.
pub(crate) const ENTRY_BYTES: i64 = 120;

/// All that a hub asks of its database. Each question may wait for a disk or a network, and each may
/// answer with a fault of the database or, for a row that this version did not write,
/// [`HubError::Damaged`].
pub(crate) trait HubStore: Send {
    /// The hub's keys; those given are kept if there are none yet.
    fn keys(&mut self, fresh: Keys, now: Millis) -> Result<Keys, HubError>;
    /// Asks a real question.
    fn ping(&mut self) -> Result<(), HubError>;
    /// By how many pages the file may still grow; none: as the disk allows. For tests of full disks; the disk of a
    /// database server is not ours to fill.
    fn limit_growth(&mut self, pages: Option<u32>) -> Result<(), HubError>;
    /// What is to be done before the hub stops.
    fn settle(&mut self) -> Result<(), HubError>;

    /// From here on every question is about one and the same state, until [`HubStore::thaw`].
    fn freeze(&mut self) -> Result<(), HubError>;
    /// Ends what [`HubStore::freeze`] began.
    fn thaw(&mut self);

    /// Begins to write for a team: nobody else does so until this ends, in any process. Nothing is kept
    /// unless [`Writing::commit`] is called.
    fn begin(&mut self, team: &TeamId) -> Result<Box<dyn Writing + '_>, HubError>;

    /// Keeps a new token's hash and forgets those that have expired.
    fn add_token(&mut self, token: &Token, now: Millis) -> Result<(), HubError>;
    /// Whether the hub serves this team.
    fn serves(&mut self, team: &TeamId) -> Result<bool, HubError>;
    /// Whether a further team may come: the first one always, others with a valid token.
    fn takes(&mut self, token: Option<&Token>, now: Millis) -> Result<bool, HubError>;
    /// Every team, and how much is kept of it.
    fn tallies(&mut self) -> Result<Vec<Tally>, HubError>;

    /// How many records a team has. They are only ever added: the number tells whether a roster made of
    /// them is still right.
    fn records_kept(&mut self, team: &TeamId) -> Result<u64, HubError>;
    /// All records of a team, with their places, in the order of the logs.
    fn records(&mut self, team: &TeamId) -> Result<Vec<(Place, Vec<u8>)>, HubError>;
    /// How far each log of the team is.
    fn vectors(&mut self, team: &TeamId) -> Result<Vectors, HubError>;
    /// The hash of one entry; [`Hash::ZERO`] for number zero, none where it is not kept.
    fn hash_at(
        &mut self,
        team: &TeamId,
        scope: &Scope,
        log: &LogId,
        number: u64,
    ) -> Result<Option<Hash>, HubError>;
    /// The newest `most` changes by arrival that lie in these scopes: for each log the first of them.
    fn newest(
        &mut self,
        team: &TeamId,
        scopes: &BTreeSet<Scope>,
        most: usize,
    ) -> Result<BTreeMap<(Scope, LogId), u64>, HubError>;
    /// Up to `most` entries of a log from the one after `after` on.
    fn entries(
        &mut self,
        team: &TeamId,
        scope: &Scope,
        log: &LogId,
        after: u64,
        most: usize,
    ) -> Result<Vec<Entry>, HubError>;

    /// All requests that the team ever got, answered or not; the roster knows which are answered.
    fn join_requests(&mut self, team: &TeamId) -> Result<Vec<JoinRequest>, HubError>;
    /// The arrival of the team's newest receipt; zero for none.
    fn newest_receipt(&mut self, team: &TeamId) -> Result<u64, HubError>;
    /// The receipts that came after that arrival, each with its own, oldest first.
    fn receipts_after(
        &mut self,
        team: &TeamId,
        arrival: u64,
    ) -> Result<Vec<(u64, Receipt)>, HubError>;

    /// What hears of other processes over the same database; none where there can be none.
    fn ear(&self) -> Result<Option<Box<dyn Ear>>, HubError>;
    /// Writes all of it, as it is at one moment, into a file that is not there yet: an SQLite hub
    /// database, whatever this one is.
    fn back_up(&mut self, file: &Path) -> Result<(), HubError>;
    /// Takes all of a backup in. Only for a store that has nothing yet.
    fn restore(&mut self, file: &Path) -> Result<(), HubError>;
}

/// A transaction over one team. Dropped, it leaves nothing behind.
pub(crate) trait Writing {
    /// How many records the team has, as this transaction found them.
    fn records_kept(&self) -> u64;
    /// About how many bytes the team's entries take, with those of this transaction.
    fn bytes_kept(&self) -> u64;
    /// As [`HubStore::records`].
    fn records(&mut self) -> Result<Vec<(Place, Vec<u8>)>, HubError>;
    /// As [`HubStore::join_requests`].
    fn join_requests(&mut self) -> Result<Vec<JoinRequest>, HubError>;
    /// Takes the team in, using up the token where one is needed. False when it may not come.
    fn admit(&mut self, token: Option<&Token>, now: Millis) -> Result<bool, HubError>;
    /// The number of the last entry kept of a log; zero for none.
    fn last(&mut self, scope: &Scope, log: &LogId) -> Result<u64, HubError>;
    /// As [`HubStore::hash_at`].
    fn hash_at(
        &mut self,
        scope: &Scope,
        log: &LogId,
        number: u64,
    ) -> Result<Option<Hash>, HubError>;
    /// Keeps what is new of a run. What was kept already stays as it is, except that a signature or a
    /// document's key that was missing is added. Refuses a fork.
    fn append(&mut self, run: &Append<'_>) -> Result<(), Denied>;
    /// Keeps a request; one for the same invitation must not be there.
    fn add_join(&mut self, request: &JoinRequest, now: Millis) -> Result<(), HubError>;
    /// Keeps a checked receipt where it says more than what is kept of its signer; answers its arrival,
    /// or none if it says nothing new.
    fn keep_receipt(&mut self, receipt: &Receipt) -> Result<Option<u64>, Denied>;
    /// Keeps everything, on the disk.
    fn commit(self: Box<Self>) -> Result<(), HubError>;
}

/// Hears what other processes over the same database have kept.
pub(crate) trait Ear: Send {
    /// Waits for news, so long at most. [`Heard::Anything`] after it could not hear for a while.
    fn wait(&mut self, patience: Duration) -> Result<Vec<Heard>, HubError>;
}

/// What a process tells others of a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum News {
    /// Entries came.
    Page,
    /// Somebody asks to join.
    Join,
    /// A laptop has stated what it holds.
    Receipt,
}

/// What was heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Heard {
    /// Something came for a team.
    Team(TeamId, News),
    /// Something may have been missed.
    Anything,
}

/// A checked run to keep.
pub(crate) struct Append<'r> {
    /// The scope of the log.
    pub(crate) scope: Scope,
    /// The log.
    pub(crate) log: LogId,
    /// The entries, checked: each hash follows from the one before and what is kept already.
    pub(crate) entries: &'r [CheckedEntry],
    /// On the last entry.
    pub(crate) signature: Signature,
    /// Whether the log's own device sent it: then its keys of documents replace what others sent as such.
    pub(crate) own: bool,
    /// The hub's clock.
    pub(crate) now: Millis,
}

/// One entry as it is kept.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Its number.
    pub(crate) number: u64,
    /// Its hash.
    pub(crate) hash: Hash,
    /// What it says.
    pub(crate) content: Content,
    /// Where a run ended: the signature over the log up to here.
    pub(crate) signature: Option<Signature>,
}

/// How much is kept of a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// The team.
    pub team: TeamId,
    /// Entries of all its logs.
    pub entries: u64,
    /// Those of them that say who may what.
    pub records: u64,
    /// About how many bytes the entries take.
    pub bytes: u64,
}
