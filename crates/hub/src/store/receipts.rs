//! What laptops have stated to hold.

use super::columns::{of_number, of_scope, to_number};
use super::{Store, Writing};
use crate::HubError;
use nabij_protocol::entry::{decode, encode};
use nabij_protocol::id::TeamId;
use nabij_protocol::receipt::Receipt;
use rusqlite::{OptionalExtension, params};

impl Store {
    /// The receipts that came after that arrival, each with its own, oldest first.
    ///
    /// # Errors
    /// [`HubError::Database`], [`HubError::Damaged`].
    pub(crate) fn receipts_after(
        &self,
        team: &TeamId,
        arrival: u64,
    ) -> Result<Vec<(u64, Receipt)>, HubError> {
        let newest: Option<i64> = self
            .db
            .prepare_cached("SELECT max(arrival) FROM receipt WHERE team = ?1")?
            .query_row(params![team.0], |row| row.get(0))?;
        let newest = to_number(newest.unwrap_or(0))?;
        // Who knows of more than there is knew the hub before it was put back from a backup.
        let after = if arrival > newest { 0 } else { arrival };
        let mut statement = self.db.prepare_cached(
            "SELECT arrival, bytes FROM receipt
             WHERE team = ?1 AND arrival > ?2 ORDER BY arrival",
        )?;
        let mut rows = statement.query(params![team.0, of_number(after)?])?;
        let mut receipts = Vec::new();
        while let Some(row) = rows.next()? {
            let bytes: Vec<u8> = row.get(1)?;
            let receipt = decode("receipt", &bytes).map_err(|_| HubError::Damaged("receipt"))?;
            receipts.push((to_number(row.get(0)?)?, receipt));
        }
        Ok(receipts)
    }
}

impl Writing<'_> {
    /// Keeps a checked receipt where it says more than what is kept of its signer; answers its arrival, or
    /// none if it says nothing new.
    ///
    /// # Errors
    /// [`HubError::Database`].
    pub(crate) fn keep_receipt(
        &self,
        team: &TeamId,
        receipt: &Receipt,
    ) -> Result<Option<u64>, HubError> {
        let signer = receipt.statement.signer.0;
        let newest: Option<i64> = self
            .tx()
            .prepare_cached("SELECT max(arrival) FROM receipt WHERE team = ?1")?
            .query_row(params![team.0], |row| row.get(0))?;
        let arrival = newest.unwrap_or(0).saturating_add(1);
        let mut former = Vec::new();
        let mut says_more = false;
        for (scope, held) in receipt.statement.held() {
            let (kind, space) = of_scope(&scope);
            let (device, incarnation) = (held.log.device.0, held.log.incarnation.0.cast_signed());
            let known: Option<(i64, i64)> = self
                .tx()
                .prepare_cached(
                    "SELECT number, arrival FROM receipt_cover WHERE team = ?1 AND signer = ?2
                     AND scope = ?3 AND space = ?4 AND device = ?5 AND incarnation = ?6",
                )?
                .query_row(
                    params![team.0, signer, kind, space, device, incarnation],
                    |row| Ok((row.get(0)?, row.get(1)?)),
                )
                .optional()?;
            let number = of_number(held.number)?;
            match known {
                Some((kept, _)) if kept >= number => continue,
                Some((_, arrival)) => former.push(arrival),
                None => {}
            }
            says_more = true;
            self.tx()
                .prepare_cached(
                    "INSERT INTO receipt_cover
                     (team, signer, scope, space, device, incarnation, number, arrival)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                     ON CONFLICT DO UPDATE SET number = excluded.number, arrival = excluded.arrival",
                )?
                .execute(params![
                    team.0,
                    signer,
                    kind,
                    space,
                    device,
                    incarnation,
                    number,
                    arrival
                ])?;
        }
        if !says_more {
            return Ok(None);
        }
        self.tx()
            .prepare_cached("INSERT INTO receipt (team, arrival, bytes) VALUES (?1, ?2, ?3)")?
            .execute(params![team.0, arrival, encode(receipt)])?;
        for arrival in former {
            self.tx()
                .prepare_cached(
                    "DELETE FROM receipt WHERE team = ?1 AND arrival = ?2 AND NOT EXISTS
                     (SELECT 1 FROM receipt_cover c WHERE c.team = ?1 AND c.arrival = ?2)",
                )?
                .execute(params![team.0, arrival])?;
        }
        Ok(Some(to_number(arrival)?))
    }
}
