//! Two colleagues, and a conversation in the park.

use crate::contact_moment::{self, ContactKind, ContactMoment, NewContactMoment};
use crate::document::{Author, Change, Document, TakenIn};
use crate::id::{Id, Millis};

/// The moment everything in these tests is written at.
pub(super) const NOW: Millis = Millis(1_795_000_000_000);

pub(super) fn author(number: u8) -> Author {
    Author {
        actor: [number; 16],
        member: Id([0xa0 | number; 16]),
    }
}

pub(super) fn conversation() -> NewContactMoment {
    NewContactMoment {
        nickname: Some("Bram".into()),
        place: Some("Griftpark".into()),
        ..NewContactMoment::new(
            ContactKind::Conversation,
            "Sprak Bram bij de ingang, hij zoekt werk.".into(),
            Millis(1_794_999_000_000),
        )
    }
}

/// A contact moment by Fatima (author 1), and the same one as Bram's coach (author 2) received it.
pub(super) fn shared() -> (Document, Document) {
    let (document, change) = contact_moment::create(&author(1), conversation(), NOW).unwrap();
    let received = receive(None, &[change]);
    (document, received)
}

/// Takes in changes that must all be applicable.
pub(super) fn receive(current: Option<&Document>, changes: &[Change]) -> Document {
    let TakenIn {
        document, waiting, ..
    } = Document::take_in(current, changes).unwrap();
    assert!(waiting.is_empty());
    document.unwrap()
}

pub(super) fn read(document: &Document) -> ContactMoment {
    contact_moment::read(document).unwrap()
}

/// A difference as plain values, for asserting: (value, actor's first byte, chosen).
pub(super) fn alternatives(moment: &ContactMoment) -> Vec<(String, u8, bool)> {
    let [difference] = moment.differences.as_slice() else {
        panic!("{} differences instead of 1", moment.differences.len());
    };
    difference
        .values
        .iter()
        .map(|one| (one.value.as_str().to_owned(), one.actor[0], one.chosen))
        .collect()
}

/// Puts the right checksum on a chunk whose inside was changed. Needs the length prefix to be right.
pub(super) fn repair(chunk: &mut [u8]) {
    use sha2::{Digest, Sha256};
    let hash = Sha256::digest(&chunk[8..]);
    chunk[4..8].copy_from_slice(&hash[..4]);
}

/// A small generator, so that a failing run can be told by its seed.
pub(super) struct Chance(pub(super) u64);

impl Chance {
    pub(super) fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % limit as u64).unwrap()
    }
}
