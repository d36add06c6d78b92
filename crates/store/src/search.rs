//! Search over all text, and the index behind it.

mod expression;
mod filter;
mod form;
mod hit;
mod index;
mod letters;
mod query;
mod snippet;

pub use filter::Filter;
pub use hit::{Hit, HitKind};
pub(crate) use index::{Changes, is_sound};
pub use snippet::Part;

use crate::columns::number_from;
use crate::error::Error;
use crate::store::Store;
use filter::Conditions;
use nabij_domain::Millis;
use query::Term;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::BTreeSet;

/// Up to how many hits are counted: beyond that nobody reads the number.
pub const COUNTED: u32 = 1_000;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The best first.
    pub hits: Vec<Hit>,
    /// How many there are in all, at most [`COUNTED`].
    pub total: u64,
    /// Whether there are more than that.
    pub more: bool,
}

impl Store {
    /// Everything on this laptop in which all words of `query` stand and that passes the filter. A word is found by
    /// itself, by its beginning, by another form of it and as a part of a compound, in this order, and among equals
    /// the newest first; case and accents do not matter; words between quotes are found as they stand. Without words
    /// the filter alone decides; with neither, nothing is found. Persons who are not kept any longer at `now` are
    /// not found. At most `limit` hits, and never more than [`COUNTED`]. Any text is a valid query.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn search(
        &self,
        query: &str,
        filter: &Filter,
        limit: Option<u32>,
        now: Millis,
    ) -> Result<Found, Error> {
        let terms = query::terms(query);
        if terms.is_empty() && *filter == Filter::default() {
            return Ok(Found {
                hits: Vec::new(),
                total: 0,
                more: false,
            });
        }
        let limit = limit.unwrap_or(COUNTED).min(COUNTED);
        self.read(|connection| found(connection, &terms, filter, limit, now))
    }
}

fn found(
    connection: &Connection,
    terms: &[Term],
    filter: &Filter,
    limit: u32,
    now: Millis,
) -> Result<Found, Error> {
    let (nums, total) = if terms.is_empty() {
        let conditions = Conditions::new(connection, filter, now, Vec::new())?;
        let from = format!("FROM search_item i WHERE 1 {}", conditions.sql);
        let nums = newest(connection, &from, &conditions.values, limit)?;
        (nums, count(connection, &from, &conditions.values)?)
    } else {
        with_words(connection, terms, filter, limit, now)?
    };
    let hits: Vec<Hit> = nums
        .into_iter()
        .map(|num| hit::hit(connection, num, terms, now))
        .collect::<Result<_, _>>()?;
    Ok(Found {
        hits,
        total: total.min(u64::from(COUNTED)),
        more: total > u64::from(COUNTED),
    })
}

/// From the strictest expression to the widest, until there are enough.
fn with_words(
    connection: &Connection,
    terms: &[Term],
    filter: &Filter,
    limit: u32,
    now: Millis,
) -> Result<(Vec<i64>, u64), Error> {
    let mut conditions = Conditions::new(connection, filter, now, vec![Value::Null])?;
    // CROSS JOIN, so that SQLite starts from the words.
    let from = format!(
        "FROM search CROSS JOIN search_item i ON i.num = search.rowid WHERE search MATCH ?1 {}",
        conditions.sql
    );
    let (mut nums, mut known) = (Vec::new(), BTreeSet::new());
    let mut is_full = false;
    for expression in expression::expressions(connection, terms)? {
        if let Some(first) = conditions.values.first_mut() {
            *first = Value::Text(expression);
        }
        if !is_full {
            // What a stricter expression found comes again, so as many rows as there are hits to be.
            let more = newest(connection, &from, &conditions.values, limit)?;
            nums.extend(more.into_iter().filter(|num| known.insert(*num)));
            nums.truncate(limit.try_into().unwrap_or(usize::MAX));
            is_full = u32::try_from(nums.len()).is_ok_and(|length| length >= limit);
        }
    }
    let total = match is_full {
        true => count(connection, &from, &conditions.values)?,
        false => nums.len().try_into().unwrap_or(u64::MAX),
    };
    Ok((nums, total))
}

fn newest(
    connection: &Connection,
    from: &str,
    values: &[Value],
    limit: u32,
) -> Result<Vec<i64>, Error> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT i.num {from} ORDER BY i.at DESC, i.id LIMIT {limit}"
    ))?;
    let rows = statement.query_map(params_from_iter(values), |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How many there are, at most one more than are counted.
fn count(connection: &Connection, from: &str, values: &[Value]) -> Result<u64, Error> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT count(*) FROM (SELECT 1 {from} LIMIT {})",
        COUNTED + 1
    ))?;
    number_from(statement.query_row(params_from_iter(values), |row| row.get(0))?)
}
