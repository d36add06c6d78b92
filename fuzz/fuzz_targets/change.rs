//! Automerge chunks behind the wall: one and another after it, never a panic, and what is let in loads again.
//!
//! A chunk begins with a checksum, which mutation does not guess. The input is what stands behind it; the frame is
//! made here, so that mutated changes reach the decoder and the document.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nabij_domain::{Change, Document};
use sha2::{Digest as _, Sha256};

const MAGIC: [u8; 4] = [0x85, 0x6f, 0x4a, 0x83];
const CHANGE: u8 = 1;

fuzz_target!(init: nabij_fuzz::sow(seeds()), |input: &[u8]| {
    let Some(([high, low], rest)) = input.split_first_chunk::<2>() else {
        return;
    };
    let length = usize::from(u16::from_be_bytes([*high, *low])).min(rest.len());
    let (one, other) = rest.split_at(length);
    let (one, other) = (framed(one), framed(other));
    let document = taken(None, &[one.clone()]);
    if let Some(document) = &document {
        let again = Document::load(&document.save()).expect("what was let in loads again");
        assert_eq!(again.version(), document.version());
    }
    let after = taken(document.as_ref(), &[other.clone()]);
    // Both at once, in the other order, say the same: order of arrival decides nothing.
    if let (Some(after), Some(_)) = (after, &document) {
        let at_once = taken(None, &[other, one]).expect("what came one by one comes at once");
        assert_eq!(after.version(), at_once.version());
    }
});

fn taken(document: Option<&Document>, changes: &[Change]) -> Option<Document> {
    Document::take_in(document, changes).ok().and_then(|taken| taken.document)
}

fn framed(body: &[u8]) -> Change {
    let mut kind_and_length = vec![CHANGE];
    let mut length = body.len();
    loop {
        let seven = (length & 0x7f) as u8;
        length >>= 7;
        if length == 0 {
            kind_and_length.push(seven);
            break;
        }
        kind_and_length.push(seven | 0x80);
    }
    let hash = Sha256::new().chain_update(&kind_and_length).chain_update(body).finalize();
    Change::from_bytes([&MAGIC[..], &hash[..4], &kind_and_length, body].concat())
}

/// What stands behind the frame of a chunk.
fn body(change: &Change) -> &[u8] {
    let after_kind = &change.as_bytes()[9..];
    let length = after_kind.iter().take_while(|byte| **byte & 0x80 != 0).count() + 1;
    &after_kind[length..]
}

fn seeds() -> Vec<Vec<u8>> {
    let mut seeds = Vec::new();
    for [one, other] in nabij_fuzz::changes() {
        assert_eq!(framed(body(&one)), one, "the frame is the library's");
        let length = u16::try_from(body(&one).len()).expect("short");
        seeds.push([&length.to_be_bytes()[..], body(&one), body(&other)].concat());
    }
    seeds
}
