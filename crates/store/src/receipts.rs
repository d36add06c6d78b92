//! Receipts of the hub, and what no receipt covers yet.

use crate::columns::{incarnation_column, number_column, number_from, scope_columns, scope_from};
use crate::error::{Error, damaged};
use crate::findings::{Finding, FindingKind};
use crate::log::row;
use crate::meta;
use crate::store::Store;
use crate::take_in::of_space;
use crate::topic::Topic;
use nabij_domain::Millis;
use nabij_protocol::entry::{decode, encode};
use nabij_protocol::id::{Hash, LogId, Scope, SigningPublic, SpaceId};
use nabij_protocol::receipt::{Held, Receipt};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::BTreeSet;

/// Milliseconds.
const MINUTE: i64 = 60 * 1000;

/// What this laptop wrote that no receipt covers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WaitingToShare {
    /// How many documents (contact moments, notes, cases, …) have changes of ours that wait.
    pub items: u64,
    /// Whether records of ours wait.
    pub records: bool,
}

impl WaitingToShare {
    /// Whether anything waits.
    pub fn any(&self) -> bool {
        self.items > 0 || self.records
    }
}

impl Store {
    /// Keeps a receipt of the hub. Returns what may read differently now. Logs that are not here are
    /// skipped: the next receipt names them again.
    ///
    /// # Errors
    /// [`Error::BadReceipt`], [`Error::OtherTeam`], faults of the file.
    pub fn keep_receipt(&self, receipt: &Receipt) -> Result<BTreeSet<Topic>, Error> {
        receipt.check().map_err(|_| Error::BadReceipt)?;
        self.write(|tx| keep(tx, receipt))
    }

    /// Keeps receipts that were told by another, and how far it has told them under the name of a setting: in one
    /// write, because telling is only a number further each time.
    ///
    /// # Errors
    /// As [`Store::keep_receipt`].
    pub fn keep_told(
        &self,
        receipts: &[&Receipt],
        told: (&str, &str),
    ) -> Result<BTreeSet<Topic>, Error> {
        if receipts.iter().any(|receipt| receipt.check().is_err()) {
            return Err(Error::BadReceipt);
        }
        self.write(|tx| {
            let mut touched = BTreeSet::new();
            for receipt in receipts {
                touched.extend(keep(tx, receipt)?);
            }
            let (name, value) = told;
            crate::setting::put(tx, &[(name, Some(value))])?;
            Ok(touched)
        })
    }

    /// This signer was met, and what it holds is still what it has signed for: it has said so anew, without
    /// another receipt. Kept to the minute: it is said at every meeting, and a write waits for the disk.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn said_again(&self, signer: &SigningPublic, now: Millis) -> Result<(), Error> {
        let (met, known) = self.glance(|connection| {
            let times: (Option<i64>, Option<i64>) = connection
                .prepare_cached(
                    "SELECT max(at) FILTER (WHERE here), max(at) FROM
                       (SELECT at, 1 AS here FROM met WHERE signer = ?1
                        UNION ALL SELECT at, 0 FROM signed_receipt WHERE signer = ?1)",
                )?
                .query_row([signer.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(times)
        })?;
        // A meeting of later than now was noted while the clock of this laptop was ahead.
        let is_ahead = met.is_some_and(|at| at.saturating_sub(now.0) >= MINUTE);
        // Who has signed nothing has said nothing.
        let is_known = known.is_none_or(|at| now.0.saturating_sub(at) < MINUTE);
        if is_known && !is_ahead {
            return Ok(());
        }
        self.write(|tx| {
            tx.prepare_cached(
                "INSERT INTO met (signer, at) VALUES (?1, ?2)
                 ON CONFLICT (signer) DO UPDATE SET at = excluded.at",
            )?
            .execute(params![signer.0, now.0])?;
            Ok(())
        })
    }

    /// How much of what was written here waits for a receipt.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn waiting_to_share(&self) -> Result<WaitingToShare, Error> {
        self.glance(|connection| {
            let (items, records) = connection
                .prepare_cached(
                    "SELECT count(DISTINCT document), count(*) > count(document) FROM unshared",
                )?
                .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(WaitingToShare {
                items: number_from(items)?,
                records,
            })
        })
    }

