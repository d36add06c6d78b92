//! A file is read whole by whom it is for, and refused whole by everybody else.

use super::*;
use crate::DeviceKeys;
use crate::test_rng::TestRng;
use nabij_protocol::share_file::{CHECKSUM, Digest, HEADER, SEALED_CHUNK};

const TEAM: TeamId = TeamId([9; 16]);
const FATIMA: MemberId = MemberId([1; 16]);
const BRAM: MemberId = MemberId([2; 16]);
const WORDS: &[u8] = b"Jayden kreeg geen handen";

struct Cast {
    device: DeviceKeys,
    fatima: MemberKeys,
    bram: MemberKeys,
}

fn cast() -> Cast {
    let mut rng = TestRng::new(7);
    Cast {
        device: DeviceKeys::generate(&mut rng),
        fatima: MemberKeys::generate(&mut rng),
        bram: MemberKeys::generate(&mut rng),
    }
}

/// A section for both, one of several chunks for Fatima alone, and a frame for Bram alone.
fn file(cast: &Cast) -> Vec<u8> {
    let (mut rng, mut bytes) = (TestRng::new(8), Vec::new());
    let mut sink = |part: &[u8]| -> Result<(), Error> {
        bytes.extend_from_slice(part);
        Ok(())
    };
    let mut writer = ShareFileWriter::begin(TEAM, &mut rng, &mut sink).unwrap();
    let mut both = writer.section(&mut rng);
    writer.push(&mut both, WORDS, &mut sink).unwrap();
    let both = writer.end(both, &mut sink).unwrap();
    let mut hers = writer.section(&mut rng);
    for length in [1, 20_000, 16_380, 16_384] {
        writer.push(&mut hers, &vec![7; length], &mut sink).unwrap();
    }
    let hers = writer.end(hers, &mut sink).unwrap();
    let readers = [
        (
            FATIMA,
            cast.fatima.public(),
            vec![both.clone(), hers],
            vec![],
        ),
        (
            BRAM,
            cast.bram.public(),
            vec![both],
            vec![b"voor Bram".to_vec()],
        ),
    ];
    for (member, key, sections, frames) in &readers {
        let reader = (member, key.as_slice());
        writer
            .admit(reader, sections, frames, &mut rng, &mut sink)
            .unwrap();
    }
    writer
        .finish(&cast.device, Millis(5), &mut rng, &mut sink)
        .unwrap();
    bytes
}

fn source(bytes: &[u8]) -> impl FnMut(u64, usize) -> Result<Vec<u8>, Error> {
    move |at, length| {
        let at = usize::try_from(at).unwrap().min(bytes.len());
        Ok(bytes[at..(at + length).min(bytes.len())].to_vec())
    }
}

/// Everything that a member reads of a file.
type Read = (Admitted, Vec<Vec<Vec<u8>>>);

fn read(bytes: &[u8], keys: &MemberKeys, team: &TeamId, member: &MemberId) -> Result<Read, Error> {
    let mut source = source(bytes);
    let checked = Checked::check(bytes.len() as u64, &mut source)?;
    let admitted = checked.admit(keys, team, member, &mut source)?;
    let mut all = Vec::new();
    for section in &admitted.sections {
        let (mut reader, mut frames) = (checked.section(section)?, Vec::new());
        while let Some(frame) = reader.next(&mut source)? {
            frames.push(frame);
        }
        all.push(frames);
    }
    Ok((admitted, all))
}

/// What somebody without any key can do: make the checksum hold again.
fn repair(bytes: &mut [u8]) {
    let end = bytes.len() - CHECKSUM;
    let mut digest = Digest::default();
    digest.update(&bytes[..end]);
    bytes[end..].copy_from_slice(&digest.value().0);
}

#[test]
fn each_reads_their_own_sections_and_no_others() {
    let cast = cast();
    let bytes = file(&cast);
    let (admitted, sections) = read(&bytes, &cast.fatima, &TEAM, &FATIMA).unwrap();
    assert_eq!(admitted.statement.signer, cast.device.card().signing);
    assert_eq!(sections[0], [WORDS.to_vec()]);
    let lengths: Vec<usize> = sections[1].iter().map(Vec::len).collect();
    assert_eq!(lengths, [1, 20_000, 16_380, 16_384]);
    let (admitted, sections) = read(&bytes, &cast.bram, &TEAM, &BRAM).unwrap();
    assert_eq!(sections, [vec![WORDS.to_vec()]]);
    assert_eq!(admitted.frames, [b"voor Bram".to_vec()]);
}

#[test]
fn a_stick_that_is_found_shows_nothing() {
    let cast = cast();
    let bytes = file(&cast);
    let (signer, device) = (cast.device.card().signing, cast.device.id());
    let secrets: [&[u8]; 7] = [
        WORDS,
        b"voor Bram",
        &TEAM.0,
        &FATIMA.0,
        &BRAM.0,
        &signer.0,
        &device.0,
    ];
    for secret in secrets {
        assert!(!bytes.windows(secret.len()).any(|window| window == secret));
    }
    // Two files of the same have nothing in common but how they begin.
    let mut other = Vec::new();
    let mut sink = |part: &[u8]| -> Result<(), Error> {
        other.extend_from_slice(part);
        Ok(())
    };
    let mut rng = TestRng::new(99);
    let mut writer = ShareFileWriter::begin(TEAM, &mut rng, &mut sink).unwrap();
    let reader = (&BRAM, &cast.bram.public()[..]);
    writer.admit(reader, &[], &[], &mut rng, &mut sink).unwrap();
    writer
        .finish(&cast.device, Millis(5), &mut rng, &mut sink)
        .unwrap();
    // Little and less: the same length.
    assert_eq!(other.len(), bytes.len());
    assert!(
        other[10..HEADER]
            .iter()
            .zip(&bytes[10..])
            .filter(|(a, b)| a == b)
            .count()
            < 6
    );
}

