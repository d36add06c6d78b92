//! What a share file brought that was not here: counted by what stood here before each page and after it.

use crate::error::Error;
use crate::open_vault::OpenVault;
use nabij_domain::{DocumentKind, Personal};
use nabij_protocol::entry::{Content, Run};
use nabij_protocol::id::{DocumentId, LogId, Scope, SpaceId};
use nabij_protocol::record::SpaceKind;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// What was new in one case or on the street.
#[derive(Debug, Clone, Default, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShareNews {
    /// The case; none for the street.
    pub case_id: Option<String>,
    /// Its name; none while it is not here.
    pub case_name: Option<String>,
    /// New contact moments.
    pub contact_moments: u32,
    /// New notes.
    pub notes: u32,
    /// Other new things: actions, stops, handovers, …
    pub others: u32,
    /// What was here and has changed.
    pub changed: u32,
}

/// Documents of a file, by what became of them.
#[derive(Default)]
pub(super) struct News {
    seen: BTreeSet<DocumentId>,
    new: BTreeSet<DocumentId>,
    changed: BTreeSet<DocumentId>,
    /// New records of the team and of spaces.
    pub(super) records: u32,
}

/// How things stood before a page.
pub(super) struct Before {
    heads: BTreeMap<(Scope, LogId), u64>,
    present: BTreeSet<DocumentId>,
}

/// News by where it belongs.
pub(super) struct Sorted {
    pub(super) rows: Vec<ShareNews>,
    /// What was here already.
    pub(super) known: u32,
    /// Changes to the team, its colleagues and who holds what.
    pub(super) team: u32,
    /// What came and cannot be read yet.
    pub(super) waiting: u32,
}

impl News {
    /// Looks at how things stand.
    pub(super) fn before(vault: &OpenVault, runs: &[Run]) -> Result<Before, Error> {
        let mut heads = BTreeMap::new();
        for run in runs {
            let (number, _) = vault.store.head(&run.scope, &run.log)?;
            heads.insert((run.scope, run.log), number);
        }
        let documents: BTreeSet<DocumentId> = runs.iter().flat_map(documents).collect();
        let present = vault.store.carried(&documents)?.into_keys().collect();
        Ok(Before { heads, present })
    }

    /// Notes what of these runs is here now and was not; answers the logs that have grown.
    pub(super) fn note(
        &mut self,
        vault: &OpenVault,
        runs: &[Run],
        before: &Before,
    ) -> Result<Vec<(Scope, LogId, u64)>, Error> {
        let mut grown = Vec::new();
        for run in runs {
            self.seen.extend(documents(run));
            let held = before.heads.get(&(run.scope, run.log)).copied();
            let held = held.unwrap_or(0);
            let (now, _) = vault.store.head(&run.scope, &run.log)?;
            if now <= held {
                continue;
            }
            grown.push((run.scope, run.log, now));
            for (number, content) in (run.after.saturating_add(1)..).zip(&run.contents) {
                if number > held && number <= now {
                    self.count(content, before);
                }
            }
        }
        Ok(grown)
    }

    fn count(&mut self, content: &Content, before: &Before) {
        match content {
            Content::Record(_) => self.records = self.records.saturating_add(1),
            Content::Change(change) if self.new.contains(&change.document) => {}
            Content::Change(change) if before.present.contains(&change.document) => {
                self.changed.insert(change.document);
            }
            Content::Change(change) => {
                self.new.insert(change.document);
            }
        }
    }

    /// By where it belongs, the street first, then cases by name.
    pub(super) fn sorted(&self, vault: &OpenVault) -> Result<Sorted, Error> {
        let touched = self.new.union(&self.changed).count();
        let mut sorted = Sorted {
            rows: Vec::new(),
            known: count(self.seen.len().saturating_sub(touched)),
            team: self.records,
            waiting: 0,
        };
        let mut rows: BTreeMap<Option<SpaceId>, ShareNews> = BTreeMap::new();
        let readable = vault.store.carried(self.new.union(&self.changed))?;
        let unread = touched.saturating_sub(readable.len());
        sorted.waiting = count(unread);
        for (id, document) in readable {
            if matches!(document.kind, DocumentKind::Colleague | DocumentKind::Team) {
                sorted.team = sorted.team.saturating_add(1);
                continue;
            }
            let case = is_case(vault, &document.space).then_some(document.space);
            let row = rows.entry(case).or_default();
            row.case_id = case.map(|case| case.to_string());
            row.case_name = document.case_name.map(Personal::into_inner);
            let counter = match document.kind {
                _ if !self.new.contains(&id) => &mut row.changed,
                DocumentKind::ContactMoment => &mut row.contact_moments,
                DocumentKind::CaseNote => &mut row.notes,
                _ => &mut row.others,
            };
            *counter = counter.saturating_add(1);
        }
        sorted.rows = rows.into_values().collect();
        sorted.rows.sort_by_key(|row| {
            let name = row.case_name.clone();
            (row.case_id.is_some(), name, row.case_id.clone())
        });
        Ok(sorted)
    }
}

fn is_case(vault: &OpenVault, space: &SpaceId) -> bool {
    let standing = vault.team_view();
    let space = standing.roster.space(space);
    space.is_some_and(|space| space.kind == SpaceKind::Case)
}

fn documents(run: &Run) -> impl Iterator<Item = DocumentId> {
    run.contents.iter().filter_map(|content| match content {
        Content::Change(change) => Some(change.document),
        Content::Record(_) => None,
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
