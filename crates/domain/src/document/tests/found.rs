//! What fuzzing found (`make fuzz`), kept: each gets its answer and nothing ends.

use crate::document::refused::CannotTakeIn;
use crate::document::{Change, Document};

/// A malformed mark, in a document that was none before: the library panicked, and once more while it cleaned up.
const MARK: &str = "\
    856f4a83cf72f54401a902001007070707070707070707070707070707010180d8c1a28c340000061549340142025611\
    57a001700276046b696e6406666f726d61740262790b7265636f726465645f61740c636f6e746163745f6b696e640474\
    65787402617405706c61636507706572736f0129001007070707070707070707070707070707010180d8c1a28c340000\
    06014956344202155157a001700276046f696e6406666f726d61740262790b7265636f72640000000000000000000000\
    0000000000000000000000000000000040000000000000000000000000000000000000000007070707070707010180d8\
    c1a28c34000006154934014202561157a001700276046b696e6406666f72939e8bfd9d86f49165636f726465645f6174\
    0c637a6f745f3035303530353035303530350a00";

#[test]
fn a_malformed_mark_is_refused_before_the_library_sees_it() {
    let bytes = MARK
        .as_bytes()
        .chunks(2)
        .map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect();
    let taken = Document::take_in(None, &[Change::from_bytes(bytes)]);
    assert_eq!(taken.map(|_| ()), Err(CannotTakeIn::Malformed));
}