#[test]
fn who_it_is_not_for_is_told_so() {
    let cast = cast();
    let bytes = file(&cast);
    let stranger = MemberKeys::generate(&mut TestRng::new(3));
    let err = |keys, team, member| read(&bytes, keys, &team, &member).err();
    let noor = MemberId([3; 16]);
    assert_eq!(err(&stranger, TEAM, noor), Some(Error::NotForYou));
    // A key fits its own member only.
    assert_eq!(err(&cast.bram, TEAM, FATIMA), Some(Error::NotForYou));
    let other = TeamId([8; 16]);
    assert_eq!(err(&cast.bram, other, BRAM), Some(Error::OtherTeam));
}

#[test]
fn what_is_no_share_file_or_a_newer_one_is_told_so() {
    let cast = cast();
    let mut bytes = file(&cast);
    let reads = |bytes: &[u8]| read(bytes, &cast.bram, &TEAM, &BRAM).err();
    for foreign in [&b""[..], b"Nabij", b"PK\x03\x04 a spreadsheet, surely"] {
        assert_eq!(reads(foreign), Some(Error::Foreign));
    }
    bytes[8] = 1;
    let newer = Error::Newer {
        found: 257,
        known: 1,
    };
    assert_eq!(reads(&bytes), Some(newer));
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let cast = cast();
    let bytes = file(&cast);
    let borders = (0..bytes.len()).step_by(SEALED_CHUNK).map(|at| at + HEADER);
    let near_the_end = bytes.len() - 2000..bytes.len();
    for end in borders.filter(|end| *end < bytes.len()).chain(near_the_end) {
        let mut cut = bytes[..end].to_vec();
        assert!(read(&cut, &cast.bram, &TEAM, &BRAM).is_err(), "{end}");
        repair(&mut cut);
        assert!(read(&cut, &cast.bram, &TEAM, &BRAM).is_err(), "{end}");
    }
    let longer = [&bytes[..], &[0]].concat();
    assert_eq!(
        read(&longer, &cast.bram, &TEAM, &BRAM).err(),
        Some(Error::Damaged)
    );
}

#[test]
fn any_altered_byte_is_noticed_before_anything_is_opened() {
    let cast = cast();
    let bytes = file(&cast);
    let ends = (0..HEADER).chain(bytes.len() - 400..bytes.len());
    for at in ends.chain((HEADER..bytes.len()).step_by(211)) {
        let mut altered = bytes.clone();
        altered[at] ^= 1 << (at % 8);
        let checked = Checked::check(altered.len() as u64, &mut source(&altered));
        assert!(checked.is_err(), "{at}");
    }
}

#[test]
fn who_alters_a_byte_and_the_checksum_is_noticed_too() {
    let cast = cast();
    let bytes = file(&cast);
    let end = bytes.len() - CHECKSUM;
    let some = (0..end)
        .step_by(1531)
        .chain(8..HEADER)
        .chain([end - 1, end - 40]);
    for at in some {
        let mut altered = bytes.clone();
        altered[at] ^= 1 << (at % 8);
        repair(&mut altered);
        assert!(read(&altered, &cast.bram, &TEAM, &BRAM).is_err(), "{at}");
    }
    // Two chunks that change places.
    let mut swapped = bytes.clone();
    let (one, two) = (HEADER + SEALED_CHUNK, HEADER + 2 * SEALED_CHUNK);
    swapped.copy_within(two..two + SEALED_CHUNK, one);
    swapped[two..two + SEALED_CHUNK].copy_from_slice(&bytes[one..two]);
    repair(&mut swapped);
    assert_eq!(
        read(&swapped, &cast.fatima, &TEAM, &FATIMA).err(),
        Some(Error::Damaged)
    );
}

#[test]
fn lengths_come_in_classes() {
    let mut sizes = std::collections::BTreeSet::new();
    for length in (0..2_000_000).step_by(16_000) {
        let (mut rng, mut bytes) = (TestRng::new(1), 0);
        let mut sink = |part: &[u8]| -> Result<(), Error> {
            bytes += part.len();
            Ok(())
        };
        let mut writer = ShareFileWriter::begin(TEAM, &mut rng, &mut sink).unwrap();
        let mut section = writer.section(&mut rng);
        writer
            .push(&mut section, &vec![1; length + 1], &mut sink)
            .unwrap();
        writer.end(section, &mut sink).unwrap();
        let device = DeviceKeys::generate(&mut rng);
        writer
            .finish(&device, Millis(1), &mut rng, &mut sink)
            .unwrap();
        sizes.insert(bytes);
    }
    // 125 lengths, some 120 numbers of chunks.
    assert!(sizes.len() <= 26, "{sizes:?}");
}
