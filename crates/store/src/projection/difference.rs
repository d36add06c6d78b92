//! Values that colleagues set without having seen each other's.

use crate::error::Error;
use nabij_domain::Difference;
use rusqlite::{Transaction, params};

pub(super) fn project(
    tx: &Transaction<'_>,
    num: i64,
    differences: &[Difference],
) -> Result<(), Error> {
    let mut statement = tx.prepare_cached(
        "INSERT INTO difference (document, position, field, value, actor, chosen)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let values = differences.iter().flat_map(|difference| {
        difference
            .values
            .iter()
            .map(move |value| (difference.field.as_str(), value))
    });
    for (position, (field, value)) in (0_i64..).zip(values) {
        statement.execute(params![
            num,
            position,
            field,
            value.value.as_str(),
            value.actor,
            value.chosen
        ])?;
    }
    Ok(())
}
