//! The versions that a document has been in, one for each saved edit.

use super::change::base_actor;
use super::version::Version;
use super::{Document, DocumentKind, Fields};
use crate::id::Millis;
use crate::refusal::Refusal;

/// One saved edit: what its author saw and wrote, without what others wrote meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// The version that this edit made.
    pub version: Version,
    /// The app run that wrote it: 16 bytes.
    pub actor: [u8; 16],
    /// When its author says to have written it.
    pub at: Millis,
}

impl Document {
    /// Every saved edit, oldest first: by the time its author claimed, and the same order on every device.
    pub fn editions(&self) -> Vec<Edition> {
        let metas = self.inner().get_changes_meta(&[]);
        let mut editions: Vec<Edition> = metas
            .iter()
            .filter_map(|meta| {
                Some(Edition {
                    version: Version::of(&[meta.hash]),
                    actor: base_actor(meta.actor.to_bytes())?,
                    at: Millis(meta.timestamp),
                })
            })
            .collect();
        editions.sort_by(|one, other| (one.at, &one.version).cmp(&(other.at, &other.version)));
        editions
    }
}

impl<'a> Fields<'a> {
    /// The fields as they were in a version that the document has been in.
    pub(crate) fn then(
        document: &'a Document,
        version: &Version,
        expected: DocumentKind,
    ) -> Result<Self, Refusal> {
        if document.kind() != expected {
            return Err(Refusal::WrongKind { expected });
        }
        if !document.knows(version) {
            return Err(Refusal::UnknownVersion);
        }
        Ok(Fields::at(document, version))
    }
}
