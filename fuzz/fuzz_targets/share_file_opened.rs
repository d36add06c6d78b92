//! A whole share file through the reader of the keys, with a key that opens it: any frames come back as they were,
//! in their sections; one byte altered behind a checksum that fits, or an end that is missing, is refused.
#![no_main]

use libfuzzer_sys::arbitrary::{self, Arbitrary, Unstructured};
use libfuzzer_sys::fuzz_target;
use nabij_fuzz::Dice;
use nabij_keys::share_file::{Checked, ShareFileWriter};
use nabij_keys::{DeviceKeys, Error, MemberKeys};
use nabij_protocol::id::{MemberId, Millis, TeamId};
use nabij_protocol::message::Message;
use nabij_protocol::share_file::{CHECKSUM, Digest};

const TEAM: TeamId = TeamId([9; 16]);
const READER: MemberId = MemberId([1; 16]);

#[derive(Debug, Arbitrary)]
struct Input {
    sections: Vec<Vec<Vec<u8>>>,
    receipts: Vec<Vec<u8>>,
    alter: Option<(u32, u8)>,
    cut: Option<u16>,
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut input) = Input::arbitrary(&mut Unstructured::new(bytes)) else {
        return;
    };
    input.sections.truncate(8);
    for frames in input.sections.iter_mut().chain([&mut input.receipts]) {
        frames.retain(|frame| !frame.is_empty());
    }
    let mut dice = Dice(1);
    let keys = MemberKeys::generate(&mut dice);
    let mut file = written(&input, &keys, &mut dice).expect("a file is written");
    let whole = read(&file, &keys).expect("a whole file is read");
    assert_eq!(whole.0, input.sections);
    assert_eq!(whole.1, input.receipts);
    for frame in whole.0.iter().flatten().chain(&whole.1) {
        let _ = Message::decode(frame);
    }
    if let Some((at, mask)) = input.alter.filter(|(_, mask)| *mask != 0) {
        let at = at as usize % (file.len() - CHECKSUM);
        file[at] ^= mask;
        // Whoever alters a file can make the checksum fit again.
        let end = file.len() - CHECKSUM;
        let mut digest = Digest::default();
        digest.update(&file[..end]);
        let sum = digest.value().0;
        file[end..].copy_from_slice(&sum);
        assert!(read(&file, &keys).is_err(), "altered at {at}");
    } else if let Some(cut) = input.cut.filter(|cut| *cut != 0) {
        file.truncate(file.len().saturating_sub(usize::from(cut)));
        assert!(read(&file, &keys).is_err(), "cut by {cut}");
    }
});

fn written(input: &Input, keys: &MemberKeys, dice: &mut Dice) -> Result<Vec<u8>, Error> {
    let device = DeviceKeys::generate(dice);
    let mut file = Vec::new();
    let mut sink = |part: &[u8]| -> Result<(), Error> {
        file.extend_from_slice(part);
        Ok(())
    };
    let mut writer = ShareFileWriter::begin(TEAM, dice, &mut sink)?;
    let mut sections = Vec::new();
    for frames in &input.sections {
        let mut section = writer.section(dice);
        for frame in frames {
            writer.push(&mut section, frame, &mut sink)?;
        }
        sections.push(writer.end(section, &mut sink)?);
    }
    let public = keys.public();
    writer.admit((&READER, &public), &sections, &input.receipts, dice, &mut sink)?;
    writer.finish(&device, Millis(5), dice, &mut sink)?;
    Ok(file)
}

/// The frames of all sections, and those of the directory.
type Frames = (Vec<Vec<Vec<u8>>>, Vec<Vec<u8>>);

fn read(bytes: &[u8], keys: &MemberKeys) -> Result<Frames, Error> {
    let mut source = |at: u64, length: usize| -> Result<Vec<u8>, Error> {
        let at = usize::try_from(at).expect("narrow").min(bytes.len());
        Ok(bytes[at..at.saturating_add(length).min(bytes.len())].to_vec())
    };
    let checked = Checked::check(bytes.len() as u64, &mut source)?;
    let admitted = checked.admit(keys, &TEAM, &READER, &mut source)?;
    let mut all = Vec::new();
    for section in &admitted.sections {
        let (mut reader, mut frames) = (checked.section(section)?, Vec::new());
        while let Some(frame) = reader.next(&mut source)? {
            frames.push(frame);
        }
        all.push(frames);
    }
    Ok((all, admitted.frames))
}
