//! Our own small trait-sized door around Automerge, and the wall every change passes.
//!
//! A document is one flat map: `kind` says what it is about, `format` which version of the layout, and the
//! rest are single values (a summary's text is the only shared text). Everything that needs a container is
//! made in the first change. Nothing is ever deleted inside a document.

mod bounds;
mod change;
mod difference;
mod edition;
mod fields;
mod kind;
mod prose;
mod refused;
mod returned;
mod version;
mod wall;
mod write;

#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashSet};
use std::fmt;

use automerge::{Automerge, ChangeHash, LoadOptions, SaveOptions};

pub use change::Change;
pub use difference::{Alternative, Difference, Settled};
pub use edition::Edition;
pub use kind::DocumentKind;
pub use refused::CannotTakeIn;
pub use version::Version;
pub use wall::quiet_panics;

pub(crate) use fields::Fields;
pub(crate) use write::{Put, Puts, begin, commit};

use crate::id::Id;

/// The layout this version of Nabij writes and reads.
pub(crate) const FORMAT: u32 = 1;

/// Who writes: a person, and the random name of the app run that person writes with.
///
/// An actor belongs to one run of one app on one device: two devices that write with the same actor make
/// changes no other device accepts ([`CannotTakeIn::ActorReused`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Author {
    /// Random, new at every start of the app.
    pub actor: [u8; 16],
    /// The colleague.
    pub member: Id,
}

/// What [`Document::take_in`] did.
#[derive(Clone, Debug)]
pub struct TakenIn {
    /// The document with the changes in it; `None` when nothing could be applied to nothing.
    pub document: Option<Document>,
    /// Positions in the given list of changes whose predecessors are not there yet. They are *not* in the
    /// document: offer them again when more arrives.
    pub waiting: Vec<usize>,
    /// How many changes were new.
    pub applied: usize,
}

/// One document: everything everybody wrote in it, merged.
#[derive(Clone)]
pub struct Document {
    inner: Automerge,
    kind: DocumentKind,
}

impl Document {
    /// Reads what [`Document::save`] wrote. Only for our own local cache; what others wrote comes in
    /// through [`Document::take_in`].
    pub fn load(saved: &[u8]) -> Result<Document, CannotTakeIn> {
        wall::guarded(|| {
            let inner = Automerge::load_with_options(saved, LoadOptions::new())
                .map_err(|_| CannotTakeIn::WontReload)?;
            wall::recognise(inner)
        })
    }

    /// The whole document as bytes, for the local cache only: never sent.
    pub fn save(&self) -> Vec<u8> {
        // Deflate is left to whoever stores or seals it.
        self.inner.save_with_options(SaveOptions {
            deflate: false,
            retain_orphans: false,
        })
    }

    /// The version the document is in now.
    pub fn version(&self) -> Version {
        Version::of(&self.inner.get_heads())
    }

    /// What the document is about.
    pub fn kind(&self) -> DocumentKind {
        self.kind
    }

    /// Whether this document has been in that version.
    pub fn knows(&self, version: &Version) -> bool {
        version
            .heads()
            .iter()
            .all(|head| self.inner.get_change_meta_by_hash(head).is_some())
    }

    /// Every actor that wrote in this document, sorted.
    pub fn change_actors(&self) -> Vec<[u8; 16]> {
        let actors: BTreeSet<[u8; 16]> = self
            .inner
            .get_changes_meta(&[])
            .iter()
            .filter_map(|meta| change::base_actor(meta.actor.to_bytes()))
            .collect();
        actors.into_iter().collect()
    }

    /// The one way in, for our own and for foreign changes. `None` starts a document.
    ///
    /// Each change is at most 1 MiB, one uncompressed chunk, with a right checksum. Changes are applied to a
    /// copy, predecessors first; the copy must save, load again in the same version and be readable.
    /// Otherwise this is an `Err`, and `current` is as it was. Known changes are skipped.
    pub fn take_in(
        current: Option<&Document>,
        changes: &[Change],
    ) -> Result<TakenIn, CannotTakeIn> {
        wall::take_in(current, changes)
    }

    pub(crate) fn inner(&self) -> &Automerge {
        &self.inner
    }

    /// Actors (with their branch number) of changes that the given version does not know.
    fn actors_since(&self, heads: &[ChangeHash]) -> HashSet<Vec<u8>> {
        let later = self.inner.get_changes_meta(heads);
        later
            .iter()
            .map(|meta| meta.actor.to_bytes().to_vec())
            .collect()
    }
}

impl fmt::Debug for Document {
    /// Shows what it is about and its version, never its content.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({}, {})", self.kind, self.version())
    }
}
