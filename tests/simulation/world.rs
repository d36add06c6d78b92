//! Six laptops, two hubs, and what happens to them.

mod ending;
mod sticks;
mod trouble;

use crate::chance::Chance;
use crate::files::Files;
use crate::line::{Delivery, End, Line};
use crate::team::{NAMES, Template};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use sticks::Stick;
use support::{Laptop, Stage};

/// When every run begins: in 2026.
const START: i64 = 1_790_000_000_000;
const YEAR: i64 = 365 * 24 * 60 * 60 * 1000;

/// Two laptops nearby.
struct Meeting {
    one: usize,
    other: usize,
    line: Line,
}

struct Slot {
    laptop: Laptop,
    home: PathBuf,
    clock: nabij_app::Clock,
    hub: usize,
    link: Option<Line>,
    /// The disk is.
    full: bool,
    /// A backup, with the marker outside the folder, and how many writes there were when it was made.
    backup: Option<(Files, Files, usize)>,
}

struct HubSlot {
    data: PathBuf,
    hub: Option<nabij_hub::Hub>,
    full: bool,
    backup: Option<Files>,
}

/// Something that was called saved.
struct Write {
    by: usize,
    case: usize,
    text: String,
    /// The hub has signed for it.
    shared: bool,
    /// It has to be there in the end.
    must: bool,
}

struct Case {
    id: String,
    holders: BTreeSet<usize>,
}

pub struct World {
    chance: Chance,
    slots: Vec<Slot>,
    hubs: Vec<HubSlot>,
    meetings: Vec<Meeting>,
    cases: Vec<Case>,
    writes: Vec<Write>,
    /// In half of the runs a hub is put back from a backup, in the other half laptops are: what is on
    /// neither of the two any longer was not lost by us.
    hubs_are_put_back: bool,
    /// In a quarter of the runs whole machines are put back, with the marker. Then laptops meet each other only
    /// at the end: a fork that went from hand to hand before any hub saw it is not mended yet (ARCHITECTURE.md).
    machines_are_put_back: bool,
    told: usize,
    counts: BTreeMap<&'static str, usize>,
    sticks: Vec<Stick>,
    /// In a third of the runs those who have different hubs exchange files in the end, and never meet.
    ends_by_file: bool,
    stage: Stage,
}

impl World {
    pub fn new(template: &Template, seed: u64) -> World {
        let stage = Stage::new();
        let slots = template
            .laptops
            .iter()
            .enumerate()
            .map(|(at, files)| {
                let home = stage.folder(NAMES[at]);
                files.put_into(&home);
                let clock = nabij_app::Clock::hand(START);
                let laptop = Laptop::with_clock(home.clone(), clock.clone());
                laptop.unlocks();
                let hub = at / 3;
                // Half of the team moves to the second hub. Nobody listens at either address: the links
                // are made by hand.
                let address = format!("ws://127.0.0.1:{}", 9 + hub);
                laptop.does("set_hub", json!({ "hub": address }));
                Slot {
                    laptop,
                    home,
                    clock,
                    hub,
                    link: None,
                    full: false,
                    backup: None,
                }
            })
            .collect();
        let first = stage.folder("hub-one");
        template.hub.put_into(&first);
        let hubs = [first, stage.folder("hub-two")]
            .into_iter()
            .map(|data| HubSlot {
                hub: Some(opened(&data)),
                data,
                full: false,
                backup: None,
            })
            .collect();
        World {
            chance: Chance::new(seed),
            slots,
            hubs,
            meetings: Vec::new(),
            cases: Vec::new(),
            writes: Vec::new(),
            hubs_are_put_back: seed % 2 == 1,
            machines_are_put_back: seed.is_multiple_of(4),
            told: 0,
            counts: BTreeMap::new(),
            sticks: Vec::new(),
            ends_by_file: seed % 3 == 2,
            stage,
        }
    }

    /// How many events there were.
    pub fn told(&self) -> usize {
        self.told
    }

    fn count(&mut self, what: &'static str) {
        *self.counts.entry(what).or_default() += 1;
    }

    /// One event.
    pub fn happens(&mut self) {
        self.told += 1;
        let at = self.chance.below(self.slots.len());
        match self.chance.below(100) {
            0..=15 => self.writes(at),
            16 => self.fills_up(at),
            17 => self.hub_fills_up(),
            18 => self.makes_room(at),
            19 => {
                let which = self.chance.below(self.hubs.len());
                self.hub_makes_room(which);
            }
            20..=22 => self.opens_case(at),
            23..=27 => self.edits(at),
            28..=37 => self.connects(at),
            38..=40 => self.slots[at].link = None,
            41..=46 if self.machines_are_put_back => self.connects(at),
            41..=46 => self.meets(at),
            47..=48 => {
                if !self.meetings.is_empty() {
                    let which = self.chance.below(self.meetings.len());
                    self.meetings.swap_remove(which);
                }
            }
            49 => self.crashes(at),
            50..=51 => self.loses_power(at),
            52 => self.hub_crashes(),
            53 => self.hub_loses_power(),
            54..=56 => self.backs_up(at),
            57..=59 => self.is_put_back(),
            60 => {
                let years = self.chance.below(7) as i64 - 3;
                self.slots[at].clock.advance(years * YEAR);
                self.count("clock jump");
            }
            // As with meetings: a fork that goes by file before any hub saw it is not mended yet.
            61..=66 if self.machines_are_put_back => self.connects(at),
            61..=62 => self.exports(at),
            63..=65 => self.imports(at),
            66 => self.takes_in_damaged(at),
            _ => {
                for _ in 0..1 + self.chance.below(20) {
                    self.delivers();
                }
            }
        }
        self.notes_shared();
    }

