//! What an import would do, row by row. Trying it out and carrying it out make the same plan.

use super::ImportTotals;
use super::column::ImportColumn as Column;
use super::fault::{ImportFault, ImportReason as Reason};
use super::file;
use super::row::{Reading, Said};
use crate::App;
use crate::error::Error;
use crate::open_vault::OpenVault;
use nabij_domain::{Id, Personal, name_key};
use nabij_exchange::{Row, Table};
use nabij_protocol::id::SpaceId;
use nabij_protocol::record::SpaceKind;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// What a row would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum RowEffect {
    /// A case is opened.
    NewCase,
    /// It goes into a case that is here, by its name.
    ExistingCase,
    /// Somebody without a case is remembered.
    Person,
    /// A contact moment is recorded.
    ContactMoment,
    /// An action is written down.
    Action,
    /// Everything in it is here already, or it says nothing in the chosen columns.
    Nothing,
}

/// What is asked: a file, a sheet in it, and what its columns hold.
pub(super) struct Asked<'a> {
    pub path: &'a str,
    pub sheet: u32,
    pub mapping: &'a [Column],
}

/// A case by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum CaseOf {
    /// It is here.
    Here(Id),
    /// It is the new one at this place in [`Plan::cases`].
    New(usize),
}

/// A row as it would go in.
pub(super) struct Planned {
    pub said: Said,
    /// In which case; none: on the street.
    pub case: Option<CaseOf>,
    /// Whom without a case it is about: a place in [`Plan::persons`].
    pub person: Option<usize>,
    pub effects: Vec<RowEffect>,
}

/// The whole plan.
pub(super) struct Plan {
    pub table: Table,
    /// For each row of the table: how it goes in, or what is wrong with it.
    pub rows: Vec<Result<Planned, Vec<ImportFault>>>,
    /// The names of cases to open.
    pub cases: Vec<String>,
    /// The nicknames of persons to remember.
    pub persons: Vec<String>,
    pub totals: ImportTotals,
    /// Names the file, what was asked and what would happen: if any of them changes, so does this.
    pub digest: String,
}

/// Reads the file and says what it would do.
pub(super) fn plan(app: &App, vault: &OpenVault, asked: &Asked<'_>) -> Result<Plan, Error> {
    let bytes = file::bytes(asked.path)?;
    let sheet = usize::try_from(asked.sheet).map_err(|_| Error::Invalid("sheet"))?;
    let table = file::tables(&bytes)?
        .into_iter()
        .nth(sheet)
        .ok_or(Error::Invalid("sheet"))?;
    is_sensible(asked.mapping, &table)?;
    let reading = Reading::new(asked.mapping, table.header.len(), app.now());
    let street = vault.team_view().common_space(SpaceKind::Street)?;
    let mut planner = Planner::new(vault, &reading, street)?;
    let mut rows = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        rows.push(match reading.read(row) {
            Ok(said) => planner.place(row, said)?,
            Err(faults) => Err(faults),
        });
    }
    let mut totals = planner.totals;
    totals.rows = count(rows.len());
    totals.wrong = count(rows.iter().filter(|row| row.is_err()).count());
    let digest = digest(&bytes, asked, &totals)?;
    Ok(Plan {
        cases: planner.cases.names,
        persons: planner.persons.names,
        table,
        rows,
        totals,
        digest,
    })
}

/// Each thing in one column at most, and something to take in.
fn is_sensible(mapping: &[Column], table: &Table) -> Result<(), Error> {
    let mut held = BTreeSet::new();
    let twice = mapping
        .iter()
        .any(|column| *column != Column::Nothing && !held.insert(*column));
    let anything = [Column::Case, Column::Nickname, Column::Text, Column::Action]
        .iter()
        .any(|column| held.contains(column));
    if twice || !anything || mapping.len() != table.header.len() {
        return Err(Error::Invalid("mapping"));
    }
    Ok(())
}

fn digest(bytes: &[u8], asked: &Asked<'_>, totals: &ImportTotals) -> Result<String, Error> {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&serde_json::to_vec(&(asked.sheet, asked.mapping, totals))?);
    hasher.update(bytes);
    Ok(hasher.finalize().to_hex().to_string())
}

pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Names in the order in which they come, each once.
#[derive(Default)]
struct Names {
    places: BTreeMap<String, usize>,
    names: Vec<String>,
}

impl Names {
    /// The place of the name, and whether it is new.
    fn place(&mut self, key: String, name: &str) -> (usize, bool) {
        let next = self.names.len();
        let place = *self.places.entry(key).or_insert(next);
        if place == next {
            self.names.push(name.to_owned());
        }
        (place, place == next)
    }
}

/// Gives each good row its place, in the order of the file.
struct Planner<'a> {
    vault: &'a OpenVault,
    reading: &'a Reading,
    street: SpaceId,
    /// The cases that are here, by what names that are meant as one have in common.
    here: BTreeMap<String, Vec<Id>>,
    cases: Names,
    persons: Names,
    /// What rows above said, and which.
    said: BTreeMap<String, u32>,
    found: BTreeSet<Id>,
    totals: ImportTotals,
}

