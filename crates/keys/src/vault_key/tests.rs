use super::*;
use crate::test_rng::TestRng;
use proptest::prelude::*;

const CHEAP: Cost = Cost {
    memory_kib: 64,
    passes: 1,
    lanes: 1,
};
const PHRASE: &str = "lantaarn-brug-fiets-appel-wolk-trein-kade";

fn file() -> (KeyFile, VaultKey) {
    KeyFile::create(PHRASE, CHEAP, &mut TestRng::new(1)).unwrap()
}

#[test]
fn the_passphrase_opens_and_another_does_not() {
    let (file, key) = file();
    assert_eq!(file.open(PHRASE).unwrap().expose(), key.expose());
    for other in ["", "lantaarn", "Lantaarn-brug-fiets-appel-wolk-trein-kade"] {
        assert_eq!(file.open(other).err(), Some(Error::WrongPassphrase));
    }
}

#[test]
fn the_same_text_opens_however_it_was_typed() {
    let mut rng = TestRng::new(2);
    let (file, key) = KeyFile::create("caf\u{e9} op de brug", CHEAP, &mut rng).unwrap();
    let again = file.open(" cafe\u{301} op de brug\r\n").unwrap();
    assert_eq!(again.expose(), key.expose());
}

#[test]
fn rewrapping_keeps_the_vault_key() {
    let (file, key) = file();
    let dearer = Cost {
        memory_kib: 128,
        ..CHEAP
    };
    let next = file
        .rewrap(PHRASE, "iets anders voortaan", dearer, &mut TestRng::new(3))
        .unwrap();
    assert_eq!(next.cost(), dearer);
    assert_eq!(
        next.open("iets anders voortaan").unwrap().expose(),
        key.expose()
    );
    assert_eq!(next.open(PHRASE).err(), Some(Error::WrongPassphrase));
    let wrong = file.rewrap("iets", "anders", CHEAP, &mut TestRng::new(4));
    assert_eq!(wrong.err(), Some(Error::WrongPassphrase));
}

#[test]
fn any_altered_byte_is_refused() {
    let bytes = file().0.to_bytes();
    assert!(KeyFile::from_bytes(&bytes).unwrap() == file().0);
    for place in 0..bytes.len() {
        let mut altered = bytes.clone();
        altered[place] ^= 1;
        let expected = match place {
            0..9 => Error::Foreign,
            9 => Error::Newer {
                found: 257,
                known: 1,
            },
            _ => Error::Damaged,
        };
        assert_eq!(
            KeyFile::from_bytes(&altered).err(),
            Some(expected),
            "byte {place}"
        );
    }
    assert_eq!(
        KeyFile::from_bytes(&bytes[..bytes.len() - 1]).err(),
        Some(Error::Damaged)
    );
    assert_eq!(KeyFile::from_bytes(&bytes[..9]).err(), Some(Error::Damaged));
    assert_eq!(KeyFile::from_bytes(b"").err(), Some(Error::Foreign));
}

#[test]
fn a_newer_file_is_named_as_such() {
    let newer = [MAGIC, &[0, 2], b"whatever"].concat();
    assert_eq!(
        KeyFile::from_bytes(&newer).err(),
        Some(Error::Newer { found: 2, known: 1 })
    );
}

#[test]
fn an_absurd_cost_is_refused_before_any_work() {
    let (KeyFile(body), _) = file();
    for (memory_kib, passes) in [(u32::MAX, 1), (64, u32::MAX), (0, 1)] {
        let planted = KeyFile(Body {
            memory_kib,
            passes,
            ..body.clone()
        });
        assert_eq!(
            KeyFile::from_bytes(&planted.to_bytes()).err(),
            Some(Error::Damaged)
        );
        assert_eq!(planted.open(PHRASE).err(), Some(Error::Cost));
    }
}

#[test]
fn a_lowered_cost_with_a_new_checksum_opens_nothing() {
    let (KeyFile(body), _) = file();
    let planted = KeyFile(Body {
        memory_kib: 32,
        ..body
    });
    let read = KeyFile::from_bytes(&planted.to_bytes()).unwrap();
    assert_eq!(read.open(PHRASE).err(), Some(Error::WrongPassphrase));
}

#[test]
fn what_is_kept_stays_as_it_is() {
    let bytes = file().0.to_bytes();
    insta::assert_snapshot!(data_encoding::HEXLOWER.encode(&bytes));
}

#[test]
fn debug_shows_stars() {
    let (file, key) = file();
    assert_eq!(format!("{file:?} {key:?}"), "KeyFile(***) VaultKey(***)");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200), ours in any::<bool>()) {
        let start: &[u8] = if ours { b"NABIJ-KEY\x00\x01" } else { b"" };
        prop_assert!(KeyFile::from_bytes(&[start, &bytes].concat()).is_err());
    }
}
