//! Values that colleagues set without having seen each other's, and who chose.

use crate::error::Error;
use nabij_domain::Difference;
use rusqlite::{Transaction, params};

pub(super) fn project(
    tx: &Transaction<'_>,
    num: i64,
    differences: &[Difference],
) -> Result<(), Error> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO difference (document, position, field, value, actor, at, chosen, settled_by, settled_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    let values = differences.iter().flat_map(|difference| {
        difference
            .values
            .iter()
            .map(move |value| (difference, value))
    });
    for (position, (difference, value)) in (0_i64..).zip(values) {
        statement.execute(params![
            num,
            position,
            difference.field.as_str(),
            value.value.as_str(),
            value.actor,
            value.at.0,
            value.chosen,
            difference.settled.map(|settled| settled.actor),
            difference.settled.map(|settled| settled.at.0)
        ])?;
    }
    Ok(())
}
