//! The sealed log: the one way in, and what is read back for sending and for opening again.

mod append;
mod heads;
mod run;
mod stuck;

pub(crate) use append::{append, key_row, stored};
pub(crate) use heads::row;
pub(crate) use run::{CONTENT, content_from};
pub use stuck::Quarantined;
pub(crate) use stuck::place_from;

use crate::error::Error;
use crate::store::Store;
use crate::take_in;
use crate::topic::Topic;
use nabij_domain::{Change, Millis};
use nabij_protocol::entry::{Content, Place};
use nabij_protocol::id::{Hash, MemberId, Signature};
use std::collections::BTreeSet;

/// One entry that comes in: written here, or received and checked.
#[derive(Debug, Clone)]
pub struct Incoming<'a> {
    /// Where it stands.
    pub place: Place,
    /// Its hash, as `entry_hash` or `Run::check` gave it.
    pub hash: Hash,
    /// What it says.
    pub content: &'a Content,
    /// The signature, on the last entry of a run; own entries each have one.
    pub signature: Option<Signature>,
    /// What the caller could open of it: the store has no keys.
    pub opened: Opened,
}

/// What the caller could open of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// A record: not sealed, and not for the read model.
    Record,
    /// A change, opened.
    Change {
        /// When its author says to have written it.
        claimed: Millis,
        /// The change itself; not looked at yet.
        change: Change,
        /// Who wrote it, by the roster.
        author: MemberId,
    },
    /// A change whose key is not here yet: kept, and offered again by [`Store::stuck`].
    NoKey,
    /// A change that cannot be opened or does not count, with a short code that says why.
    CannotOpen(&'static str),
}

/// What [`Store::take_in`] did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// What may read differently now.
    pub topics: BTreeSet<Topic>,
    /// How many entries were not here before.
    pub new: usize,
    /// How many of this call's entries were put in quarantine.
    pub quarantined: usize,
    /// How many of this call's entries wait for a key or for their predecessors.
    pub waiting: usize,
}

impl Store {
    /// The one way in, for own and foreign entries: entries, key rows, documents, read model, search, in one
    /// transaction that is on the disk when this returns.
    ///
    /// Entries that are here already are skipped, except that a missing signature, key row or opened change
    /// is added. Entries of one log must be in order.
    ///
    /// # Errors
    /// [`Error::Fork`], [`Error::Gap`], [`Error::Chain`], [`Error::OtherTeam`], and faults of the file.
    /// Nothing of the call is stored then.
    pub fn take_in(&self, entries: Vec<Incoming<'_>>, now: Millis) -> Result<TakenIn, Error> {
        self.take_in_telling(entries, now, &|| ())
    }

    /// As [`Store::take_in`], telling `step` of each document taken in: thousands at once take seconds.
    ///
    /// # Errors
    /// As [`Store::take_in`].
    pub fn take_in_telling(
        &self,
        entries: Vec<Incoming<'_>>,
        now: Millis,
        step: &dyn Fn(),
    ) -> Result<TakenIn, Error> {
        self.write(|tx| take_in::take_in(tx, entries, now, step))
    }

    /// Shows entries before their turn: of each, what comes before it in its log is not here yet. `hash` is
    /// checked by the caller with the signature on the end of the run. Only opened changes are of use; the
    /// same entries come in by [`Store::take_in`] later. Counts in [`TakenIn::new`] what is shown.
    ///
    /// # Errors
    /// Faults of the file. Nothing of the call is stored then.
    pub fn look_ahead(&self, entries: Vec<Incoming<'_>>) -> Result<TakenIn, Error> {
        self.write(|tx| take_in::ahead::look(tx, entries))
    }

    /// As [`Store::take_in`], and the draft is gone in the same transaction: for saving what was drafted.
    ///
    /// # Errors
    /// As [`Store::take_in`].
    pub fn take_in_draft(&self, entries: Vec<Incoming<'_>>, now: Millis) -> Result<TakenIn, Error> {
        self.write(|tx| {
            tx.execute("DELETE FROM draft", [])?;
            take_in::take_in(tx, entries, now, &|| ())
        })
    }
}
