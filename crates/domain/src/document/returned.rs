//! Taking back against editing: what somebody edited without having seen that it was taken back returns.

use std::collections::HashSet;

use automerge::{ChangeHash, ScalarValue};

use super::Fields;
use super::change::base_actor;
use super::difference::{Standing, text_form};
use crate::field::Field;
use crate::refusal::Refusal;

impl Fields<'_> {
    /// Whether the document is taken back, and nobody wrote in it, or put it back, beside that.
    pub(crate) fn withdrawn(&self) -> Result<bool, Refusal> {
        // A value that is neither yes nor no is told, not guessed.
        self.flag(Field::Withdrawn)?;
        let standing = self.standing(Field::Withdrawn);
        Ok(standing.iter().any(is_taken_back) && self.returned(&standing).is_none())
    }

    /// The taking back and what stands against it, in this order; none where nothing does.
    pub(super) fn returned(&self, standing: &[Standing]) -> Option<Vec<Standing>> {
        let taken_back = standing.iter().rfind(|each| is_taken_back(each))?;
        let kept = match standing.iter().rfind(|each| !is_taken_back(each)) {
            Some(put_back) => put_back.clone(),
            None => self.edited_beside(standing)?,
        };
        Some(vec![taken_back.clone(), kept])
    }

    /// The newest edit whose author saw none of these takings back, and whom they did not see either.
    fn edited_beside(&self, taken_back: &[Standing]) -> Option<Standing> {
        let takings: Vec<ChangeHash> = taken_back.iter().map(|each| each.change).collect();
        let known = self.heads.as_ref().map(|heads| self.ancestors(heads));
        let mut after: HashSet<ChangeHash> = takings.iter().copied().collect();
        let mut newest = None;
        // Predecessors come first.
        for meta in self.document.get_changes_meta(&takings) {
            if after.contains(&meta.hash)
                || known
                    .as_ref()
                    .is_some_and(|known| !known.contains(&meta.hash))
            {
                continue;
            }
            if meta.deps.iter().any(|dep| after.contains(dep)) {
                after.insert(meta.hash);
                continue;
            }
            let actor = base_actor(meta.actor.to_bytes())?;
            newest = newest.max(Some((meta.timestamp, meta.hash, actor)));
        }
        let (_, change, actor) = newest?;
        let value = ScalarValue::Boolean(false);
        Some(Standing {
            text: text_form(&value)?,
            value,
            change,
            actor,
        })
    }

    /// These changes and everything their authors knew.
    fn ancestors(&self, heads: &[ChangeHash]) -> HashSet<ChangeHash> {
        let mut known = HashSet::new();
        let mut next = heads.to_vec();
        while let Some(change) = next.pop() {
            if known.insert(change)
                && let Some(meta) = self.document.get_change_meta_by_hash(&change)
            {
                next.extend(meta.deps);
            }
        }
        known
    }
}

fn is_taken_back(standing: &Standing) -> bool {
    standing.value == ScalarValue::Boolean(true)
}
