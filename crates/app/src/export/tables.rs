//! Each list as a table.

use super::words::{self, header};
use super::{local, table, text};
use crate::App;
use crate::cases::list_cases;
use crate::differences::Names;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::search::Search;
use crate::settings::Language;
use nabij_domain::{Id, Millis, Personal};
use nabij_exchange::{Cell, Table};

fn moment(at: i64) -> Cell {
    Cell::Moment(local(at))
}

fn personal(words: Option<Personal>) -> Cell {
    words.map_or(Cell::Empty, |words| text(words.into_inner()))
}

fn said(words: &str) -> Cell {
    text(words.to_owned())
}

pub(super) fn cases(app: &App, language: Language, origin: &Origin) -> Result<Table, Error> {
    let headings = [words::CASE, words::LAST, words::MOMENTS, words::COLLEAGUES];
    let rows = list_cases(app, Empty {}, origin)?.cases;
    let rows = rows.into_iter().map(|row| {
        let colleagues: Vec<String> = row.colleagues.into_iter().map(|each| each.name).collect();
        vec![
            text(row.name),
            row.last_at.map_or(Cell::Empty, moment),
            u32::try_from(row.moments).map_or(Cell::Empty, |count| Cell::Number(f64::from(count))),
            text(colleagues.join(", ")),
        ]
    });
    Ok(table(None, header(language, &headings), rows))
}

pub(super) fn contact_moments(
    vault: &OpenVault,
    language: Language,
    case: Option<Id>,
    now: Millis,
) -> Result<Table, Error> {
    if let Some(case) = case {
        vault.store.case(case)?.ok_or(Error::NotFound)?;
    }
    let headings = [
        words::CASE,
        words::NICKNAME,
        words::DATE,
        words::KIND,
        words::TEXT,
        words::PLACE,
        words::LIFE_DOMAINS,
        words::REACHED,
        words::BY,
    ];
    let names = Names::of(vault)?;
    let rows = vault.store.exported_moments(case, now)?;
    let rows = rows.into_iter().map(|row| {
        let domains: Vec<&str> = row
            .life_domains
            .iter()
            .map(|domain| words::life_domain(language, *domain))
            .collect();
        vec![
            personal(row.case_name),
            personal(row.nickname),
            moment(row.at.0),
            said(words::kind(language, row.kind)),
            text(row.text.into_inner()),
            personal(row.place),
            text(domains.join(", ")),
            said(words::reached(language, row.outcome)),
            text(names.name(&row.by)),
        ]
    });
    Ok(table(None, header(language, &headings), rows))
}

pub(super) fn actions(vault: &OpenVault, language: Language, now: Millis) -> Result<Table, Error> {
    let headings = [
        words::CASE,
        words::NICKNAME,
        words::ACTION,
        words::DUE,
        words::OWNER,
        words::STATUS,
    ];
    let names = Names::of(vault)?;
    let rows = vault.store.exported_actions(now)?;
    let rows = rows.into_iter().map(|row| {
        let owner = match row.colleague {
            Some(colleague) => text(names.name(&colleague)),
            None => personal(row.owner),
        };
        vec![
            personal(row.case_name),
            personal(row.nickname),
            text(row.text.into_inner()),
            row.due.map_or(Cell::Empty, |due| moment(due.0)),
            owner,
            said(words::status(language, row.outcome)),
        ]
    });
    Ok(table(None, header(language, &headings), rows))
}

pub(super) fn persons(vault: &OpenVault, language: Language, now: Millis) -> Result<Table, Error> {
    let headings = [words::NICKNAME, words::KNOWN_BY, words::RECORDED_AT];
    // Who was merged into somebody is that somebody.
    let rows = vault.store.persons(now)?.into_iter();
    let rows = rows.filter(|row| row.merged_into.is_none()).map(|row| {
        vec![
            text(row.nickname.into_inner()),
            personal(row.text),
            moment(row.recorded_at.0),
        ]
    });
    Ok(table(None, header(language, &headings), rows))
}

pub(super) fn search(
    app: &App,
    language: Language,
    search: Search,
    origin: &Origin,
) -> Result<Table, Error> {
    let headings = [words::FOUND, words::DATE, words::TEXT];
    let whole = Search {
        limit: None,
        ..search
    };
    let found = crate::search::search(app, whole, origin)?;
    // A file that is not everything says so in its last row.
    let cut = found
        .more
        .then(|| vec![text("…".to_owned()), Cell::Empty, text("> 1000".to_owned())]);
    let hits = found.hits;
    let rows = hits.into_iter().map(|hit| {
        let snippet: String = hit.snippet.into_iter().map(|part| part.text).collect();
        vec![text(hit.title), moment(hit.at), text(snippet)]
    });
    Ok(table(None, header(language, &headings), rows.chain(cut)))
}
