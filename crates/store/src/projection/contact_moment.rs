//! Contact moments.

use super::{Of, difference};
use crate::error::{Error, damaged};
use nabij_domain::{Document, LifeDomain, Personal, contact_moment};
use rusqlite::{Transaction, params};

pub(super) fn project(tx: &Transaction<'_>, of: Of, document: &Document) -> Result<(), Error> {
    let moment = contact_moment::read(document).map_err(damaged)?;
    tx.prepare_cached(
        "INSERT INTO contact_moment (document, space, in_case, nickname, kind, text, at, place, outcome,
           life_domains, in_group, shift, stop, others, import, recorded_by, recorded_at, withdrawn)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?
    .execute(params![
        of.num,
        of.space.0,
        // Which case it is, the space says: a document cannot claim to lie in another one.
        moment.case.is_some(),
        moment.nickname.as_ref().map(Personal::as_str),
        moment.kind.as_str(),
        moment.text.as_str(),
        moment.at.0,
        moment.place.as_ref().map(Personal::as_str),
        moment.outcome.as_str(),
        words(moment.life_domains.known()),
        moment.group.map(|group| group.0),
        moment.shift.map(|shift| shift.0),
        moment.stop.map(|stop| stop.0),
        moment.others,
        moment.import.map(|import| import.0),
        moment.by.0,
        moment.recorded_at.0,
        moment.withdrawn
    ])?;
    let mut statement = tx.prepare_cached(
        "INSERT INTO contact_moment_person (document, person) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
    )?;
    for person in &moment.persons {
        statement.execute(params![of.num, person.0])?;
    }
    difference::project(tx, of.num, &moment.differences)
}

/// Words with spaces around each.
fn words(domains: &[LifeDomain]) -> String {
    domains.iter().fold(String::from(" "), |words, domain| {
        words + domain.as_str() + " "
    })
}
