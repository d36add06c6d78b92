//! The hub's keys, and which teams it serves.

use super::columns::{Value, fixed, maybe_fixed, to_number};
use super::{Database, all, count, one};
use crate::HubError;
use crate::store::{Keys, TOKEN_DAYS, Tally, Token};
use nabij_protocol::id::{Millis, TeamId};

const DAY: i64 = 24 * 60 * 60 * 1000;

/// The keys that are kept, or else these, kept from now on.
pub(super) fn keys<D: Database>(db: &mut D, fresh: Keys, now: Millis) -> Result<Keys, HubError> {
    within(db, |db| {
        // Of two processes that begin at the same moment one is first, and the other takes its keys.
        db.change(
            "INSERT INTO identity (\"only\", signing, noise, made_at) VALUES (1, ?1, ?2, ?3)
             ON CONFLICT DO NOTHING",
            &[
                Value::Bytes(&fresh.signing),
                Value::Bytes(&fresh.noise),
                Value::Int(now.0),
            ],
        )?;
        one(db, "SELECT signing, noise FROM identity", &[], |row| {
            Ok(Keys {
                signing: fixed(row, 0)?,
                noise: fixed(row, 1)?,
            })
        })?
        .ok_or(HubError::Damaged("key"))
    })
}

/// Keeps a new token's hash and forgets those that have expired.
pub(super) fn add_token<D: Database>(
    db: &mut D,
    token: &Token,
    now: Millis,
) -> Result<(), HubError> {
    within(db, |db| {
        db.change("DELETE FROM token WHERE expires < ?1", &[Value::Int(now.0)])?;
        let expires = now.0.saturating_add(TOKEN_DAYS * DAY);
        db.change(
            "INSERT INTO token (hash, expires) VALUES (?1, ?2)",
            &[Value::Bytes(&token.hash().0), Value::Int(expires)],
        )?;
        Ok(())
    })
}

/// Whether the hub serves this team.
pub(super) fn serves<D: Database>(db: &mut D, team: &TeamId) -> Result<bool, HubError> {
    let sql = "SELECT count(*) FROM team WHERE team = ?1";
    Ok(count(db, sql, &[Value::Bytes(&team.0)])? > 0)
}

/// Whether a further team may come: the first one always, others with a valid token.
pub(super) fn takes<D: Database>(
    db: &mut D,
    token: Option<&Token>,
    now: Millis,
) -> Result<bool, HubError> {
    if count(db, "SELECT count(*) FROM team", &[])? == 0 {
        return Ok(true);
    }
    let Some(token) = token else { return Ok(false) };
    let kept = one(
        db,
        "SELECT used_by, expires FROM token WHERE hash = ?1",
        &[Value::Bytes(&token.hash().0)],
        |row| Ok((maybe_fixed::<16>(row, 0)?, row.int(1)?)),
    )?;
    Ok(kept.is_some_and(|(used_by, expires)| used_by.is_none() && expires >= now.0))
}

/// Every team that is served, and how much is kept of it.
pub(super) fn tallies<D: Database>(db: &mut D) -> Result<Vec<Tally>, HubError> {
    all(
        db,
        "SELECT t.team, t.bytes, t.records,
                CAST(coalesce((SELECT sum(l.last) FROM log l WHERE l.team = t.team), 0) AS BIGINT)
         FROM team t ORDER BY t.admitted_at, t.team",
        &[],
        |row| {
            Ok(Tally {
                team: TeamId(fixed(row, 0)?),
                bytes: to_number(row.int(1)?)?,
                records: to_number(row.int(2)?)?,
                entries: to_number(row.int(3)?)?,
            })
        },
    )
}

/// Works inside a transaction, and keeps it if all went well.
pub(in crate::store) fn within<D: Database, T>(
    db: &mut D,
    work: impl FnOnce(&mut D) -> Result<T, HubError>,
) -> Result<T, HubError> {
    db.begin()?;
    let done = work(db);
    if done.is_err() {
        db.roll_back();
        return done;
    }
    db.commit()?;
    done
}
