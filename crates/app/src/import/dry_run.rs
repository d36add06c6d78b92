//! Trying an import out: what every row would do, and nothing written.

use super::ImportTotals;
use super::column::ImportColumn;
use super::fault::{ImportFault, beginning};
use super::plan::{Asked, Plan, Planned, RowEffect, plan};
use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most rows that one call answers.
const MOST_ROWS: u32 = 200;

/// Tries an import out.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DryRunImport {
    /// The file; a person chose it.
    pub path: String,
    /// Which sheet, from zero.
    pub sheet: u32,
    /// What each column holds.
    pub mapping: Vec<ImportColumn>,
    /// Answer the wrong rows only.
    pub only_wrong: bool,
    /// After how many of the rows the answer begins.
    pub skip: u32,
    /// How many rows at the most; never more than 200.
    pub limit: u32,
}

/// What an import would do.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DryRun {
    /// To send back with the import: it is refused when the file or what it would do has changed.
    pub digest: String,
    /// In numbers.
    pub totals: ImportTotals,
    /// A stretch of the rows, in the order of the file.
    pub rows: Vec<DryRunRow>,
    /// Whether more rows follow.
    pub more: bool,
}

/// What one row would do, or why it cannot.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DryRunRow {
    /// As the spreadsheet numbers it.
    pub number: u32,
    /// What it would do; nothing when it is wrong.
    pub effects: Vec<RowEffect>,
    /// What is wrong with it.
    pub faults: Vec<ImportFault>,
    /// The case or the nickname.
    pub title: Option<String>,
    /// When it happened; milliseconds since 1970.
    pub at: Option<i64>,
    /// The beginning of what happened, or of what was agreed.
    pub text: Option<String>,
}

pub(crate) fn dry_run_import(
    app: &App,
    request: DryRunImport,
    _: &Origin,
) -> Result<DryRun, Error> {
    let vault = app.vault()?;
    let asked = Asked {
        path: &request.path,
        sheet: request.sheet,
        mapping: &request.mapping,
    };
    Ok(answer(&request, plan(app, &vault, &asked)?))
}

fn answer(request: &DryRunImport, plan: Plan) -> DryRun {
    let limit = usize::try_from(request.limit.min(MOST_ROWS)).unwrap_or(0);
    let skip = usize::try_from(request.skip).unwrap_or(usize::MAX);
    let mut rows: Vec<DryRunRow> = plan
        .table
        .rows
        .iter()
        .zip(plan.rows)
        .filter(|(_, outcome)| outcome.is_err() || !request.only_wrong)
        .skip(skip)
        .take(limit.saturating_add(1))
        .map(|(row, outcome)| row_of(row.number, outcome))
        .collect();
    let more = rows.len() > limit;
    rows.truncate(limit);
    DryRun {
        digest: plan.digest,
        totals: plan.totals,
        rows,
        more,
    }
}

fn row_of(number: u32, outcome: Result<Planned, Vec<ImportFault>>) -> DryRunRow {
    match outcome {
        Ok(planned) => {
            let said = planned.said;
            let text = match (&said.moment, &said.action) {
                (Some(moment), _) => Some(beginning(&moment.text)),
                (None, Some(action)) => Some(beginning(&action.text)),
                (None, None) => None,
            };
            DryRunRow {
                number,
                effects: planned.effects,
                faults: Vec::new(),
                at: said.moment.map(|moment| moment.at.0),
                title: said.case.or(said.nickname),
                text,
            }
        }
        Err(faults) => DryRunRow {
            number,
            effects: Vec::new(),
            faults,
            title: None,
            at: None,
            text: None,
        },
    }
}