    fn writes(&mut self, at: usize) {
        let Some(case) = self.some_case_of(at) else {
            return self.opens_case(at);
        };
        let text = format!("Notitie {} van {}.", self.writes.len(), NAMES[at]);
        self.records(at, case, text);
    }

    /// Writes a contact moment; false when the disk is full, for it has to be saved otherwise.
    fn records(&mut self, at: usize, case: usize, text: String) -> bool {
        let slot = &self.slots[at];
        let request = json!({
            "people": [{ "caseId": self.cases[case].id }], "kind": "conversation", "text": text,
            "at": slot.clock.now(), "place": "Griftpark",
        });
        match slot.laptop.call("record_contact_moment", request) {
            Ok(_) => {
                self.count("written");
                self.writes.push(Write {
                    by: at,
                    case,
                    text,
                    shared: false,
                    must: true,
                });
                true
            }
            Err(failure) => {
                self.refuses(at, failure.code);
                false
            }
        }
    }

    fn opens_case(&mut self, at: usize) {
        let others: BTreeSet<usize> = (0..2).map(|_| self.chance.below(6)).collect();
        let laptop = &self.slots[at].laptop;
        let with: Vec<String> = others
            .iter()
            .filter(|other| **other != at)
            .map(|other| laptop.colleague(NAMES[*other]))
            .collect();
        let name = format!("Casus {}", self.cases.len());
        match laptop.call("open_case", json!({ "name": name, "with": with })) {
            Err(failure) => self.refuses(at, failure.code),
            Ok(opened) => {
                let id = opened["id"].as_str().expect("an id").to_owned();
                let mut holders = others;
                holders.insert(at);
                self.cases.push(Case { id, holders });
                self.count("case opened");
                let case = self.cases.len() - 1;
                let text = format!("Notitie {} van {}.", self.writes.len(), NAMES[at]);
                self.records(at, case, text);
            }
        }
    }

    /// Changes a moment that somebody wrote, at the version that is seen here.
    fn edits(&mut self, at: usize) {
        if self.writes.is_empty() {
            return;
        }
        let which = self.chance.below(self.writes.len());
        let (case, text) = (self.writes[which].case, self.writes[which].text.clone());
        if !self.cases[case].holders.contains(&at) || !self.knows(at, case) {
            return;
        }
        let file = self.slots[at].laptop.file(&self.cases[case].id);
        let Some(row) = file["timeline"]
            .as_array()
            .and_then(|rows| rows.iter().find(|row| row["text"] == text.as_str()))
        else {
            return;
        };
        let request = json!({
            "id": row["id"], "version": row["version"], "text": format!("{text} Aangevuld door {}.", NAMES[at]),
        });
        match self.slots[at].laptop.call("edit_contact_moment", request) {
            Ok(_) => {
                // Two may have edited it at once: what it says then, all have to say.
                self.writes[which].must = false;
                self.count("edited");
            }
            Err(failure) => self.refuses(at, failure.code),
        }
    }

    fn connects(&mut self, at: usize) {
        let salt = self.chance.bytes();
        let slot = &mut self.slots[at];
        slot.link = None;
        let hub = self.hubs[slot.hub].hub.as_ref().expect("a hub");
        let app = slot.laptop.app();
        let hello = app.hello_by_hand().expect("a hello");
        let Some((hub_side, down)) = hub.meets(&hello, salt) else {
            eprintln!("hub {} turns {at} away", slot.hub);
            return;
        };
        let (laptop_side, up) = match app.begins_with_hub(hub.signing_key(), salt) {
            Ok(begun) => begun,
            Err(failure) => {
                eprintln!("link {at}: {failure:?}");
                return;
            }
        };
        let (one, other) = (
            End::Laptop(Box::new(laptop_side)),
            End::Hub(Box::new(hub_side)),
        );
        slot.link = Some(Line::between(one, other, up, down));
        self.count("connection");
    }

    fn meets(&mut self, one: usize) {
        let other = self.chance.below(self.slots.len());
        if one == other {
            return;
        }
        self.meetings.retain(|meeting| {
            ![meeting.one, meeting.other].contains(&one)
                && ![meeting.one, meeting.other].contains(&other)
        });
        if let Some(line) = self.greets(one, other) {
            self.meetings.push(Meeting { one, other, line });
            self.count("meeting nearby");
        }
    }

