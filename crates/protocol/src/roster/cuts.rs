//! Removals and what they still let count.

use crate::entry::Place;
use crate::id::{LogId, Scope};
use crate::record::Cut;
use std::collections::BTreeMap;

/// What one removal lets count: the last number of each log.
type LastCounted = BTreeMap<(Scope, LogId), u64>;

/// The valid removals of one subject, by their even life. Where several share a life, what counts is
/// what all of them let count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Removals(BTreeMap<u64, Vec<LastCounted>>);

impl Removals {
    pub fn add(&mut self, life: u64, cuts: &[Cut]) {
        let mut last = LastCounted::new();
        for cut in cuts {
            // A log that is named twice is cut at the smaller number.
            let number = last.entry((cut.scope, cut.log)).or_insert(cut.number);
            *number = (*number).min(cut.number);
        }
        let lists = self.0.entry(life).or_default();
        if !lists.contains(&last) {
            lists.push(last);
            lists.sort();
        }
    }

    pub fn merge(&mut self, other: &Removals) {
        for (life, lists) in &other.0 {
            let own = self.0.entry(*life).or_default();
            own.extend(
                lists
                    .iter()
                    .filter(|list| !own.contains(list))
                    .cloned()
                    .collect::<Vec<_>>(),
            );
            own.sort();
        }
    }

    /// The highest life; zero for none.
    pub fn last_life(&self) -> u64 {
        self.0.last_key_value().map_or(0, |(life, _)| *life)
    }

    /// Whether the removals of the highest life let the entry at `place` count. True if there is none.
    pub fn last_allows(&self, place: &Place) -> bool {
        self.0
            .last_key_value()
            .is_none_or(|(_, lists)| allows(lists, place))
    }

    /// Whether all removals of lives after `life` let the entry at `place` count.
    pub fn all_after_allow(&self, life: u64, place: &Place) -> bool {
        self.0
            .range(life.saturating_add(1)..)
            .all(|(_, lists)| allows(lists, place))
    }
}

fn allows(lists: &[LastCounted], place: &Place) -> bool {
    let last = |list: &LastCounted| list.get(&(place.scope, place.log)).copied().unwrap_or(0);
    lists.iter().all(|list| place.number <= last(list))
}
