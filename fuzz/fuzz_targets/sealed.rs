//! Sealed changes: what arrives under a key is opened or refused without a panic; what was sealed opens as it was,
//! and with one bit altered not at all.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nabij_fuzz::Dice;
use nabij_keys::{DocumentKey, OpenedChange, Zeroizing, open, seal};
use nabij_protocol::entry::{Payload, Place, SealedChange, decode};
use nabij_protocol::id::{DeviceId, DocumentId, Incarnation, LogId, Millis, Scope, SpaceId, TeamId};

fuzz_target!(init: nabij_fuzz::sow(seeds()), |input: &[u8]| {
    let Some((flip, bytes)) = input.split_first_chunk::<2>() else {
        return;
    };
    let mut dice = Dice(1);
    let key = DocumentKey::generate(&mut dice);
    let place = Place {
        team: TeamId([1; 16]),
        scope: Scope::Changes(SpaceId([2; 16])),
        log: LogId { device: DeviceId([3; 16]), incarnation: Incarnation(1) },
        number: 1,
    };
    if let Ok(change) = decode::<SealedChange>("change", bytes) {
        let _ = open(&key, &place, &change);
    }
    let opened = OpenedChange { claimed: Millis(5), change: Zeroizing::new(bytes.to_vec()) };
    let Ok(sealed) = seal(&key, &place, DocumentId([4; 16]), &opened, None, &mut dice) else {
        return;
    };
    let again = open(&key, &place, &sealed).expect("what was sealed opens");
    assert_eq!(again.change, opened.change);
    let mut altered = sealed;
    if let Payload::Here(bytes) = &mut altered.payload {
        let at = usize::from(u16::from_be_bytes(*flip)) % bytes.len();
        bytes[at] ^= 1;
    }
    assert!(open(&key, &place, &altered).is_err());
});

fn seeds() -> Vec<Vec<u8>> {
    let changes = nabij_fuzz::changes().into_iter().flatten();
    changes.map(|change| [&[0, 9], change.as_bytes()].concat()).collect()
}
