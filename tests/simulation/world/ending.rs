//! How a run ends: all meet, and say the same.

use super::World;
use crate::line::Line;
use crate::team::NAMES;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// How often all meet before they have to agree.
const ROUNDS: usize = 5;

impl World {
    /// What laptops noticed in the end, by kind.
    pub fn noticed(&self, counts: &mut BTreeMap<String, usize>) {
        for slot in &self.slots {
            let centre = slot.laptop.does("read_sync_centre", json!({}));
            for finding in centre["findings"].as_array().expect("findings") {
                let kind = finding["kind"].as_str().expect("a kind").to_owned();
                *counts.entry(kind).or_default() += 1;
            }
        }
        for (what, count) in &self.counts {
            *counts.entry((*what).to_owned()).or_default() += count;
        }
    }

    /// Everybody meets everybody's hub, and each other, until nothing is new.
    pub fn heals(&mut self) {
        self.meetings.clear();
        (0..self.slots.len()).for_each(|at| self.makes_room(at));
        (0..self.hubs.len()).for_each(|which| self.hub_makes_room(which));
        for _ in 0..ROUNDS {
            for at in 0..self.slots.len() {
                for _ in 0..8 {
                    self.connects(at);
                    if self.pumps(at) {
                        break;
                    }
                }
            }
            // A case that two share who have different hubs reaches the other only from hand to hand.
            for (one, other) in [
                (0, 3),
                (1, 4),
                (2, 5),
                (3, 1),
                (4, 2),
                (5, 0),
                (0, 4),
                (1, 5),
                (2, 3),
            ] {
                if self.ends_by_file && !self.machines_are_put_back {
                    self.carries(one, other);
                    self.carries(other, one);
                } else if let Some(mut line) = self.greets(one, other) {
                    line.pumps();
                }
            }
        }
    }

    /// Delivers everything of one link and lets it stand; false when it broke.
    fn pumps(&mut self, at: usize) -> bool {
        let whole = self.slots[at].link.as_mut().is_some_and(Line::pumps);
        if !whole {
            self.slots[at].link = None;
        }
        whole
    }

    /// All replicas say the same, and everything that has to be there is.
    pub fn agrees(&self) {
        for (number, case) in self.cases.iter().enumerate() {
            let mut said: Option<(usize, Vec<String>)> = None;
            for at in &case.holders {
                let laptop = &self.slots[*at].laptop;
                if !self.knows(*at, number) {
                    // The case itself can have gone with a disk that nobody else had seen.
                    let gone = self
                        .writes
                        .iter()
                        .all(|write| write.case != number || !write.must);
                    assert!(gone, "{} has not heard of case {number}", NAMES[*at]);
                    continue;
                }
                let mut texts = laptop.reads(&case.id);
                texts.sort();
                for write in self
                    .writes
                    .iter()
                    .filter(|write| write.case == number && write.must)
                {
                    assert!(
                        texts.contains(&write.text),
                        "{} lacks what {} saved: {}",
                        NAMES[*at],
                        NAMES[write.by],
                        write.text
                    );
                }
                match &said {
                    None => said = Some((*at, texts)),
                    Some((first, others)) => assert_eq!(
                        &texts, others,
                        "{} and {} read case {number} differently",
                        NAMES[*at], NAMES[*first]
                    ),
                }
            }
        }
        for (at, slot) in self.slots.iter().enumerate() {
            let status = slot.laptop.does("sync_status", json!({}));
            assert_eq!(status["state"], "shared", "{}: {status}", NAMES[at]);
            let checked = slot.laptop.does("check_vault", json!({}));
            for finding in checked["findings"].as_array().expect("findings") {
                let network = ["hub", "clock"].map(Value::from);
                assert!(
                    finding["ok"] == true || network.contains(&finding["check"]),
                    "{}: {finding}",
                    NAMES[at]
                );
            }
        }
    }
}