    /// The scopes in which own entries have no receipt of this hub.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn scopes_without_receipt(&self, hub: &SigningPublic) -> Result<BTreeSet<Scope>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT DISTINCT l.scope_kind, l.space FROM log l
                   LEFT JOIN receipt r ON r.log = l.id AND r.signer = ?1
                 WHERE l.own = 1 AND l.number > coalesce(r.number, 0)",
            )?;
            let mut rows = statement.query([&hub.0])?;
            let mut scopes = BTreeSet::new();
            while let Some(row) = rows.next()? {
                scopes.insert(scope_from(row.get(0)?, row.get(1)?)?);
            }
            Ok(scopes)
        })
    }

    /// Up to which number of a log this signer has stated to hold the same entries as are here.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn receipted(
        &self,
        signer: &SigningPublic,
        scope: &Scope,
        log: &LogId,
    ) -> Result<u64, Error> {
        let (kind, space) = scope_columns(scope);
        self.read(|connection| {
            let number: Option<i64> = connection
                .prepare_cached(
                    "SELECT r.number FROM receipt r JOIN log l ON l.id = r.log
                     WHERE r.signer = ?1 AND l.scope_kind = ?2 AND l.space = ?3 AND l.device = ?4
                       AND l.incarnation = ?5",
                )?
                .query_row(
                    params![
                        signer.0,
                        kind,
                        space,
                        log.device.0,
                        incarnation_column(log.incarnation)
                    ],
                    |row| row.get(0),
                )
                .optional()?;
            number_from(number.unwrap_or(0))
        })
    }

    /// How many entries this laptop has written, in all its incarnations.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn own_entries(&self) -> Result<u64, Error> {
        self.glance(|connection| {
            let sum: i64 = connection
                .prepare_cached("SELECT coalesce(sum(number), 0) FROM log WHERE own = 1")?
                .query_row([], |row| row.get(0))?;
            number_from(sum)
        })
    }

    /// How many own entries (records and changes) the receipts of this hub cover.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn receipt_covers(&self, hub: &SigningPublic) -> Result<u64, Error> {
        self.read(|connection| {
            let covered = connection
                .prepare_cached(
                    "SELECT coalesce(sum(min(l.number, r.number)), 0) FROM log l
                       JOIN receipt r ON r.log = l.id AND r.signer = ?1
                     WHERE l.own = 1",
                )?
                .query_row([&hub.0], |row| row.get(0))?;
            number_from(covered)
        })
    }

    /// The newest receipt of the hub that is followed ([`Store::follow_hub`]), or of any signer when none
    /// is.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn last_receipt(&self) -> Result<Option<Receipt>, Error> {
        self.read(|connection| {
            let hub = meta::hub(connection)?.map(|hub| hub.0);
            let bytes: Option<Vec<u8>> = connection
                .prepare_cached(
                    "SELECT bytes FROM signed_receipt WHERE ?1 IS NULL OR signer = ?1
                     ORDER BY at DESC LIMIT 1",
                )?
                .query_row([hub], |row| row.get(0))
                .optional()?;
            bytes
                .map(|bytes| decode("receipt", &bytes).map_err(damaged))
                .transpose()
        })
    }

    /// When the newest such receipt was signed, by the hub's clock.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn last_receipt_at(&self) -> Result<Option<Millis>, Error> {
        Ok(self
            .last_receipt()?
            .map(|receipt| Millis(receipt.statement.at.0)))
    }
}

fn keep(tx: &Transaction<'_>, receipt: &Receipt) -> Result<BTreeSet<Topic>, Error> {
    let statement = &receipt.statement;
    if meta::team(tx)? != Some(statement.team) {
        return Err(Error::OtherTeam);
    }
    let mut touched = BTreeSet::from([Topic::Sync]);
    for (scope, held) in statement.held() {
        if held.number > 0 {
            note_stated(tx, receipt, &scope, held)?;
            keep_one(tx, receipt, (&scope, &held.log, held.number), &mut touched)?;
        }
    }
    tx.prepare_cached(
        "INSERT INTO signed_receipt (signer, at, bytes) VALUES (?1, ?2, ?3)
         ON CONFLICT (signer) DO UPDATE SET at = excluded.at, bytes = excluded.bytes
         WHERE excluded.at >= at",
    )?
    .execute(params![statement.signer.0, statement.at.0, encode(receipt)])?;
    Ok(touched)
}

