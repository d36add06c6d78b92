//! Whoever writes what on which version, in whatever order it arrives: everybody ends with the same.

use proptest::prelude::*;

use super::support::{Chance, NOW, author, conversation};
use crate::choice;
use crate::contact_moment::{self, ContactKind, ContactMomentEdit};
use crate::document::{Change, Document, Version};
use crate::field::Field;
use crate::id::Id;
use crate::refusal::Refusal;
use crate::summary::{self, NewSummary, SummaryEdit};

const WORDS: [&str; 5] = [
    "Bouw.",
    "Horeca.",
    "Zorg, overdag.",
    "Zoekt werk 🙂 bij de é",
    "Niets.",
];

/// One thing that happens to one of the three colleagues.
#[derive(Clone, Debug)]
enum Step {
    /// Writes something, on the nth version this colleague has seen.
    Write {
        who: usize,
        version: usize,
        field: usize,
        word: usize,
    },
    /// Receives some of what another wrote, in a shuffled order, perhaps double.
    Receive { who: usize, from: usize, seed: u64 },
    /// Restarts: only what was saved is left.
    Restart { who: usize },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..3_usize, 0..50_usize, 0..9_usize, 0..WORDS.len())
            .prop_map(|(who, version, field, word)| Step::Write { who, version, field, word }),
        2 => (0..3_usize, 0..3_usize, 1..u64::MAX)
            .prop_map(|(who, from, seed)| Step::Receive { who, from, seed }),
        1 => (0..3_usize).prop_map(|who| Step::Restart { who }),
    ]
}

/// One colleague's laptop.
struct Laptop {
    document: Document,
    versions: Vec<Version>,
    /// Everything this laptop knows, as its log holds it.
    log: Vec<Change>,
}

impl Laptop {
    fn receive(&mut self, changes: &[Change]) {
        // As the store does it: what waits is offered again together with the log.
        let mut all = self.log.clone();
        all.extend(
            changes
                .iter()
                .filter(|change| !self.log.contains(change))
                .cloned(),
        );
        let taken = Document::take_in(Some(&self.document), &all).unwrap();
        self.document = taken.document.unwrap();
        self.versions.push(self.document.version());
        self.log = all;
    }
}

fn write_moment(laptop: &mut Laptop, who: usize, base: &Version, field: usize, word: usize) {
    let words = WORDS[word];
    if field > 5 {
        return choose(laptop, who, base, field, word);
    }
    let mut edit = ContactMomentEdit::default();
    match field {
        0 => edit.text = Some(words.into()),
        1 => edit.place = Some((word > 1).then(|| words.into())),
        2 => edit.nickname = Some(Some(words.into())),
        3 => edit.kind = Some(ContactKind::ALL[word]),
        4 => edit.withdrawn = Some(word.is_multiple_of(2)),
        _ => edit.case = Some(Some(Id([u8::try_from(word).unwrap(); 16]))),
    }
    let by = author(u8::try_from(who).unwrap() + 1);
    let change = contact_moment::edit(&mut laptop.document, base, edit, &by, NOW).unwrap();
    laptop.log.extend(change);
}

/// Chooses in the first field that differs, or takes the first choice back; where there is none, nothing.
fn choose(laptop: &mut Laptop, who: usize, base: &Version, how: usize, word: usize) {
    let by = author(u8::try_from(who).unwrap() + 1);
    let seen = contact_moment::read_at(&laptop.document, base).unwrap();
    let open = seen.differences.iter().find(|one| one.settled.is_none());
    let done = seen.differences.iter().find(|one| one.settled.is_some());
    let document = &mut laptop.document;
    let change = match (how, open, done) {
        (6, Some(one), _) => {
            choice::keep(document, base, one.field, word % one.values.len(), &by, NOW).unwrap()
        }
        (7, Some(one), _) => {
            let words = if one.field == Field::At {
                "17"
            } else {
                WORDS[word]
            };
            match choice::write(document, base, one.field, words.into(), &by, NOW) {
                Err(refusal) => {
                    assert_eq!(refusal, Refusal::OnlyItsValues { field: one.field });
                    None
                }
                change => change.unwrap(),
            }
        }
        (8, _, Some(one)) => {
            let change = choice::take_back(document, base, one.field, &by, NOW).unwrap();
            assert!(change.is_some());
            change
        }
        _ => None,
    };
    laptop.log.extend(change);
}

