//! What was noticed about others: entries kept from this laptop, a hub that lost some, histories that differ.

use crate::columns::{
    incarnation_column, log_from, number_column, number_from, scope_columns, scope_from,
};
use crate::error::Error;
use crate::receipts::recount;
use crate::store::Store;
use nabij_domain::Millis;
use nabij_protocol::id::{LogId, Scope, SigningPublic};
use nabij_protocol::vector::Vector;
use rusqlite::{Transaction, params};

/// What was noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FindingKind {
    /// The hub once signed for more than it has now: it was put back from a backup, or hides some.
    HubLost,
    /// A colleague's laptop holds entries which the hub, asked for everything, did not give.
    Withheld,
    /// Somebody holds another entry under a number of a log than this laptop does.
    OtherHistory,
    /// A run came that does not fit its log or is not signed by its device; it was left out of the log.
    DoesNotFit,
    /// A log of this laptop had two histories; what stood here was written anew in another.
    WrittenAnew,
}

impl FindingKind {
    fn column(self) -> &'static str {
        match self {
            FindingKind::HubLost => "hub_lost",
            FindingKind::Withheld => "withheld",
            FindingKind::OtherHistory => "other_history",
            FindingKind::DoesNotFit => "does_not_fit",
            FindingKind::WrittenAnew => "written_anew",
        }
    }

    fn of_column(text: &str) -> Result<FindingKind, Error> {
        [
            FindingKind::HubLost,
            FindingKind::Withheld,
            FindingKind::OtherHistory,
            FindingKind::DoesNotFit,
            FindingKind::WrittenAnew,
        ]
        .into_iter()
        .find(|kind| kind.column() == text)
        .ok_or(Error::Damaged)
    }
}

/// One thing that was noticed and still is so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub kind: FindingKind,
    /// About whom: the signing key of a hub or a laptop.
    pub peer: SigningPublic,
    /// In which log.
    pub scope: Scope,
    /// In which log.
    pub log: LogId,
    /// At which number it begins.
    pub number: u64,
    /// How many entries are concerned.
    pub count: u64,
    /// When it was noticed first.
    pub at: Millis,
}

impl Store {
    /// Notes something. Noticed again, it keeps its first moment.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn note_finding(&self, finding: &Finding) -> Result<(), Error> {
        self.write(|tx| note(tx, finding))
    }

    /// What was noticed, the newest first.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn findings(&self) -> Result<Vec<Finding>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT kind, peer, scope_kind, space, device, incarnation, number, count, at
                 FROM finding ORDER BY at DESC, id DESC",
            )?;
            let mut rows = statement.query([])?;
            let mut findings = Vec::new();
            while let Some(row) = rows.next()? {
                findings.push(Finding {
                    kind: FindingKind::of_column(&row.get::<_, String>(0)?)?,
                    peer: SigningPublic(row.get(1)?),
                    scope: scope_from(row.get(2)?, row.get(3)?)?,
                    log: log_from(row.get(4)?, row.get(5)?),
                    number: number_from(row.get(6)?)?,
                    count: number_from(row.get(7)?)?,
                    at: Millis(row.get(8)?),
                });
            }
            Ok(findings)
        })
    }

    /// The hub says that it holds this of a scope. Where it once signed for more, that no longer counts as
    /// shared; answers how many entries it lost.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn hub_holds(
        &self,
        hub: &SigningPublic,
        scope: &Scope,
        holds: &Vector,
        now: Millis,
    ) -> Result<u64, Error> {
        self.write(|tx| hub_holds(tx, hub, scope, holds, now))
    }

    /// Compares what is here with what others stated to hold before `before`, after the hub has given all it
    /// has: notes what it did not give, and lets go of what has come since. Who shared from hand to hand only a
    /// moment ago has not met the hub yet; hence `before`.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn note_withheld(
        &self,
        hub: &SigningPublic,
        before: Millis,
        now: Millis,
    ) -> Result<(), Error> {
        self.write(|tx| {
            tx.execute(
                "DELETE FROM finding WHERE kind = 'withheld' AND NOT EXISTS (
                   SELECT 1 FROM stated s LEFT JOIN log l ON l.scope_kind = s.scope_kind
                     AND l.space = s.space AND l.device = s.device AND l.incarnation = s.incarnation
                   WHERE s.scope_kind = finding.scope_kind AND s.space = finding.space
                     AND s.device = finding.device AND s.incarnation = finding.incarnation
                     AND s.number > coalesce(l.number, 0))",
                [],
            )?;
            for (scope, log, held, stated) in lacking(tx, before)? {
                let finding = Finding {
                    kind: FindingKind::Withheld,
                    peer: *hub,
                    scope,
                    log,
                    number: held.saturating_add(1),
                    count: stated.saturating_sub(held),
                    at: now,
                };
                note(tx, &finding)?;
            }
            Ok(())
        })
    }
}

