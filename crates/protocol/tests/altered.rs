//! Whatever comes from outside: altered in any byte it is refused, and nothing makes a decoder panic.

use ed25519_dalek::{Signer, SigningKey};
use nabij_protocol::Error;
use nabij_protocol::entry::*;
use nabij_protocol::id::*;
use nabij_protocol::join::JoinRequest;
use nabij_protocol::message::Message;
use nabij_protocol::receipt::Receipt;
use nabij_protocol::record::Record;
use proptest::prelude::*;

const TEAM: TeamId = TeamId([1; 16]);
const SCOPE: Scope = Scope::Changes(SpaceId([2; 16]));

fn signing() -> SigningKey {
    SigningKey::from_bytes(&[3; 32])
}

fn public() -> SigningPublic {
    SigningPublic(signing().verifying_key().to_bytes())
}

fn log() -> LogId {
    LogId {
        device: DeviceId::of(&public()),
        incarnation: Incarnation(1),
    }
}

fn run(scope: Scope, contents: Vec<Content>) -> Run {
    let mut head = Hash::ZERO;
    for (number, content) in (1..).zip(&contents) {
        head = entry_hash(
            &Place {
                team: TEAM,
                scope,
                log: log(),
                number,
            },
            &head,
            content,
        );
    }
    let signature = Signature(signing().sign(&signed_bytes(&head)).to_bytes());
    Run {
        scope,
        log: log(),
        after: 0,
        contents,
        signature,
    }
}

fn change(payload: Vec<u8>, key: Option<SealedKey>) -> Content {
    let payload = Payload::Here(payload);
    Content::Change(SealedChange {
        document: DocumentId([4; 16]),
        nonce: [5; 24],
        payload,
        key,
    })
}

/// Flips bits in every byte in turn; each time the run must be refused, unless the bytes still say
/// exactly the same (an empty key row has two spellings).
fn refuses_every_alteration(run: Run, mask: u8) {
    let bytes = encode(&run);
    for at in 0..bytes.len() {
        let mut altered = bytes.clone();
        if let Some(byte) = altered.get_mut(at) {
            *byte ^= mask;
        }
        if let Ok(read) = decode::<Run>("run", &altered)
            && read != run
        {
            assert!(
                read.check(TEAM, Hash::ZERO, &public()).is_err(),
                "byte {at}"
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    // The key row of a change is not part of the chain, so that it can be destroyed: it is left out here
    // and protected by its own seal, which only the room with the keys can check.
    #[test]
    fn a_sealed_change_altered_in_any_byte_is_refused(
        payloads in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..4),
        mask in 1..=255u8,
    ) {
        let contents = payloads.into_iter().map(|payload| change(payload, None)).collect();
        refuses_every_alteration(run(SCOPE, contents), mask);
    }

    #[test]
    fn a_record_altered_in_any_byte_is_refused(
        record in prop::collection::vec(any::<u8>(), 0..60),
        mask in 1..=255u8,
    ) {
        refuses_every_alteration(run(Scope::Team, vec![Content::Record(record)]), mask);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_bytes_make_a_decoder_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = Message::decode(&bytes);
        let _ = decode::<Record>("record", &bytes);
        let _ = decode::<Run>("run", &bytes);
        let _ = decode::<Content>("content", &bytes);
        let _ = decode::<Receipt>("receipt", &bytes);
        let _ = decode::<JoinRequest>("join request", &bytes);
    }

    #[test]
    fn no_mutation_of_a_real_message_makes_a_decoder_panic(
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = Message::Page(vec![run(SCOPE, vec![change(vec![7; 30], None)])]).encode();
        for (at, byte) in flips {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(Message::Page(runs)) = Message::decode(&bytes) {
            for run in runs {
                let _ = run.check(TEAM, Hash::ZERO, &public());
            }
        }
        bytes.truncate(cut.index(bytes.len()));
        prop_assert!(Message::decode(&bytes).is_err());
    }
}

#[test]
fn a_run_is_accepted_only_where_it_belongs() {
    let good = || run(SCOPE, vec![change(vec![1], None)]);
    assert_eq!(good().check(TEAM, Hash::ZERO, &public()).unwrap().len(), 1);
    assert_eq!(
        good().check(TeamId([9; 16]), Hash::ZERO, &public()),
        Err(Error::BadSignature)
    );
    assert_eq!(
        good().check(TEAM, Hash([9; 32]), &public()),
        Err(Error::BadSignature)
    );
    let other = SigningPublic(SigningKey::from_bytes(&[9; 32]).verifying_key().to_bytes());
    assert_eq!(
        good().check(TEAM, Hash::ZERO, &other),
        Err(Error::Malformed("run of this device"))
    );
    let misplaced = run(Scope::Team, vec![change(vec![1], None)]);
    assert_eq!(
        misplaced.check(TEAM, Hash::ZERO, &public()),
        Err(Error::Malformed("run of this scope"))
    );
    assert_eq!(
        run(SCOPE, vec![]).check(TEAM, Hash::ZERO, &public()),
        Err(Error::Malformed("run"))
    );
    let large = run(SCOPE, vec![change(vec![0; MAX_CONTENT + 1], None)]);
    assert_eq!(
        large.check(TEAM, Hash::ZERO, &public()),
        Err(Error::TooLarge("sealed change"))
    );
}

#[test]
fn a_key_row_is_not_part_of_the_chain() {
    let key = SealedKey {
        epoch: EpochId([6; 16]),
        nonce: [7; 24],
        sealed: vec![8; 48],
    };
    let with = run(SCOPE, vec![change(vec![1], Some(key))]);
    let without = Run {
        contents: vec![change(vec![1], None)],
        ..with.clone()
    };
    assert!(with.check(TEAM, Hash::ZERO, &public()).is_ok());
    assert!(without.check(TEAM, Hash::ZERO, &public()).is_ok());
}

#[test]
fn an_erased_payload_leaves_the_chain_whole() {
    let with = run(SCOPE, vec![change(vec![1], None), change(vec![2], None)]);
    let mut erased = with.clone();
    if let Content::Change(change) = &mut erased.contents[0] {
        change.payload = Payload::Erased(change.payload.hash());
    }
    assert!(erased.check(TEAM, Hash::ZERO, &public()).is_ok());
}
