//! Disks that are full, and power that goes in the middle of a write.

use super::{Files, World};
use crate::line::Delivery;
use crate::team::NAMES;
use nabij_app::FailureCode;
use serde_json::json;

/// After so many long texts a disk is full, whatever room there was in the file.
const UNTIL_FULL: usize = 40;

impl World {
    /// The disk of a laptop fills up, and the coach writes until that shows: then nothing is called saved.
    pub fn fills_up(&mut self, at: usize) {
        let room = self.chance.below(40) as u32;
        let app = self.slots[at].laptop.app();
        app.fills_disk(Some(room)).expect("a disk");
        self.slots[at].full = true;
        self.count("disk full");
        let Some(case) = self.some_case_of(at) else {
            return;
        };
        for _ in 0..UNTIL_FULL {
            let text = self.long_text(at);
            if !self.records(at, case, text.clone()) {
                let read = self.slots[at].laptop.reads(&self.cases[case].id);
                assert!(!read.contains(&text), "{} kept what it refused", NAMES[at]);
                return;
            }
        }
        panic!("{} was never full", NAMES[at]);
    }

    /// Somebody throws something away.
    pub fn makes_room(&mut self, at: usize) {
        if std::mem::take(&mut self.slots[at].full) {
            let app = self.slots[at].laptop.app();
            app.fills_disk(None).expect("room");
            self.count("room again");
        }
    }

    pub fn hub_fills_up(&mut self) {
        let which = self.chance.below(self.hubs.len());
        let room = self.chance.below(40) as u32;
        let hub = self.hubs[which].hub.as_ref().expect("a hub");
        hub.fills_disk(Some(room)).expect("a disk");
        self.hubs[which].full = true;
        self.count("hub full");
    }

    pub fn hub_makes_room(&mut self, which: usize) {
        if std::mem::take(&mut self.hubs[which].full) {
            let hub = self.hubs[which].hub.as_ref().expect("a hub");
            hub.fills_disk(None).expect("room");
            self.count("hub has room again");
        }
    }

    /// Whether a laptop may refuse with this: only where its disk is full.
    pub fn refuses(&mut self, at: usize, code: FailureCode) {
        let full = self.slots[at].full && code == FailureCode::StorageFull;
        assert!(full, "{} refuses with {code:?}", NAMES[at]);
        self.count("refused by a full disk");
    }

    /// Words that do not shrink.
    fn long_text(&mut self, at: usize) -> String {
        let mut text = format!("Notitie {} van {}:", self.writes.len(), NAMES[at]);
        for _ in 0..250 {
            text.push_str(&format!(" {:x}", self.chance.next() >> 24));
        }
        text
    }

    /// The power of a laptop goes while it writes, hears or takes in a file: what it did then, it told nobody.
    pub fn loses_power(&mut self, at: usize) {
        let before = Files::of(&self.slots[at].home);
        let markers = self.slots[at].home.with_extension("markers");
        let marked = Files::of(&markers);
        let mut broke_off = None;
        match self.chance.below(3) {
            0 => {
                if let Some(case) = self.some_case_of(at) {
                    let written = self.writes.len();
                    let text = self.long_text(at);
                    self.records(at, case, text);
                    // Nobody was told that it is saved.
                    let untold = self.writes.iter_mut().skip(written);
                    untold.for_each(|write| write.must = false);
                }
            }
            1 => {
                self.connects(at);
                for _ in 0..1 + self.chance.below(12) {
                    // What it answers is on no line yet when the power goes.
                    if let Some(link) = &mut self.slots[at].link {
                        link.step(false, Delivery::Once);
                    }
                }
            }
            _ => {
                let mine: Vec<usize> = (0..self.sticks.len())
                    .filter(|stick| self.sticks[*stick].is_for(at))
                    .collect();
                if !mine.is_empty() {
                    let stick = mine[self.chance.below(mine.len())];
                    self.takes_in(at, stick);
                    broke_off = Some(stick);
                }
            }
        }
        let after = Files::of(&self.slots[at].home);
        let (files, lost) = before.cut(&after, &mut self.chance);
        // The marker is written without waiting for the disk.
        if self.chance.once_in(2) {
            marked.put_into(&markers);
        }
        self.restarts(at, &files);
        self.lost(lost);
        // Whoever took in a file does so again: it goes on where it was.
        if let Some(stick) = broke_off {
            self.takes_in(at, stick);
            self.count("file gone on with");
        }
    }

    /// The power of a hub goes while it hears what laptops say.
    pub fn hub_loses_power(&mut self) {
        let which = self.chance.below(self.hubs.len());
        // Somebody who has something to say to it.
        let theirs: Vec<usize> = (0..self.slots.len())
            .filter(|at| self.slots[*at].hub == which)
            .collect();
        let at = theirs[self.chance.below(theirs.len())];
        self.writes(at);
        if self.slots[at].link.is_none() {
            self.connects(at);
        }
        for _ in 0..self.chance.below(12) {
            self.delivers_to(at);
        }
        let before = Files::of(&self.hubs[which].data);
        for _ in 0..1 + self.chance.below(4) {
            if let Some(link) = &mut self.slots[at].link {
                link.step(true, Delivery::Once);
            }
        }
        let after = Files::of(&self.hubs[which].data);
        let (files, lost) = before.cut(&after, &mut self.chance);
        self.hub_restarts(which, &files);
        self.lost(lost);
    }

    /// Moves a message there and one back.
    fn delivers_to(&mut self, at: usize) {
        let link = &mut self.slots[at].link;
        if link.as_mut().is_some_and(|link| {
            !link.step(true, Delivery::Once) || !link.step(false, Delivery::Once)
        }) {
            *link = None;
        }
    }

    fn lost(&mut self, pages: usize) {
        self.count(if pages > 0 {
            "power cut that lost pages"
        } else {
            "power cut that lost nothing"
        });
        *self.counts.entry("pages lost").or_default() += pages;
    }

    /// A case that this laptop knows.
    pub fn some_case_of(&mut self, at: usize) -> Option<usize> {
        let mine: Vec<usize> = (0..self.cases.len())
            .filter(|case| self.cases[*case].holders.contains(&at))
            .filter(|case| self.knows(at, *case))
            .collect();
        (!mine.is_empty()).then(|| mine[self.chance.below(mine.len())])
    }

    /// Whether a laptop has heard of a case.
    pub fn knows(&self, at: usize, case: usize) -> bool {
        let request = json!({ "caseId": self.cases[case].id, "limit": 1, "before": null });
        self.slots[at].laptop.call("read_case", request).is_ok()
    }
}
