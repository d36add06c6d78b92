//! Keeping the index: the words for FTS5, the items to filter by, and the vocabulary.

use super::form::form;
use super::letters::words;
use crate::error::Error;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use std::collections::{BTreeMap, BTreeSet};

/// Words shorter or longer than this (in bytes) have no other forms and are no compounds.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=64;

const TEXT: &str = "SELECT num, title, body, other FROM search_text";

/// Takes a document out of the index. Must come before its rows change: the index does not keep the text,
/// so it has to be told what it was.
pub(crate) fn forget(tx: &Transaction<'_>, num: i64) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO search (search, rowid, title, body, other)
         SELECT 'delete', num, title, body, other FROM search_text WHERE num = ?1",
    )?
    .execute([num])?;
    tx.prepare_cached("DELETE FROM search_item WHERE num = ?1")?
        .execute([num])?;
    let mut less = tx.prepare_cached(
        "UPDATE search_word SET documents = documents - 1 WHERE word = ?1 RETURNING documents",
    )?;
    let mut last = tx.prepare_cached("DELETE FROM search_word WHERE word = ?1")?;
    for word in vocabulary(tx, num)? {
        let left: Option<i64> = less.query_row([&word], |row| row.get(0)).optional()?;
        if left.is_some_and(|left| left <= 0) {
            last.execute([&word])?;
        }
    }
    Ok(())
}

/// Puts a document into the index, as its rows now read.
pub(crate) fn remember(tx: &Transaction<'_>, num: i64) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO search (rowid, title, body, other)
         SELECT num, title, body, other FROM search_text WHERE num = ?1",
    )?
    .execute([num])?;
    tx.prepare_cached(
        "INSERT INTO search_item (num, id, kind, contact_kind, space, at, by)
         SELECT t.num, d.id, d.kind, t.contact_kind, d.space, t.at, t.by
         FROM search_text t JOIN document d ON d.num = t.num WHERE t.num = ?1",
    )?
    .execute([num])?;
    let mut more = tx.prepare_cached(
        "INSERT INTO search_word (word, form, documents) VALUES (?1, ?2, 1)
         ON CONFLICT (word) DO UPDATE SET documents = documents + 1",
    )?;
    for word in vocabulary(tx, num)? {
        more.execute(params![word, form(&word)])?;
    }
    Ok(())
}

/// The words of a document, each once.
fn vocabulary(connection: &Connection, num: i64) -> Result<BTreeSet<String>, Error> {
    let mut statement = connection.prepare_cached(&format!("{TEXT} WHERE num = ?1"))?;
    let found = statement.query_row([num], words_of).optional()?;
    Ok(found.unwrap_or_default())
}

fn words_of(row: &Row<'_>) -> rusqlite::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for column in ["title", "body", "other"] {
        let text: Option<String> = row.get(column)?;
        let words = words(text.as_deref().unwrap_or_default()).map(|word| word.folded);
        found.extend(
            words.filter(|word| {
                LENGTHS.contains(&word.len()) && word.chars().any(char::is_alphabetic)
            }),
        );
    }
    Ok(found)
}

/// Whether the index says the same as the text it is about.
pub(crate) fn is_sound(connection: &Connection) -> Result<bool, Error> {
    match connection.execute(
        "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)",
        [],
    ) {
        Ok(_) => vocabulary_is_sound(connection),
        Err(error) => match Error::from(error) {
            Error::Damaged => Ok(false),
            other => Err(other),
        },
    }
}

fn vocabulary_is_sound(connection: &Connection) -> Result<bool, Error> {
    let mut counted: BTreeMap<String, i64> = BTreeMap::new();
    let mut texts = connection.prepare(TEXT)?;
    let mut rows = texts.query([])?;
    while let Some(row) = rows.next()? {
        for word in words_of(row)? {
            *counted.entry(word).or_default() += 1;
        }
    }
    let mut kept = connection.prepare("SELECT word, documents FROM search_word")?;
    let kept = kept.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let kept: BTreeMap<String, i64> = kept.collect::<Result<_, _>>()?;
    Ok(kept == counted)
}
