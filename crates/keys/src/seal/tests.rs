use super::*;
use crate::test_rng::TestRng;
use nabij_protocol::id::{DeviceId, Incarnation, LogId, Scope};
use proptest::prelude::*;

const TEAM: TeamId = TeamId([1; 16]);
const SPACE: SpaceId = SpaceId([2; 16]);
const DOCUMENT: DocumentId = DocumentId([3; 16]);

fn place() -> Place {
    let log = LogId {
        device: DeviceId([4; 16]),
        incarnation: Incarnation(5),
    };
    Place {
        team: TEAM,
        scope: Scope::Changes(SPACE),
        log,
        number: 6,
    }
}

fn change(bytes: &[u8]) -> OpenedChange {
    OpenedChange {
        claimed: Millis(1_795_370_000_000),
        change: Zeroizing::new(bytes.to_vec()),
    }
}

fn sealed(bytes: &[u8]) -> (DocumentKey, SealedChange) {
    let mut rng = TestRng::new(1);
    let key = DocumentKey::generate(&mut rng);
    let sealed = seal(&key, &place(), DOCUMENT, &change(bytes), None, &mut rng).unwrap();
    (key, sealed)
}

fn bytes_of(change: &SealedChange) -> &[u8] {
    match &change.payload {
        Payload::Here(bytes) => bytes,
        Payload::Erased(_) => panic!("erased"),
    }
}

#[test]
fn a_change_is_bound_to_place_and_document() {
    let (key, sealed) = sealed(b"Fatima sprak Bram in het Griftpark.");
    assert!(open(&key, &place(), &sealed).is_ok());
    let log = LogId {
        device: DeviceId([9; 16]),
        ..place().log
    };
    let wrong = [
        Place {
            team: TeamId([9; 16]),
            ..place()
        },
        Place {
            scope: Scope::Changes(SpaceId([9; 16])),
            ..place()
        },
        Place {
            scope: Scope::Space(SPACE),
            ..place()
        },
        Place { log, ..place() },
        Place {
            number: 7,
            ..place()
        },
    ];
    for place in wrong {
        assert_eq!(open(&key, &place, &sealed).err(), Some(Error::CannotOpen));
    }
    let moved = SealedChange {
        document: DocumentId([9; 16]),
        ..sealed.clone()
    };
    assert_eq!(open(&key, &place(), &moved).err(), Some(Error::CannotOpen));
    let other = DocumentKey::generate(&mut TestRng::new(2));
    assert_eq!(
        open(&other, &place(), &sealed).err(),
        Some(Error::CannotOpen)
    );
}

#[test]
fn an_erased_change_says_so() {
    let (key, sealed) = sealed(b"weg");
    let hash = sealed.payload.hash();
    let erased = SealedChange {
        payload: Payload::Erased(hash),
        ..sealed
    };
    assert_eq!(open(&key, &place(), &erased).err(), Some(Error::Erased));
}

#[test]
fn lengths_are_padded_and_text_is_packed() {
    let (_, short) = sealed(b"kort");
    let (_, longer) = sealed(&b"een wat langere tekst ".repeat(8));
    assert_eq!(
        (bytes_of(&short).len(), bytes_of(&longer).len()),
        (256 + 16, 256 + 16)
    );
    let mut noise = [0; 1000];
    rand_core::Rng::fill_bytes(&mut TestRng::new(1), &mut noise);
    assert_eq!(bytes_of(&sealed(&noise).1).len(), 1024 + 16);
    let (_, repeated) = sealed(&b"Gezin K. ".repeat(1000));
    assert!(bytes_of(&repeated).len() < 300);
}

#[test]
fn the_sealed_bytes_hold_nothing_of_the_change() {
    let (_, sealed) = sealed(b"Griftpark Griftpark");
    assert!(!bytes_of(&sealed).windows(4).any(|window| window == b"Grif"));
}

#[test]
fn a_change_of_a_mebibyte_fits_if_it_shrinks_and_a_larger_one_never() {
    let (key, sealed) = sealed(&vec![b'a'; MAX_CHANGE]);
    assert_eq!(
        open(&key, &place(), &sealed).unwrap().change.len(),
        MAX_CHANGE
    );
    let mut rng = TestRng::new(1);
    let larger = change(&vec![b'a'; MAX_CHANGE + 1]);
    let result = seal(&key, &place(), DOCUMENT, &larger, None, &mut rng);
    assert_eq!(result.err(), Some(Error::TooLarge("change")));
    let mut noise = vec![0; MAX_CHANGE];
    rand_core::Rng::fill_bytes(&mut rng, &mut noise);
    let result = seal(&key, &place(), DOCUMENT, &change(&noise), None, &mut rng);
    assert_eq!(result.err(), Some(Error::TooLarge("change")));
}

/// Seals bytes as they are, as a colleague with the key but a broken or hostile program could.
fn seal_raw(key: &DocumentKey, plain: &[u8]) -> SealedChange {
    let nonce = [8; 24];
    let bytes = lock(&key.0, &nonce, &change_bound(&place(), DOCUMENT), plain).unwrap();
    SealedChange {
        document: DOCUMENT,
        nonce,
        payload: Payload::Here(bytes),
        key: None,
    }
}

