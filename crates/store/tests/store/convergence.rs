//! The two properties that may never be skipped: any order of delivery reads the same, and what is kept is
//! what a rebuild from the log makes.

use crate::support::{
    CASE, NOW, SHIFT, STREET, Vault, Writer, Written, bram, edit_any, fatima, open, sanne,
};
use nabij_domain::{Document, Version};
use nabij_protocol::id::DocumentId;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Something that one of three colleagues does.
#[derive(Debug, Clone)]
enum Step {
    /// Begins a document of some kind.
    Begin { who: usize, kind: u8 },
    /// Changes a document that is here, on its newest version or on the one in which it began.
    Edit {
        who: usize,
        which: usize,
        value: u8,
        old: bool,
    },
    /// Takes over everything that another one has.
    Hear { who: usize, from: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let who = 0..3_usize;
    prop_oneof![
        2 => (who.clone(), 0..10_u8).prop_map(|(who, kind)| Step::Begin { who, kind }),
        5 => (who.clone(), any::<usize>(), any::<u8>(), any::<bool>())
            .prop_map(|(who, which, value, old)| Step::Edit { who, which, value, old }),
        3 => (who.clone(), who).prop_map(|(who, from)| Step::Hear { who, from }),
    ]
}

/// A laptop without a store: only the domain, so that the store is not compared with itself.
struct Laptop {
    writer: Writer,
    documents: BTreeMap<DocumentId, (Document, Version)>,
    known: Vec<Written>,
}

impl Laptop {
    fn new(writer: Writer) -> Laptop {
        Laptop {
            writer,
            documents: BTreeMap::new(),
            known: Vec::new(),
        }
    }

    fn begin(&mut self, kind: u8) {
        let writer = &mut self.writer;
        let (written, document) = match kind {
            0 => writer.case(CASE, "Gezin K."),
            1 => writer.moment(CASE, "Sprak Mo.", 5),
            2 => writer.moment(STREET, "Groepje bij de kiosk.", 6),
            3 => writer.note(CASE, "Gebeld met school.", 7),
            4 => writer.street_place("Neude"),
            5 => writer.group("De fontein"),
            6 => writer.shift(10),
            7 => writer.round(20),
            8 => writer.stop(30),
            _ => writer.summary(CASE, "Mo gaat naar school."),
        };
        let version = document.version();
        self.documents
            .insert(written.document(), (document, version));
        self.known.push(written);
    }

    fn edit(&mut self, which: usize, value: u8, old: bool) {
        if self.documents.is_empty() {
            return;
        }
        let which = which % self.documents.len();
        let Some((id, (document, first))) = self.documents.iter_mut().nth(which) else {
            return;
        };
        let base = if old {
            first.clone()
        } else {
            document.version()
        };
        let Some(change) = edit_any(document, &base, value, &self.writer.author()) else {
            return;
        };
        let space = self
            .known
            .iter()
            .find(|entry| entry.document() == *id)
            .unwrap()
            .place
            .scope
            .space();
        self.known
            .push(self.writer.change(space.unwrap(), *id, &change));
    }

    fn hear(&mut self, entries: &[Written]) {
        for entry in entries {
            if self.known.iter().any(|known| known.hash == entry.hash) {
                continue;
            }
            let current = self.documents.get(&entry.document());
            let taken = Document::take_in(current.map(|(document, _)| document), &[entry.change()])
                .unwrap();
            let document = taken.document.unwrap();
            let first = current.map_or_else(|| document.version(), |(_, first)| first.clone());
            self.documents.insert(entry.document(), (document, first));
            self.known.push(entry.clone());
        }
    }
}

/// Everything that was written, per log in order.
fn play(steps: &[Step]) -> Vec<Vec<Written>> {
    let mut laptops = [fatima(), bram(), sanne()].map(Laptop::new);
    for step in steps {
        match step {
            Step::Begin { who, kind } => laptops[*who].begin(*kind),
            Step::Edit {
                who,
                which,
                value,
                old,
            } => laptops[*who].edit(*which, *value, *old),
            Step::Hear { who, from } => {
                let entries = laptops[*from].known.clone();
                laptops[*who].hear(&entries);
            }
        }
    }
    let mut logs = BTreeMap::new();
    for laptop in laptops {
        let own = laptop
            .known
            .into_iter()
            .filter(|entry| entry.place.log.device == laptop.writer.device);
        for entry in own {
            logs.entry((entry.place.scope, entry.place.log))
                .or_insert_with(Vec::new)
                .push(entry);
        }
    }
    logs.into_values().collect()
}

/// Delivers every log in order, in pieces and interleaved as `choices` say, some of it twice.
fn deliver(vault: &Vault, logs: &[Vec<Written>], choices: &[u16]) {
    let mut sent = vec![0; logs.len()];
    let mut choices = choices.iter().copied().cycle();
    while sent.iter().zip(logs).any(|(sent, log)| *sent < log.len()) {
        let choice = usize::from(choices.next().unwrap());
        let at = choice % logs.len();
        let (log, from) = (&logs[at], sent[at]);
        if from == log.len() {
            let unfinished = sent
                .iter_mut()
                .zip(logs)
                .find(|(sent, log)| **sent < log.len());
            if let Some((sent, log)) = unfinished {
                vault.take_in(&log[*sent..=*sent]);
                *sent += 1;
            }
            continue;
        }
        let to = (from + 1 + choice / 7 % 4).min(log.len());
        let again = from.saturating_sub(choice / 3 % 2);
        vault.take_in(&log[again..to]);
        sent[at] = to;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_order_of_delivery_reads_the_same(
        steps in prop::collection::vec(step(), 1..40),
        one in prop::collection::vec(any::<u16>(), 20),
        other in prop::collection::vec(any::<u16>(), 20),
    ) {
        let logs = play(&steps);
        prop_assume!(!logs.is_empty());
        let (here, there) = (Vault::new(), Vault::new());
        deliver(&here, &logs, &one);
        deliver(&there, &logs, &other);
        let dump = here.store.read_model_dump().unwrap();
        prop_assert_eq!(&dump, &there.store.read_model_dump().unwrap());
        prop_assert_eq!(here.store.places().unwrap(), there.store.places().unwrap());
        prop_assert_eq!(here.store.groups().unwrap(), there.store.groups().unwrap());
        prop_assert_eq!(here.store.shifts(None, 200).unwrap(), there.store.shifts(None, 200).unwrap());
        prop_assert_eq!(here.store.shift_log(SHIFT).unwrap(), there.store.shift_log(SHIFT).unwrap());
        prop_assert_eq!(here.store.differing(false).unwrap(), there.store.differing(false).unwrap());
        prop_assert!(here.store.stuck().unwrap().is_empty());
        prop_assert!(here.store.quarantined().unwrap().is_empty());
        prop_assert!(here.store.views_follow_from_log(&open, NOW).unwrap());
        here.store.rebuild(&open, NOW).unwrap();
        prop_assert_eq!(&dump, &here.store.read_model_dump().unwrap());
        let checked = here.store.check().unwrap();
        prop_assert!(checked.search_intact && checked.broken_logs == 0 && checked.damaged_pages == 0);
    }
}
