//! From terms to queries that the index understands, the strictest first.

use super::query::{Fit, Term};
use crate::error::Error;
use rusqlite::Connection;
use rusqlite::params;

/// The most forms and compounds of one word that are looked for, the shortest first.
const MOST: usize = 64;

/// A term with the words of the index that it also finds.
struct Widened<'a> {
    term: &'a Term,
    others: Vec<(Fit, String)>,
}

/// The queries to try one after another until there are enough hits: exact words, then also words that begin so,
/// then other forms, then compounds. Each finds at least what the one before it finds.
pub(super) fn expressions(connection: &Connection, terms: &[Term]) -> Result<Vec<String>, Error> {
    let widened: Vec<Widened<'_>> = terms
        .iter()
        .map(|term| {
            let others = others(connection, term)?;
            Ok(Widened { term, others })
        })
        .collect::<Result<_, Error>>()?;
    let mut expressions: Vec<String> = Fit::ALL
        .iter()
        .map(|fit| {
            let each: Vec<String> = widened.iter().map(|each| each.until(*fit)).collect();
            each.join(" AND ")
        })
        .collect();
    expressions.dedup();
    Ok(expressions)
}

/// Folded words hold letters and digits only, so that quotes around them are enough.
impl Widened<'_> {
    fn until(&self, fit: Fit) -> String {
        let star = match fit > Fit::Exact && !self.term.literal {
            true => " *",
            false => "",
        };
        let mut any = format!("(\"{}\"{star}", self.term.words.join(" "));
        for (_, word) in self.others.iter().filter(|(other, _)| *other <= fit) {
            any.push_str(" OR \"");
            any.push_str(word);
            any.push('"');
        }
        any.push(')');
        any
    }
}

/// The words of the index that are another form of the term, or a compound with it.
fn others(connection: &Connection, term: &Term) -> Result<Vec<(Fit, String)>, Error> {
    let Some((word, form)) = term.forgiving() else {
        return Ok(Vec::new());
    };
    let mut statement = connection.prepare_cached(
        "SELECT word, form FROM search_word
         WHERE form = ?2 OR instr(word, ?1) > 1 OR instr(form, ?2) > 1 ORDER BY length(word), word",
    )?;
    let mut rows = statement.query(params![word, form])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let other: String = row.get("word")?;
        if let Some(fit @ (Fit::Form | Fit::Part)) =
            term.fit(&other, &row.get::<_, String>("form")?)
        {
            found.push((fit, other));
        }
    }
    found.sort_by_key(|(fit, _)| *fit);
    found.truncate(MOST);
    Ok(found)
}