/// Logs of which somebody stated before then to hold more than is here: scope, log, held, stated.
fn lacking(tx: &Transaction<'_>, before: Millis) -> Result<Vec<(Scope, LogId, u64, u64)>, Error> {
    let mut statement = tx.prepare_cached(
        "SELECT s.scope_kind, s.space, s.device, s.incarnation, coalesce(l.number, 0), max(s.number)
         FROM stated s LEFT JOIN log l ON l.scope_kind = s.scope_kind AND l.space = s.space
           AND l.device = s.device AND l.incarnation = s.incarnation
         WHERE s.at < ?1
         GROUP BY s.scope_kind, s.space, s.device, s.incarnation
         HAVING max(s.number) > coalesce(l.number, 0)",
    )?;
    let mut rows = statement.query([before.0])?;
    let mut lacking = Vec::new();
    while let Some(row) = rows.next()? {
        lacking.push((
            scope_from(row.get(0)?, row.get(1)?)?,
            log_from(row.get(2)?, row.get(3)?),
            number_from(row.get(4)?)?,
            number_from(row.get(5)?)?,
        ));
    }
    Ok(lacking)
}

pub(crate) fn note(tx: &Transaction<'_>, finding: &Finding) -> Result<(), Error> {
    let (kind, space) = scope_columns(&finding.scope);
    tx.prepare_cached(
        "INSERT INTO finding (kind, peer, scope_kind, space, device, incarnation, number, count, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (kind, peer, scope_kind, space, device, incarnation)
         DO UPDATE SET number = min(number, excluded.number), count = max(count, excluded.count)",
    )?
    .execute(params![
        finding.kind.column(),
        finding.peer.0,
        kind,
        space,
        finding.log.device.0,
        incarnation_column(finding.log.incarnation),
        number_column(finding.number)?,
        number_column(finding.count)?,
        finding.at.0
    ])?;
    Ok(())
}

fn hub_holds(
    tx: &Transaction<'_>,
    hub: &SigningPublic,
    scope: &Scope,
    holds: &Vector,
    now: Millis,
) -> Result<u64, Error> {
    let (kind, space) = scope_columns(scope);
    let receipts: Vec<(i64, [u8; 16], i64, i64)> = {
        let mut statement = tx.prepare_cached(
            "SELECT l.id, l.device, l.incarnation, r.number FROM receipt r JOIN log l ON l.id = r.log
             WHERE r.signer = ?1 AND l.scope_kind = ?2 AND l.space = ?3",
        )?;
        let rows = statement.query_map(params![hub.0, kind, space], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        rows.collect::<Result<_, _>>()?
    };
    let mut lost: u64 = 0;
    for (id, device, incarnation, signed) in receipts {
        let log = log_from(device, incarnation);
        let (has, signed) = (holds.of(&log), number_from(signed)?);
        if has >= signed {
            continue;
        }
        lost = lost.saturating_add(signed.saturating_sub(has));
        if has == 0 {
            tx.prepare_cached("DELETE FROM receipt WHERE signer = ?1 AND log = ?2")?
                .execute(params![hub.0, id])?;
        } else {
            tx.prepare_cached("UPDATE receipt SET number = ?3 WHERE signer = ?1 AND log = ?2")?
                .execute(params![hub.0, id, number_column(has)?])?;
        }
        let finding = Finding {
            kind: FindingKind::HubLost,
            peer: *hub,
            scope: *scope,
            log,
            number: has.saturating_add(1),
            count: signed.saturating_sub(has),
            at: now,
        };
        note(tx, &finding)?;
    }
    if lost > 0 {
        tx.prepare_cached(
            "DELETE FROM stated WHERE signer = ?1 AND scope_kind = ?2 AND space = ?3",
        )?
        .execute(params![hub.0, kind, space])?;
        recount(tx)?;
    }
    Ok(lost)
}