fn write_summary(laptop: &mut Laptop, who: usize, base: &Version, field: usize, word: usize) {
    let text = format!("{} {}", WORDS[word], WORDS[(word + field) % WORDS.len()]);
    let by = author(u8::try_from(who).unwrap() + 1);
    let edit = SummaryEdit {
        text: Some(text.into()),
    };
    let change = summary::edit(&mut laptop.document, base, edit, &by, NOW).unwrap();
    laptop.log.extend(change);
}

fn shuffled(changes: &[Change], chance: &mut Chance, keep_all: bool) -> Vec<Change> {
    let mut out = Vec::new();
    for change in changes {
        let copies = if keep_all {
            1 + chance.below(2)
        } else {
            chance.below(3)
        };
        for _ in 0..copies {
            out.insert(chance.below(out.len() + 1), change.clone());
        }
    }
    out
}

type Write = fn(&mut Laptop, usize, &Version, usize, usize);

fn run(first: (Document, Change), steps: Vec<Step>, write: Write) -> Vec<Laptop> {
    let (document, genesis) = first;
    let mut laptops: Vec<Laptop> = (0..3)
        .map(|_| Laptop {
            document: document.clone(),
            versions: vec![document.version()],
            log: vec![genesis.clone()],
        })
        .collect();
    for step in steps {
        match step {
            Step::Write {
                who,
                version,
                field,
                word,
            } => {
                let laptop = &mut laptops[who];
                let base = laptop.versions[version % laptop.versions.len()].clone();
                write(laptop, who, &base, field, word);
                laptop.versions.push(laptop.document.version());
            }
            Step::Receive { who, from, seed } => {
                let some = shuffled(&laptops[from].log, &mut Chance(seed), false);
                laptops[who].receive(&some);
            }
            Step::Restart { who } => {
                let saved = laptops[who].document.save();
                laptops[who].document = Document::load(&saved).unwrap();
            }
        }
    }
    // In the end everything reaches everybody, one by one, in three different orders.
    let everything: Vec<Change> = laptops
        .iter()
        .flat_map(|laptop| laptop.log.clone())
        .collect();
    for (who, laptop) in laptops.iter_mut().enumerate() {
        let mut chance = Chance(u64::try_from(who).unwrap() + 7);
        for change in shuffled(&everything, &mut chance, true) {
            laptop.receive(&[change]);
        }
    }
    laptops
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

    #[test]
    fn three_laptops_agree_on_a_contact_moment(steps in prop::collection::vec(step(), 1..25)) {
        let first = contact_moment::create(&author(1), conversation(), NOW).unwrap();
        let laptops = run(first, steps, write_moment);
        let read = |laptop: &Laptop| contact_moment::read(&laptop.document).unwrap();
        for laptop in &laptops {
            prop_assert_eq!(laptop.document.version(), laptops[0].document.version());
            prop_assert_eq!(read(laptop), read(&laptops[0]));
        }
        // A laptop that starts from the log alone ends there too.
        let fresh = Document::take_in(None, &laptops[0].log).unwrap().document.unwrap();
        prop_assert_eq!(contact_moment::read(&fresh), Ok(read(&laptops[0])));
    }

    #[test]
    fn three_laptops_agree_on_a_summary(steps in prop::collection::vec(step(), 1..25)) {
        let new = NewSummary { case: Id([7; 16]), text: "Zoekt werk.".into() };
        let first = summary::create(&author(1), new, NOW).unwrap();
        let laptops = run(first, steps, write_summary);
        for laptop in &laptops {
            prop_assert_eq!(laptop.document.version(), laptops[0].document.version());
            prop_assert_eq!(summary::read(&laptop.document), summary::read(&laptops[0].document));
        }
    }
}
