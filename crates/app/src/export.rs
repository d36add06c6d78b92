//! Lists for other programs: what one may read, in a file that is not encrypted any more. What is written here is
//! also read by [`crate::import`].

mod tables;
mod words;

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::outgoing_file::write_file;
use crate::search::Search;
use crate::settings::read_settings;
use chrono::{DateTime, Local, NaiveDateTime};
use nabij_domain::Millis;
use nabij_exchange::{Cell, Row, Table, csv, xlsx};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A list that can be written to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExportedList {
    /// The cases.
    Cases,
    /// The contact moments: of one case, or all.
    ContactMoments,
    /// The actions.
    Actions,
    /// The persons without a case.
    Persons,
    /// What a search finds.
    Search,
}

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ExportFormat {
    /// Text with semicolons, as a Dutch Excel opens it.
    Csv,
    /// A workbook.
    Xlsx,
}

/// Writes a list to a file.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportList {
    /// Which list.
    pub list: ExportedList,
    /// As what.
    pub format: ExportFormat,
    /// Where; a person chose it. What was there is replaced.
    pub path: String,
    /// Contact moments: of this case only.
    #[serde(default)]
    #[ts(optional)]
    pub case_id: Option<String>,
    /// Search: what is looked for.
    #[serde(default)]
    #[ts(optional)]
    pub search: Option<Search>,
}

/// Writes a table of the window's own words to a file.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportTable {
    /// Where; a person chose it. What was there is replaced.
    pub path: String,
    /// The headings.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// What was written.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// How many rows under the headings.
    pub rows: u32,
}

pub(crate) fn export_list(
    app: &App,
    request: ExportList,
    origin: &Origin,
) -> Result<Exported, Error> {
    let vault = app.vault()?;
    let now = Millis(app.now());
    let language = read_settings(app, Empty {}, origin)?.language;
    let table = match request.list {
        ExportedList::Cases => tables::cases(app, language, origin)?,
        ExportedList::ContactMoments => {
            let case = request.case_id.as_deref().map(crate::cases::case_id);
            tables::contact_moments(&vault, language, case.transpose()?, now)?
        }
        ExportedList::Actions => tables::actions(&vault, language, now)?,
        ExportedList::Persons => tables::persons(&vault, language, now)?,
        ExportedList::Search => {
            let search = request.search.ok_or(Error::Invalid("search"))?;
            tables::search(app, language, search, origin)?
        }
    };
    written(app, &request.path, request.format, table)
}

pub(crate) fn export_table(app: &App, request: ExportTable, _: &Origin) -> Result<Exported, Error> {
    app.vault()?;
    let rows = request
        .rows
        .into_iter()
        .map(|cells| cells.into_iter().map(text).collect());
    let table = table(None, request.header, rows);
    written(app, &request.path, ExportFormat::Csv, table)
}

fn written(app: &App, path: &str, format: ExportFormat, table: Table) -> Result<Exported, Error> {
    let rows = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    let bytes = match format {
        ExportFormat::Csv => csv(&table)?,
        ExportFormat::Xlsx => xlsx(&[table], local(app.now()))?,
    };
    write_file(path, &bytes)?;
    Ok(Exported { rows })
}

/// A moment as this laptop's clock shows it.
fn local(at: i64) -> NaiveDateTime {
    DateTime::from_timestamp_millis(at)
        .unwrap_or_default()
        .with_timezone(&Local)
        .naive_local()
}

/// A table whose rows follow each other under the headings.
fn table(
    sheet: Option<String>,
    header: Vec<String>,
    rows: impl Iterator<Item = Vec<Cell>>,
) -> Table {
    Table {
        sheet,
        header,
        rows: (2..)
            .zip(rows)
            .map(|(number, cells)| Row { number, cells })
            .collect(),
    }
}

fn text(words: String) -> Cell {
    if words.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(words)
    }
}
