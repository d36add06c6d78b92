//! Search over all text, and the index behind it.

mod query;

use crate::columns::{id, millis, number_from, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::{DocumentKind, Id, Millis, Personal};
use nabij_protocol::id::SpaceId;
use rusqlite::{Connection, Row, Transaction, params};

/// Marks around a hit within a snippet: private-use characters that nobody types.
const START: char = '\u{E000}';
const END: char = '\u{E001}';

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The best first.
    pub hits: Vec<Hit>,
    /// How many there are in all.
    pub total: u64,
}

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitKind {
    /// A contact moment.
    ContactMoment,
    /// A note.
    CaseNote,
    /// A summary.
    Summary,
    /// A case, by its name.
    Case,
}

/// One document with all the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its document.
    pub id: Id,
    /// The space it lies in.
    pub space: SpaceId,
    /// The case (the space's id), unless it is a contact moment without one.
    pub case: Option<Id>,
    /// What the case is called, or else the young person, when somebody said.
    pub title: Option<Personal>,
    /// When it happened or was opened.
    pub at: Option<Millis>,
    /// Some of its text around the words.
    pub snippet: Vec<Part>,
}

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The text.
    pub text: Personal,
    /// Whether this is what was searched for.
    pub hit: bool,
}

const HITS: &str = "WITH hit AS (
    SELECT rowid AS num, rank AS score, snippet(search, -1, char(0xE000), char(0xE001), '…', 24) AS snippet,
      snippet(search, 1, char(0xE000), char(0xE001), '…', 24) AS body
    FROM search WHERE search MATCH ?1 ORDER BY rank LIMIT ?2)
  SELECT d.kind, d.id, d.space, h.snippet, h.body, m.in_case, m.nickname, c.name,
    coalesce(m.at, n.recorded_at, s.recorded_at, own.opened_at) AS at
  FROM hit h JOIN document d ON d.num = h.num
    LEFT JOIN contact_moment m ON m.document = h.num
    LEFT JOIN case_note n ON n.document = h.num
    LEFT JOIN summary s ON s.document = h.num
    LEFT JOIN case_row own ON own.document = h.num
    LEFT JOIN case_of_space c ON c.space = d.space
  ORDER BY h.score, at DESC, d.id";

impl Store {
    /// Everything that has all the words of `query`, or words that begin with them; case and accents do not
    /// matter. At most `limit` hits (`None`: all). Any text is a valid query; one without words finds
    /// nothing.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn search(&self, query: &str, limit: Option<u32>) -> Result<Found, Error> {
        let Some(query) = query::safe(query) else {
            return Ok(Found {
                hits: Vec::new(),
                total: 0,
            });
        };
        self.read(|connection| {
            let total = connection
                .prepare_cached("SELECT count(*) FROM search WHERE search MATCH ?1")?
                .query_row([&query], |row| row.get(0))?;
            let mut statement = connection.prepare_cached(HITS)?;
            let mut rows = statement.query(params![query, limit.map_or(-1, i64::from)])?;
            let mut hits = Vec::new();
            while let Some(row) = rows.next()? {
                hits.push(hit(row)?);
            }
            Ok(Found {
                hits,
                total: number_from(total)?,
            })
        })
    }
}

fn hit(row: &Row<'_>) -> Result<Hit, Error> {
    let kind = match DocumentKind::parse(&row.get::<_, String>("kind")?) {
        Some(DocumentKind::ContactMoment) => HitKind::ContactMoment,
        Some(DocumentKind::CaseNote) => HitKind::CaseNote,
        Some(DocumentKind::Summary) => HitKind::Summary,
        Some(DocumentKind::Case) => HitKind::Case,
        _ => return Err(Error::Damaged),
    };
    let space = space(row, "space")?;
    let in_case = row.get::<_, Option<bool>>("in_case")?.unwrap_or(true);
    let case_name: Option<String> = row.get("name")?;
    let nickname: Option<String> = row.get("nickname")?;
    let title = case_name.filter(|_| in_case).or(nickname);
    Ok(Hit {
        kind,
        id: id(row, "id")?,
        space,
        case: in_case.then_some(Id(space.0)),
        title: title.map(Personal::from),
        at: Some(millis(row, "at")?),
        snippet: parts(&shown(row.get("snippet")?, row.get("body")?)),
    })
}

/// The text around the words; where the words stand beside the text, in a place or a nickname, those and how
/// the text begins.
fn shown(best: String, body: String) -> String {
    match (body.is_empty(), body.contains(START)) {
        (_, true) => body,
        (true, false) => best,
        (false, false) => format!("{} · {body}", best.trim()),
    }
}

/// A snippet with marks as pieces.
fn parts(snippet: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut text = String::new();
    let mut hit = false;
    for character in snippet.chars() {
        if character != START && character != END {
            text.push(character);
            continue;
        }
        push(&mut parts, &mut text, hit);
        hit = character == START;
    }
    push(&mut parts, &mut text, hit);
    parts
}

fn push(parts: &mut Vec<Part>, text: &mut String, hit: bool) {
    if !text.is_empty() {
        parts.push(Part {
            text: Personal::from(std::mem::take(text)),
            hit,
        });
    }
}

/// Takes a document out of the index. Must come before its rows change: the index does not keep the text,
/// so it has to be told what it was.
pub(crate) fn forget(tx: &Transaction<'_>, num: i64) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO search (search, rowid, title, body, other)
         SELECT 'delete', num, title, body, other FROM search_text WHERE num = ?1",
    )?
    .execute([num])?;
    Ok(())
}

/// Puts a document into the index, as its rows now read.
pub(crate) fn remember(tx: &Transaction<'_>, num: i64) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO search (rowid, title, body, other)
         SELECT num, title, body, other FROM search_text WHERE num = ?1",
    )?
    .execute([num])?;
    Ok(())
}

/// Whether the index says the same as the text it is about.
pub(crate) fn is_sound(connection: &Connection) -> Result<bool, Error> {
    match connection.execute(
        "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)",
        [],
    ) {
        Ok(_) => Ok(true),
        Err(error) => match Error::from(error) {
            Error::Damaged => Ok(false),
            other => Err(other),
        },
    }
}
