//! What several targets need: seeds to begin with, dice that fall the same every time, and real changes.

use nabij_domain::case_note::{self, CaseNoteEdit, NewCaseNote};
use nabij_domain::contact_moment::{self, ContactKind, ContactMomentEdit, NewContactMoment};
use nabij_domain::summary::{self, NewSummary, SummaryEdit};
use nabij_domain::{Author, Change, Id, Millis, Personal};
use rand_core::{TryCryptoRng, TryRng};
use std::convert::Infallible;
use std::path::PathBuf;

/// Writes inputs to begin with into the corpus folder that the fuzzer was given: it looks there after this.
pub fn sow(seeds: impl IntoIterator<Item = Vec<u8>>) {
    let folder = std::env::args().skip(1).map(PathBuf::from).find(|path| path.is_dir());
    let Some(folder) = folder else { return };
    for (number, seed) in seeds.into_iter().enumerate() {
        std::fs::write(folder.join(format!("seed-{number}")), seed).expect("a seed written");
    }
}

/// SplitMix64 in the place of randomness, so that an input does the same every time.
pub struct Dice(pub u64);

impl TryRng for Dice {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        self.try_next_u64().map(|number| number as u32)
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        Ok(z ^ (z >> 31))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for part in bytes.chunks_mut(8) {
            let number = self.try_next_u64()?.to_be_bytes();
            part.copy_from_slice(&number[..part.len()]);
        }
        Ok(())
    }
}

impl TryCryptoRng for Dice {}

/// Two changes of one document each, the second after the first, as the app writes them.
pub fn changes() -> Vec<[Change; 2]> {
    let author = Author { actor: [7; 16], member: Id([1; 16]) };
    let other = Author { actor: [8; 16], member: Id([2; 16]) };
    let (now, later) = (Millis(1_790_000_000_000), Millis(1_790_000_060_000));
    let words = |text: &str| Personal::from(text);
    let mut all = Vec::new();

    let note = NewCaseNote { case: Id([3; 16]), text: words("Huisarts belt terug.") };
    let (mut document, first) = case_note::create(&author, note, now).expect("a note");
    let edit = CaseNoteEdit { text: Some(words("Huisarts belde terug.")), withdrawn: Some(true) };
    let version = document.version();
    let second = case_note::edit(&mut document, &version, edit, &other, later);
    all.push([first, second.expect("an edit").expect("a change")]);

    let text = NewSummary { case: Id([3; 16]), text: words("Waar we staan: in maart.") };
    let (mut document, first) = summary::create(&author, text, now).expect("a summary");
    let edit = SummaryEdit { text: Some(words("Waar we staan: op school, in maart.")) };
    let version = document.version();
    let second = summary::edit(&mut document, &version, edit, &other, later);
    all.push([first, second.expect("an edit").expect("a change")]);

    let mut moment =
        NewContactMoment::new(ContactKind::Conversation, words("Slaapt bij oma."), now);
    moment.place = Some(words("Griftpark"));
    moment.persons = vec![Id([4; 16]), Id([5; 16])];
    let (mut document, first) = contact_moment::create(&author, moment, now).expect("a moment");
    let edit = ContactMomentEdit {
        text: Some(words("Slaapt bij zijn tante.")),
        place: Some(None),
        ..ContactMomentEdit::default()
    };
    let version = document.version();
    let second = contact_moment::edit(&mut document, &version, edit, &author, later);
    all.push([first, second.expect("an edit").expect("a change")]);
    all
}
