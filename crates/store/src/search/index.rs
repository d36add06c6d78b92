//! Keeping the index: the words for FTS5, the items to filter by, and the vocabulary.

use super::form::form;
use super::letters::words;
use crate::error::Error;
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use std::collections::HashSet;

/// Words shorter or longer than this (in bytes) have no other forms and are no compounds.
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=64;

/// The columns of `search_item` besides its number.
const ITEM: [&str; 6] = ["id", "kind", "contact_kind", "space", "at", "by"];

/// What changes in the index by one transaction. Written at its end, the words for FTS5 in one go: each statement in
/// between makes FTS5 write out what it has, and merge it again later.
#[derive(Default)]
pub(crate) struct Changes {
    forgotten: Vec<(i64, Texts)>,
    remembered: Vec<i64>,
}

/// Title, body and the rest of a document, as the index has them.
type Texts = [Option<String>; 3];

impl Changes {
    /// Takes a document out of the index. Must come before its rows change: the index does not keep the text,
    /// so it has to be told what it was. Its words stay in the vocabulary: where it is the last that had one, that
    /// word finds nothing until the next rebuild, which costs less than counting at each writing.
    pub(crate) fn forget(&mut self, tx: &Transaction<'_>, num: i64) -> Result<(), Error> {
        let texts = tx
            .prepare_cached("SELECT title, body, other FROM search_text WHERE num = ?1")?
            .query_row([num], texts_of)
            .optional()?;
        self.forgotten.extend(texts.map(|texts| (num, texts)));
        Ok(())
    }

    /// Puts a document into the index, as its rows now read.
    pub(crate) fn remember(&mut self, num: i64) {
        self.remembered.push(num);
    }

    /// Writes them.
    pub(crate) fn write(self, tx: &Transaction<'_>) -> Result<(), Error> {
        let mut vocabulary = Vocabulary::default();
        let mut items = Vec::with_capacity(self.remembered.len());
        let mut delete = tx.prepare_cached(
            "INSERT INTO search (search, rowid, title, body, other) VALUES ('delete', ?1, ?2, ?3, ?4)",
        )?;
        for (num, [title, body, other]) in &self.forgotten {
            delete.execute(params![num, title, body, other])?;
        }
        let mut item = tx.prepare_cached(
            "SELECT t.title, t.body, t.other, t.contact_kind, t.at, t.by, d.id, d.kind, d.space
             FROM search_text t JOIN document d ON d.num = t.num WHERE t.num = ?1",
        )?;
        let mut insert = tx.prepare_cached(
            "INSERT INTO search (rowid, title, body, other) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for num in self.remembered {
            let mut rows = item.query([num])?;
            let Some(row) = rows.next()? else { continue };
            let texts = texts_of(row)?;
            vocabulary.learn(&texts);
            let [title, body, other] = texts;
            insert.execute(params![num, title, body, other])?;
            items.push((num, ITEM.map(|column| row.get(column))));
        }
        let mut forget = tx.prepare_cached("DELETE FROM search_item WHERE num = ?1")?;
        for (num, _) in self.forgotten {
            forget.execute([num])?;
        }
        let mut remember = tx.prepare_cached(
            "INSERT INTO search_item (num, id, kind, contact_kind, space, at, by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for (num, values) in items {
            let [id, kind, contact_kind, space, at, by] = values;
            let values: [Value; 6] = [id?, kind?, contact_kind?, space?, at?, by?];
            let [id, kind, contact_kind, space, at, by] = values;
            remember.execute(params![num, id, kind, contact_kind, space, at, by])?;
        }
        vocabulary.keep(tx)
    }
}

fn texts_of(row: &Row<'_>) -> rusqlite::Result<Texts> {
    Ok([row.get("title")?, row.get("body")?, row.get("other")?])
}

/// Words that come into the index. Most are there already, and each of a thousand documents brings the same: they
/// are looked up once.
#[derive(Default)]
struct Vocabulary(HashSet<String>);

impl Vocabulary {
    fn learn(&mut self, texts: &Texts) {
        for word in texts.iter().flatten().flat_map(|text| words(text)) {
            if is_kept(&word.folded) {
                self.0.insert(word.folded);
            }
        }
    }

    /// Adds the words that the index has not met.
    fn keep(self, tx: &Transaction<'_>) -> Result<(), Error> {
        let mut statement = tx.prepare_cached(
            "INSERT INTO search_word (word, form) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
        )?;
        for word in self.0 {
            statement.execute(params![word, form(&word)])?;
        }
        Ok(())
    }
}

fn is_kept(word: &str) -> bool {
    LENGTHS.contains(&word.len()) && word.chars().any(char::is_alphabetic)
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

/// Every word that stands in a text is in the vocabulary.
fn vocabulary_is_sound(connection: &Connection) -> Result<bool, Error> {
    let mut read = Vocabulary::default();
    let mut texts = connection.prepare("SELECT title, body, other FROM search_text")?;
    let mut rows = texts.query([])?;
    while let Some(row) = rows.next()? {
        read.learn(&texts_of(row)?);
    }
    let mut known =
        connection.prepare("SELECT EXISTS (SELECT 1 FROM search_word WHERE word = ?1)")?;
    for word in read.0 {
        if !known.query_row([word], |row| row.get::<_, bool>(0))? {
            return Ok(false);
        }
    }
    Ok(true)
}
