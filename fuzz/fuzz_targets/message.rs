//! Session messages, with receipts, runs, sealed changes and requests to join in them: decoding never panics,
//! and what decodes says the same when it is encoded and decoded again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nabij_protocol::id::{Hash, SigningPublic, TeamId};
use nabij_protocol::message::Message;

fuzz_target!(|bytes: &[u8]| {
    let Ok(message) = Message::decode(bytes) else {
        return;
    };
    let again = Message::decode(&message.encode()).expect("what was encoded decodes");
    assert_eq!(message, again);
    match message {
        Message::Page(runs) => {
            for run in runs {
                let _ = run.check(TeamId([1; 16]), Hash::ZERO, &SigningPublic([2; 32]));
            }
        }
        Message::Receipt(receipt) => {
            let _ = receipt.check();
            let _ = receipt.for_scopes(&Default::default());
        }
        Message::Join(request) => {
            let _ = request.check();
        }
        _ => {}
    }
});