fn keep_one(
    tx: &Transaction<'_>,
    receipt: &Receipt,
    (scope, log, number): (&Scope, &LogId, u64),
    touched: &mut BTreeSet<Topic>,
) -> Result<(), Error> {
    let (kind, space) = scope_columns(scope);
    let (device, incarnation) = (log.device, incarnation_column(log.incarnation));
    let Some(row) = row(tx, scope, log)? else {
        return Ok(());
    };
    // Others may hold more of our own log than we do: then this vault was put back from a backup, and what
    // it has written since under the same numbers is not what the receipt was for.
    // Nor was it for an entry that is another one here.
    let disputed = tx
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM finding WHERE kind = 'other_history' AND peer = ?1
             AND scope_kind = ?2 AND space = ?3 AND device = ?4 AND incarnation = ?5)",
        )?
        .query_row(
            params![
                receipt.statement.signer.0,
                kind,
                space,
                device.0,
                incarnation
            ],
            |row| row.get::<_, bool>(0),
        )?;
    let own = meta::device(tx)? == Some(device);
    if disputed || (own && number > row.number) {
        return Ok(());
    }
    let (log, number) = (row.id, number.min(row.number));
    tx.prepare_cached(
        "INSERT INTO receipt (signer, log, number, at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (signer, log) DO UPDATE SET number = excluded.number,
           at = CASE WHEN excluded.number > number THEN excluded.at ELSE max(at, excluded.at) END
         WHERE excluded.number >= number",
    )?
    .execute(params![
        receipt.statement.signer.0,
        log,
        number_column(number)?,
        receipt.statement.at.0
    ])?;
    let shared = tx
        .prepare_cached("DELETE FROM unshared WHERE log = ?1 AND number <= ?2")?
        .execute(params![log, number_column(covered(tx, log)?)?])?;
    if shared > 0 {
        touched.extend(shared_topics(tx, scope.space())?);
    }
    Ok(())
}

/// Notes what was stated as it was stated, and whether it is about another entry than the one here.
fn note_stated(
    tx: &Transaction<'_>,
    receipt: &Receipt,
    scope: &Scope,
    held: &Held,
) -> Result<(), Error> {
    let (kind, space) = scope_columns(scope);
    let (device, incarnation) = (held.log.device.0, incarnation_column(held.log.incarnation));
    let number = number_column(held.number)?;
    tx.prepare_cached(
        "INSERT INTO stated (signer, scope_kind, space, device, incarnation, number, mark, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT DO UPDATE SET number = excluded.number, mark = excluded.mark, at = excluded.at
         WHERE excluded.number >= number",
    )?
    .execute(params![
        receipt.statement.signer.0,
        kind,
        space,
        device,
        incarnation,
        number,
        held.mark.0,
        receipt.statement.at.0
    ])?;
    let hash: Option<[u8; 32]> = tx
        .prepare_cached(
            "SELECT e.hash FROM log l JOIN entry e ON e.log = l.id
             WHERE l.scope_kind = ?1 AND l.space = ?2 AND l.device = ?3 AND l.incarnation = ?4
               AND e.number = ?5",
        )?
        .query_row(params![kind, space, device, incarnation, number], |row| {
            row.get(0)
        })
        .optional()?;
    if hash.is_some_and(|hash| Hash(hash).mark() != held.mark) {
        let finding = Finding {
            kind: FindingKind::OtherHistory,
            peer: receipt.statement.signer,
            scope: *scope,
            log: held.log,
            number: held.number,
            count: 1,
            at: Millis(receipt.statement.at.0),
        };
        crate::findings::note(tx, &finding)?;
    }
    Ok(())
}

fn shared_topics(tx: &Transaction<'_>, space: Option<SpaceId>) -> Result<Vec<Topic>, Error> {
    Ok(match space {
        Some(space) => {
            let mut topics = of_space(tx, space)?;
            topics.push(Topic::Cases);
            topics
        }
        None => vec![Topic::Team],
    })
}

/// The number up to which the hub's receipts cover a log.
pub(crate) fn covered(connection: &Connection, log: i64) -> Result<u64, Error> {
    let hub = meta::hub(connection)?.map(|hub| hub.0);
    let number = connection
        .prepare_cached(
            "SELECT coalesce(max(number), 0) FROM receipt WHERE log = ?1 AND signer = ?2",
        )?
        .query_row(params![log, hub], |row| row.get(0))?;
    number_from(number)
}

/// Notes that no receipt covers the entry.
pub(crate) fn note_unshared(tx: &Transaction<'_>, entry: i64) -> Result<(), Error> {
    tx.prepare_cached(
        "INSERT INTO unshared (entry, log, number, scope_kind, space, document)
         SELECT e.id, l.id, e.number, l.scope_kind, l.space, e.document
         FROM entry e JOIN log l ON l.id = e.log WHERE e.id = ?1",
    )?
    .execute([entry])?;
    Ok(())
}

/// Counts anew what waits to be shared: after another hub, or when this laptop's device becomes known.
pub(crate) fn recount(tx: &Transaction<'_>) -> Result<(), Error> {
    let hub = meta::hub(tx)?.map(|hub| hub.0);
    tx.execute("DELETE FROM unshared", [])?;
    tx.execute(
        "INSERT INTO unshared (entry, log, number, scope_kind, space, document)
         SELECT e.id, l.id, e.number, l.scope_kind, l.space, e.document
         FROM log l JOIN entry e ON e.log = l.id
         WHERE l.own = 1 AND e.number > coalesce(
           (SELECT max(r.number) FROM receipt r WHERE r.log = l.id AND r.signer = ?1), 0)",
        [hub],
    )?;
    Ok(())
}
