//! Lists of the team in which a name stands once, however many laptops added it while apart.

use crate::error::Error;
use nabij_domain::{Id, Personal, name_key};
use rusqlite::{Connection, Row};
use std::collections::HashMap;

/// A row of such a list.
pub(super) trait Named {
    /// What the oldest document of this name is, and calls itself.
    fn named(&self) -> (Id, &Personal);

    /// Takes up a younger document of the same name.
    fn join(&mut self, younger: Self);
}

/// The rows of `query`, which gives the oldest first, one for each name and in the order of names; see [`name_key`].
pub(super) fn one_a_name<T: Named>(
    connection: &Connection,
    query: &str,
    from: impl Fn(&Connection, &Row<'_>) -> Result<T, Error>,
) -> Result<Vec<T>, Error> {
    let mut statement = connection.prepare_cached(query)?;
    let mut rows = statement.query([])?;
    let mut found: Vec<T> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    while let Some(row) = rows.next()? {
        let one = from(connection, row)?;
        let key = name_key(one.named().1);
        match known.get(&key).and_then(|at| found.get_mut(*at)) {
            Some(older) => older.join(one),
            None => {
                known.insert(key, found.len());
                found.push(one);
            }
        }
    }
    found.sort_by_cached_key(|one| {
        let (id, name) = one.named();
        (name_key(name), id)
    });
    Ok(found)
}