#[test]
fn what_opens_and_is_no_change_is_damaged() {
    let key = DocumentKey::generate(&mut TestRng::new(1));
    let within = |packing, change: &[u8]| {
        encode(&Within {
            claimed: Millis(0),
            packing,
            change,
        })
    };
    let mountain = vec![0; MAX_CHANGE + 1];
    let deflated = miniz_oxide::deflate::compress_to_vec(&mountain, 6);
    let (_, packed) = pack(&mountain);
    let stuffed = [within(Packing::Plain, b"a"), b"\0\0hidden".to_vec()].concat();
    let plains = [
        vec![],
        b"noise".to_vec(),
        within(Packing::Deflated, b"\xff\xff"),
        within(Packing::Deflated, &deflated),
        within(Packing::Dictionary1, b"\xff\xff"),
        within(Packing::Dictionary1, &packed),
        stuffed,
    ];
    for plain in plains {
        assert_eq!(
            open(&key, &place(), &seal_raw(&key, &plain)).err(),
            Some(Error::Damaged)
        );
    }
}

#[test]
fn a_document_key_opens_under_its_epoch_for_its_document_only() {
    let mut rng = TestRng::new(1);
    let (epoch, other) = (EpochKey::generate(&mut rng), EpochKey::generate(&mut rng));
    let key = DocumentKey::generate(&mut rng);
    let sealed = key.seal(&epoch, TEAM, SPACE, DOCUMENT, &mut rng).unwrap();
    let opened = DocumentKey::open(&epoch, TEAM, SPACE, DOCUMENT, &sealed).unwrap();
    assert_eq!(opened.0, key.0);
    let under_other = DocumentKey::open(&other, TEAM, SPACE, DOCUMENT, &sealed);
    assert_eq!(under_other.err(), Some(Error::OtherEpoch));
    let renamed = SealedKey {
        epoch: other.id(),
        ..sealed.clone()
    };
    let wrong = [
        DocumentKey::open(&other, TEAM, SPACE, DOCUMENT, &renamed),
        DocumentKey::open(&epoch, TeamId([9; 16]), SPACE, DOCUMENT, &sealed),
        DocumentKey::open(&epoch, TEAM, SpaceId([9; 16]), DOCUMENT, &sealed),
        DocumentKey::open(&epoch, TEAM, SPACE, DocumentId([9; 16]), &sealed),
    ];
    for opened in wrong {
        assert_eq!(opened.err(), Some(Error::CannotOpen));
    }
    for place in 0..sealed.sealed.len() {
        let mut altered = sealed.clone();
        altered.sealed[place] ^= 1;
        let opened = DocumentKey::open(&epoch, TEAM, SPACE, DOCUMENT, &altered);
        assert_eq!(opened.err(), Some(Error::CannotOpen));
    }
}

#[test]
fn a_key_goes_along_untouched() {
    let mut rng = TestRng::new(1);
    let (epoch, key) = (
        EpochKey::generate(&mut rng),
        DocumentKey::generate(&mut rng),
    );
    let attach = key.seal(&epoch, TEAM, SPACE, DOCUMENT, &mut rng).unwrap();
    let opened = change(b"eerste");
    let sealed = seal(
        &key,
        &place(),
        DOCUMENT,
        &opened,
        Some(attach.clone()),
        &mut rng,
    )
    .unwrap();
    assert_eq!(sealed.key, Some(attach));
}

#[test]
fn what_is_sent_stays_as_it_is() {
    let (_, sealed) = sealed(b"Fatima sprak Bram in het Griftpark.");
    insta::assert_snapshot!(data_encoding::HEXLOWER.encode(&encode(&sealed)));
}

#[test]
fn debug_shows_stars() {
    let shown = format!("{:?} {:?}", sealed(b"a").0, change(b"Bram"));
    assert_eq!(shown, "DocumentKey(***) OpenedChange(***)");
}

proptest! {
    #[test]
    fn what_is_sealed_opens(
        bytes in proptest::collection::vec(any::<u8>(), 0..3000),
        claimed in any::<i64>(),
    ) {
        let mut rng = TestRng::new(1);
        let key = DocumentKey::generate(&mut rng);
        let before = OpenedChange { claimed: Millis(claimed), change: Zeroizing::new(bytes) };
        let sealed = seal(&key, &place(), DOCUMENT, &before, None, &mut rng).unwrap();
        let after = open(&key, &place(), &sealed).unwrap();
        prop_assert_eq!((after.claimed, &after.change), (before.claimed, &before.change));
    }

    #[test]
    fn any_altered_byte_is_refused(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        place_of in any::<proptest::sample::Index>(),
        by in 1_u8..,
    ) {
        let (key, sealed) = sealed(&bytes);
        let mut payload = bytes_of(&sealed).to_vec();
        let at = place_of.index(payload.len() + 24);
        let mut altered = sealed.clone();
        if at < 24 {
            altered.nonce[at] ^= by;
        } else {
            payload[at - 24] ^= by;
            altered.payload = Payload::Here(payload);
        }
        prop_assert_eq!(open(&key, &place(), &altered).err(), Some(Error::CannotOpen));
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let key = DocumentKey::generate(&mut TestRng::new(1));
        let _ = open(&key, &place(), &seal_raw(&key, &bytes));
        let change = SealedChange {
            document: DOCUMENT,
            nonce: [0; 24],
            payload: Payload::Here(bytes),
            key: None,
        };
        prop_assert_eq!(open(&key, &place(), &change).err(), Some(Error::CannotOpen));
    }
}
