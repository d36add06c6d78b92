//! One change as bytes: what gets sealed, sent and kept in the log.

use std::fmt;

use super::bounds;
use super::refused::CannotTakeIn;
use super::wall;
use crate::id::Millis;

/// Largest change, in bytes.
pub(super) const MAX_BYTES: usize = 1 << 20;
/// Length of an actor as the app draws it, in bytes.
const ACTOR: usize = 16;
/// Length of the number behind an actor that edits an older version than its own newest.
const BRANCH: usize = 2;

/// Exactly one uncompressed Automerge change chunk. Holding one says nothing about what is in it: only
/// [`super::Document::take_in`] finds out.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Change(Vec<u8>);

impl Change {
    /// Wraps bytes from the log or from another device. They are looked at when they are taken in.
    pub fn from_bytes(bytes: Vec<u8>) -> Change {
        Change(bytes)
    }

    /// The bytes to seal.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes to seal, without a copy.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }

    /// The app run that says to have written it: 16 bytes. What is behind it is not looked at.
    pub fn actor(&self) -> Result<[u8; 16], CannotTakeIn> {
        base_actor(bounds::actor(&self.0)?).ok_or(CannotTakeIn::Malformed)
    }

    /// When its author says to have written it.
    pub fn timestamp(&self) -> Result<Millis, CannotTakeIn> {
        Ok(Millis(self.parse()?.timestamp()))
    }

    /// Reads the chunk behind the wall: bounds first, so that no few bytes can unpack to a mountain.
    pub(super) fn parse(&self) -> Result<automerge::Change, CannotTakeIn> {
        let checksum = bounds::check(&self.0)?;
        let change = wall::guarded(|| {
            automerge::Change::from_bytes(self.0.clone()).map_err(|_| CannotTakeIn::Malformed)
        })?;
        // The library computes the hash but does not compare it for a single change.
        if change.hash().0.first_chunk::<4>() != Some(&checksum) {
            return Err(CannotTakeIn::NotAChange);
        }
        let actor_fits = base_actor(change.actor_id().to_bytes()).is_some();
        // We write nothing behind the operations, so what stands there is not ours.
        if !actor_fits || change.seq() == 0 || change.is_empty() || !change.extra_bytes().is_empty()
        {
            return Err(CannotTakeIn::Malformed);
        }
        Ok(change)
    }
}

impl fmt::Debug for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Change({} bytes)", self.0.len())
    }
}

/// The 16 bytes the app drew. An edit of an older version than this actor's own newest cannot go on
/// counting where that one stopped, so it writes as a branch: the same 16 bytes and a number.
pub(super) fn base_actor(actor: &[u8]) -> Option<[u8; ACTOR]> {
    let (base, branch) = actor.split_first_chunk::<ACTOR>()?;
    (branch.is_empty() || branch.len() == BRANCH).then_some(*base)
}

/// The actor for a branch; branch 0 is the actor itself.
pub(super) fn branch_actor(base: [u8; ACTOR], branch: u16) -> Vec<u8> {
    let mut actor = base.to_vec();
    if branch > 0 {
        actor.extend(branch.to_be_bytes());
    }
    actor
}
