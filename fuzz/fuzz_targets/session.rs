//! A session that hears anything: no panic, whatever the order of messages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nabij_protocol::id::Hash;
use nabij_protocol::message::Message;
use nabij_protocol::session::{Effect, Session, Side};
use nabij_protocol::vector::Vectors;
use std::collections::BTreeSet;

fuzz_target!(|input: (bool, Vec<Vec<u8>>)| {
    let (hub, messages) = input;
    let salt = Hash([3; 32]);
    let mut session = if hub {
        Session::new(Side::Hub, salt, Vectors::default(), Some(BTreeSet::new()))
    } else {
        Session::new(Side::Laptop, salt, Vectors::default(), None)
    };
    if !hub {
        let _ = session.open(&BTreeSet::new(), &BTreeSet::new(), 0);
    }
    for bytes in messages {
        let Ok(message) = Message::decode(&bytes) else {
            continue;
        };
        let Ok(effects) = session.receive(message) else {
            return;
        };
        for effect in effects {
            match effect {
                Effect::Store(runs) => {
                    let heads: Vec<_> = runs
                        .iter()
                        .map(|run| (run.scope, run.log, run.last()))
                        .collect();
                    let _ = session.stored(1, &heads);
                }
                Effect::Fetch(_) => {
                    let _ = session.fetched(None);
                }
                _ => {}
            }
        }
        let _ = (session.outgoing(), session.incoming());
    }
});
