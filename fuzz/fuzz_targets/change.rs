//! Automerge chunks behind the wall: alone and after another, never a panic, and what is let in loads again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nabij_domain::{Change, Document};

fuzz_target!(|input: (Vec<u8>, Vec<u8>)| {
    let first = Change::from_bytes(input.0);
    let taken = Document::take_in(None, std::slice::from_ref(&first));
    let document = taken.ok().and_then(|taken| taken.document);
    if let Some(document) = &document {
        Document::load(&document.save()).expect("what was let in loads again");
    }
    let second = Change::from_bytes(input.1);
    let _ = Document::take_in(document.as_ref(), &[second]);
});
