//! Files that are carried by hand: written at some moment, taken in at any other, also an older one after a newer
//! one, by somebody for whom it is not, or with a bit that has flipped on the way.

use super::{Files, World};
use crate::team::NAMES;
use nabij_app::FailureCode;
use serde_json::json;
use std::fs;
use std::path::PathBuf;

/// A share file that lies about.
pub struct Stick {
    path: PathBuf,
    by: usize,
    /// None: for all.
    to: Option<usize>,
}

impl Stick {
    pub fn is_for(&self, at: usize) -> bool {
        self.by != at && self.to.is_none_or(|to| to == at)
    }
}

impl World {
    /// Writes a file for a colleague, or for all.
    pub fn exports(&mut self, at: usize) {
        let other = self.chance.below(self.slots.len());
        let to = (other != at && self.chance.once_in(2)).then_some(other);
        let all_history = self.chance.once_in(3);
        self.writes_stick(at, to, all_history);
        self.count("file written");
    }

    fn writes_stick(&mut self, by: usize, to: Option<usize>, all_history: bool) {
        let path = self
            .stage
            .folder(&format!("stick-{}.nabij", self.sticks.len()));
        let laptop = &self.slots[by].laptop;
        let request = json!({
            "to": to.map(|to| laptop.colleague(NAMES[to])), "allHistory": all_history, "path": path,
        });
        laptop.does("export_share_file", request);
        self.sticks.push(Stick { path, by, to });
    }

    /// Takes in some file that lies about, by whomever and however old.
    pub fn imports(&mut self, at: usize) {
        let Some(stick) = self.some_stick() else {
            return self.exports(at);
        };
        self.takes_in(at, stick);
    }

    pub fn some_stick(&mut self) -> Option<usize> {
        (!self.sticks.is_empty()).then(|| self.chance.below(self.sticks.len()))
    }

    /// Takes in this file, and fails when that does not end as it has to. Answers whether it was told that something
    /// is missing for which a file with all history helps.
    pub fn takes_in(&mut self, at: usize, stick: usize) -> bool {
        let stick = &self.sticks[stick];
        let (mine, path) = (stick.is_for(at), stick.path.clone());
        let request = json!({ "path": path });
        let answer = self.slots[at].laptop.call("import_share_file", request);
        match answer {
            Ok(came) if mine => {
                self.count("file taken in");
                return came["incomplete"] == true;
            }
            Err(failure) if !mine => {
                assert_eq!(failure.code, FailureCode::FileNotForYou, "{}", NAMES[at]);
                self.count("file of others refused");
            }
            Err(failure) if failure.code == FailureCode::StorageFull && self.slots[at].full => {
                self.count("file refused by a full disk");
            }
            other => panic!("{} takes in a file (theirs: {mine}): {other:?}", NAMES[at]),
        }
        false
    }

    /// A bit of a file flips: it is refused whole, and not a byte of the vault changes.
    pub fn takes_in_damaged(&mut self, at: usize) {
        let Some(stick) = self.some_stick() else {
            return self.exports(at);
        };
        let mut bytes = fs::read(&self.sticks[stick].path).expect("a stick");
        let bit = self.chance.below(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        let path = self.stage.folder("damaged.nabij");
        fs::write(&path, bytes).expect("a damaged stick");
        let slot = &self.slots[at];
        let before = Files::of(&slot.home);
        let answer = slot
            .laptop
            .call("import_share_file", json!({ "path": path }));
        let code = answer.map_err(|failure| failure.code);
        let refused = [
            FailureCode::FileNotWhole,
            FailureCode::NotAShareFile,
            FailureCode::NewerVersion,
        ];
        let refused = code.as_ref().is_err_and(|code| refused.contains(code));
        assert!(
            refused,
            "{} takes in a file with bit {bit} flipped: {code:?}",
            NAMES[at]
        );
        assert!(
            before == Files::of(&slot.home),
            "a refused file left something behind"
        );
        self.count("damaged file refused");
    }

    /// What one laptop has goes to another by file, as they would do who have no hub in common. Who is told that it
    /// is not enough, for example after a backup was put back, asks for a file with all history.
    pub fn carries(&mut self, by: usize, to: usize) {
        self.writes_stick(by, Some(to), false);
        if self.takes_in(to, self.sticks.len() - 1) {
            self.writes_stick(by, Some(to), true);
            let incomplete = self.takes_in(to, self.sticks.len() - 1);
            assert!(!incomplete, "{} gets all history and lacks some", NAMES[to]);
            self.count("file with all history after one that was not enough");
        }
    }
}