impl<'a> Planner<'a> {
    fn new(
        vault: &'a OpenVault,
        reading: &'a Reading,
        street: SpaceId,
    ) -> Result<Planner<'a>, Error> {
        let mut here: BTreeMap<String, Vec<Id>> = BTreeMap::new();
        for (case, name, _) in vault.store.case_names()? {
            here.entry(name_key(&name)).or_default().push(case);
        }
        Ok(Planner {
            vault,
            reading,
            street,
            here,
            cases: Names::default(),
            persons: Names::default(),
            said: BTreeMap::new(),
            found: BTreeSet::new(),
            totals: ImportTotals::default(),
        })
    }

    fn place(&mut self, row: &Row, said: Said) -> Result<Result<Planned, Vec<ImportFault>>, Error> {
        let case_key = said.case.as_deref().map(key);
        let here = match case_key.as_ref().and_then(|key| self.here.get(key)) {
            Some(cases) if cases.len() > 1 => {
                return Ok(self.wrong(row, Column::Case, Reason::CaseAmbiguous));
            }
            Some(cases) => cases.first().copied(),
            None => None,
        };
        let column = match said.moment {
            Some(_) => Column::Text,
            None => Column::Action,
        };
        if let Some(same) = same(&said, case_key.as_deref()) {
            if let Some(other) = self.said.get(&same) {
                let mut fault = self.reading.fault(row, column, Reason::DuplicateInFile);
                fault.other_row = Some(*other);
                return Ok(Err(vec![fault]));
            }
            let is_new_case = case_key.is_some() && here.is_none();
            if !is_new_case && self.is_here(&said, here)? {
                return Ok(self.wrong(row, column, Reason::DuplicateHere));
            }
            self.said.insert(same, said.number);
        }
        Ok(Ok(self.goes(said, case_key, here)))
    }

    fn wrong<T>(&self, row: &Row, column: Column, reason: Reason) -> Result<T, Vec<ImportFault>> {
        Err(vec![self.reading.fault(row, column, reason)])
    }

    /// Whether the contact moment, or the action of a row without one, is on this laptop.
    fn is_here(&self, said: &Said, here: Option<Id>) -> Result<bool, Error> {
        let space = here.map_or(self.street, |case| SpaceId(case.0));
        let store = &self.vault.store;
        // In a case the nickname is one more detail; on the street it is whom it was about.
        let nickname = said.nickname.as_deref().filter(|_| here.is_none());
        Ok(match (&said.moment, &said.action) {
            (Some(moment), _) => {
                store.has_contact_moment(&space, moment.at, &moment.text, nickname)?
            }
            (None, Some(action)) => store.has_action(&space, &action.text, action.due)?,
            (None, None) => false,
        })
    }

    fn goes(&mut self, said: Said, case_key: Option<String>, here: Option<Id>) -> Planned {
        let mut effects = Vec::new();
        let says = said.moment.is_some() || said.action.is_some();
        let case = match (said.case.as_deref(), case_key, here) {
            (Some(_), _, Some(case)) => {
                if says {
                    effects.push(RowEffect::ExistingCase);
                    self.totals.existing_cases += u32::from(self.found.insert(case));
                }
                Some(CaseOf::Here(case))
            }
            (Some(name), Some(key), None) => {
                let (place, is_new) = self.cases.place(key, name);
                if is_new {
                    effects.push(RowEffect::NewCase);
                    self.totals.cases += 1;
                }
                Some(CaseOf::New(place))
            }
            _ => None,
        };
        let person = match (case, said.nickname.as_deref()) {
            (None, Some(nickname)) => {
                let (place, is_new) = self.persons.place(key(nickname), nickname);
                if is_new {
                    effects.push(RowEffect::Person);
                    self.totals.persons += 1;
                }
                Some(place)
            }
            _ => None,
        };
        if said.moment.is_some() {
            effects.push(RowEffect::ContactMoment);
            self.totals.contact_moments += 1;
        }
        if said.action.is_some() {
            effects.push(RowEffect::Action);
            self.totals.actions += 1;
        }
        if effects.is_empty() {
            effects.push(RowEffect::Nothing);
            self.totals.nothing += 1;
        }
        Planned {
            said,
            case,
            person,
            effects,
        }
    }
}

fn key(name: &str) -> String {
    name_key(&Personal::from(name))
}

/// What two rows have in common that say the same; none for a row that says nothing of its own.
fn same(said: &Said, case: Option<&str>) -> Option<String> {
    let (what, at, text) = match (&said.moment, &said.action) {
        (Some(moment), _) => ("moment", Some(moment.at.0), &moment.text),
        (None, Some(action)) => ("action", action.due.map(|due| due.0), &action.text),
        (None, None) => return None,
    };
    let whom = match case {
        Some(case) => format!("case {case}"),
        None => format!(
            "street {}",
            said.nickname.as_deref().map(key).unwrap_or_default()
        ),
    };
    Some(format!("{what}\n{whom}\n{at:?}\n{text}"))
}