    /// One laptop connects to another.
    fn greets(&mut self, one: usize, other: usize) -> Option<Line> {
        let salt = self.chance.bytes();
        let (a, b) = (self.slots[one].laptop.app(), self.slots[other].laptop.app());
        let (key, other_key) = (
            a.signing_key().expect("a key"),
            b.signing_key().expect("a key"),
        );
        let answers = b.answers_laptop(key, salt).ok()?;
        let (dials, there) = a.begins_with_laptop(other_key, salt).ok()?;
        let (one, other) = (End::Laptop(Box::new(dials)), End::Laptop(Box::new(answers)));
        Some(Line::between(one, other, there, Vec::new()))
    }

    /// Moves messages, of a link or a meeting.
    fn delivers(&mut self) {
        let which = self.chance.below(self.slots.len() + self.meetings.len());
        let first = self.chance.once_in(2);
        let delivery = match self.chance.below(40) {
            0 => Delivery::Twice,
            1..10 => Delivery::Together,
            _ => Delivery::Once,
        };
        self.count("delivery");
        let goes_on = if let Some(slot) = self.slots.get_mut(which) {
            slot.link
                .as_mut()
                .is_none_or(|link| link.step(first, delivery))
        } else {
            self.meetings[which - self.slots.len()]
                .line
                .step(first, delivery)
        };
        if !goes_on {
            if which < self.slots.len() {
                self.slots[which].link = None;
            } else {
                self.meetings.swap_remove(which - self.slots.len());
            }
        }
    }

    /// The laptop loses its power: what was synced is there, what was not is rubbish.
    fn crashes(&mut self, at: usize) {
        let mut files = Files::of(&self.slots[at].home);
        let length = self.chance.below(6000);
        let rubbish: Vec<u8> = (0..length).map(|_| self.chance.next() as u8).collect();
        if self.chance.once_in(2) {
            files.tear(&rubbish);
        }
        self.count("crash");
        self.restarts(at, &files);
    }

    fn restarts(&mut self, at: usize, files: &Files) {
        self.slots[at].link = None;
        self.meetings
            .retain(|meeting| meeting.one != at && meeting.other != at);
        let slot = &mut self.slots[at];
        slot.laptop.app().close();
        files.put_into(&slot.home);
        slot.laptop = Laptop::with_clock(slot.home.clone(), slot.clock.clone());
        slot.laptop.unlocks();
        // Whoever starts it again has made room.
        slot.full = false;
    }

    fn hub_crashes(&mut self) {
        let which = self.chance.below(self.hubs.len());
        let mut files = Files::of(&self.hubs[which].data);
        let rubbish: Vec<u8> = (0..3000).map(|_| self.chance.next() as u8).collect();
        files.tear(&rubbish);
        self.count("hub crash");
        self.hub_restarts(which, &files);
    }

    fn hub_restarts(&mut self, which: usize, files: &Files) {
        for slot in &mut self.slots {
            if slot.hub == which {
                slot.link = None;
            }
        }
        let hub = &mut self.hubs[which];
        hub.hub = None;
        hub.full = false;
        files.put_into(&hub.data);
        hub.hub = Some(opened(&hub.data));
    }

    fn backs_up(&mut self, at: usize) {
        if self.hubs_are_put_back {
            let which = at % self.hubs.len();
            self.hubs[which].backup = Some(Files::of(&self.hubs[which].data));
        } else {
            let home = &self.slots[at].home;
            let (files, markers) = (Files::of(home), Files::of(&home.with_extension("markers")));
            self.slots[at].backup = Some((files, markers, self.writes.len()));
        }
    }

    fn is_put_back(&mut self) {
        if self.hubs_are_put_back {
            let which = self.chance.below(self.hubs.len());
            if let Some(files) = self.hubs[which].backup.clone() {
                self.count("hub put back");
                self.hub_restarts(which, &files);
            }
            return;
        }
        let kept: Vec<usize> = (0..self.slots.len())
            .filter(|at| self.slots[*at].backup.is_some())
            .collect();
        if kept.is_empty() {
            return;
        }
        let at = kept[self.chance.below(kept.len())];
        let Some((files, markers, writes)) = self.slots[at].backup.clone() else {
            return;
        };
        self.count("laptop put back");
        // What nobody else has signed for went with the disk.
        for write in self.writes.iter_mut().skip(writes) {
            if write.by == at && !write.shared {
                write.must = false;
            }
        }
        // The folder alone, or the whole machine: then nothing here can notice it.
        if self.machines_are_put_back && self.chance.once_in(2) {
            markers.put_into(&self.slots[at].home.with_extension("markers"));
        }
        self.restarts(at, &files);
    }

    /// Remembers what may be called shared.
    fn notes_shared(&mut self) {
        for at in 0..self.slots.len() {
            let status = self.slots[at].laptop.does("sync_status", json!({}));
            if status["state"] == "shared" {
                for write in self.writes.iter_mut().filter(|write| write.by == at) {
                    write.shared = true;
                }
            }
        }
    }
}

fn opened(data: &std::path::Path) -> nabij_hub::Hub {
    let clock: nabij_hub::Clock = nabij_hub::system_clock();
    nabij_hub::Hub::open(data, clock).expect("the hub opens its data")
}
