//! One transaction over one team: a page is kept whole or not at all.

use super::columns::{Value, of_number, of_scope, to_number};
use super::{Database, admission, logs, one, receipts};
use crate::HubError;
use crate::error::Denied;
use crate::store::{Append, ENTRY_BYTES, News, Token, Writing};
use nabij_protocol::entry::{CheckedEntry, Content, Payload, Place, SealedChange, encode};
use nabij_protocol::id::{Hash, LogId, Millis, Scope, TeamId};
use nabij_protocol::join::JoinRequest;
use nabij_protocol::message::Refusal;
use nabij_protocol::receipt::Receipt;

/// What a team's row counts.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    records: i64,
    bytes: i64,
    arrivals: i64,
    receipts: i64,
}

/// A transaction under way.
pub(super) struct Page<'s, D: Database> {
    db: &'s mut D,
    team: TeamId,
    /// None for a team that is not served.
    counts: Option<Counts>,
    open: bool,
}

impl<D: Database> Drop for Page<'_, D> {
    fn drop(&mut self) {
        if self.open {
            self.db.roll_back();
        }
    }
}

impl<'s, D: Database> Page<'s, D> {
    /// Begins, and waits for the team's turn.
    pub(super) fn begin(db: &'s mut D, team: TeamId) -> Result<Self, HubError> {
        db.begin()?;
        let mut page = Page {
            db,
            team,
            counts: None,
            open: true,
        };
        page.counts = page.turn()?;
        Ok(page)
    }

    fn turn(&mut self) -> Result<Option<Counts>, HubError> {
        one(self.db, D::TURN, &[Value::Bytes(&self.team.0)], |row| {
            Ok(Counts {
                records: row.int(0)?,
                bytes: row.int(1)?,
                arrivals: row.int(2)?,
                receipts: row.int(3)?,
            })
        })
    }

    /// The counts of a team that must be served by now.
    fn counts(&mut self) -> Result<&mut Counts, Denied> {
        self.counts
            .as_mut()
            .ok_or(Denied::Refused(Refusal::UnknownTeam))
    }

    /// A log's number in the database, and its last entry.
    fn log(&mut self, scope: &Scope, log: &LogId) -> Result<Option<(i64, u64)>, HubError> {
        let (kind, space) = of_scope(scope);
        one(
            self.db,
            "SELECT id, last FROM log WHERE team = ?1 AND scope = ?2 AND space = ?3
             AND device = ?4 AND incarnation = ?5",
            &[
                Value::Bytes(&self.team.0),
                Value::Int(kind),
                Value::Bytes(space),
                Value::Bytes(&log.device.0),
                Value::Int(log.incarnation.0.cast_signed()),
            ],
            |row| Ok((row.int(0)?, to_number(row.int(1)?)?)),
        )
    }

    fn add_log(&mut self, scope: &Scope, log: &LogId) -> Result<i64, HubError> {
        let (kind, space) = of_scope(scope);
        one(
            self.db,
            "INSERT INTO log (team, scope, space, device, incarnation, last)
             VALUES (?1, ?2, ?3, ?4, ?5, 0) RETURNING id",
            &[
                Value::Bytes(&self.team.0),
                Value::Int(kind),
                Value::Bytes(space),
                Value::Bytes(&log.device.0),
                Value::Int(log.incarnation.0.cast_signed()),
            ],
            |row| row.int(0),
        )?
        .ok_or(HubError::Damaged("log"))
    }

    fn hash_in(&mut self, id: i64, number: u64) -> Result<Option<Hash>, HubError> {
        one(
            self.db,
            "SELECT hash FROM entry WHERE log = ?1 AND number = ?2",
            &[Value::Int(id), Value::Int(of_number(number)?)],
            |row| super::columns::fixed(row, 0).map(Hash),
        )
    }

    fn insert(
        &mut self,
        id: i64,
        entry: &CheckedEntry,
        key_epoch: Option<&[u8]>,
        now: Millis,
    ) -> Result<(), Denied> {
        let (place, hash, content) = entry;
        let (document, nonce, payload, erased) = match content {
            Content::Record(bytes) => (None, None, bytes.as_slice(), 0),
            Content::Change(change) => {
                let (payload, erased) = match &change.payload {
                    Payload::Here(bytes) => (bytes.as_slice(), 0),
                    Payload::Erased(hash) => (hash.0.as_slice(), 1),
                };
                let (document, nonce) = (change.document.0.as_slice(), change.nonce.as_slice());
                (Some(document), Some(nonce), payload, erased)
            }
        };
        let is_record = matches!(content, Content::Record(_));
        let size = i64::try_from(payload.len()).unwrap_or(i64::MAX);
        let counts = self.counts()?;
        counts.records = counts.records.saturating_add(i64::from(is_record));
        counts.bytes = counts
            .bytes
            .saturating_add(size)
            .saturating_add(ENTRY_BYTES);
        counts.arrivals = counts.arrivals.saturating_add(1);
        let arrival = counts.arrivals;
        self.db.change(
            "INSERT INTO entry (log, number, hash, document, nonce, payload, erased, key_epoch,
                                received_at, arrival)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            &[
                Value::Int(id),
                Value::Int(of_number(place.number)?),
                Value::Bytes(&hash.0),
                Value::maybe(document),
                Value::maybe(nonce),
                Value::Bytes(payload),
                Value::Int(erased),
                Value::maybe(key_epoch),
                Value::Int(now.0),
                Value::Int(arrival),
            ],
        )?;
        Ok(())
    }

    /// Keeps the document's key that travels with a change, if one does; answers its epoch.
    fn add_key<'r>(
        &mut self,
        run: &Append<'_>,
        change: &'r SealedChange,
    ) -> Result<Option<&'r [u8]>, HubError> {
        let (Some(key), Some(space)) = (&change.key, run.scope.space()) else {
            return Ok(None);
        };
        self.db.change(
            "INSERT INTO document_key (team, space, document, device, epoch, nonce, sealed)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (team, space, document, device, epoch)
             DO UPDATE SET nonce = excluded.nonce, sealed = excluded.sealed
             WHERE CAST(?8 AS BIGINT) = 1",
            &[
                Value::Bytes(&self.team.0),
                Value::Bytes(&space.0),
                Value::Bytes(&change.document.0),
                Value::Bytes(&run.log.device.0),
                Value::Bytes(&key.epoch.0),
                Value::Bytes(&key.nonce),
                Value::Bytes(&key.sealed),
                Value::Int(i64::from(run.own)),
            ],
        )?;
        Ok(Some(key.epoch.0.as_slice()))
    }
}

impl<D: Database> Writing for Page<'_, D> {
    fn records_kept(&self) -> u64 {
        let records = self.counts.map_or(0, |counts| counts.records);
        u64::try_from(records).unwrap_or(0)
    }

    fn bytes_kept(&self) -> u64 {
        let bytes = self.counts.map_or(0, |counts| counts.bytes);
        u64::try_from(bytes).unwrap_or(0)
    }

    fn records(&mut self) -> Result<Vec<(Place, Vec<u8>)>, HubError> {
        logs::records(self.db, &self.team)
    }

    fn join_requests(&mut self) -> Result<Vec<JoinRequest>, HubError> {
        receipts::join_requests(self.db, &self.team)
    }

    fn admit(&mut self, token: Option<&Token>, now: Millis) -> Result<bool, HubError> {
        if self.counts.is_none() {
            // Somebody may have taken it in, or used the token, before it was our turn.
            self.db.admission_turn()?;
            self.counts = self.turn()?;
        }
        if self.counts.is_some() {
            return Ok(true);
        }
        if !admission::takes(self.db, token, now)? {
            return Ok(false);
        }
        self.db.change(
            "INSERT INTO team (team, admitted_at) VALUES (?1, ?2)",
            &[Value::Bytes(&self.team.0), Value::Int(now.0)],
        )?;
        self.counts = Some(Counts::default());
        if let Some(token) = token {
            self.db.change(
                "UPDATE token SET used_by = ?2 WHERE hash = ?1",
                &[Value::Bytes(&token.hash().0), Value::Bytes(&self.team.0)],
            )?;
        }
        Ok(true)
    }

    fn last(&mut self, scope: &Scope, log: &LogId) -> Result<u64, HubError> {
        Ok(self.log(scope, log)?.map_or(0, |(_, last)| last))
    }

    fn hash_at(
        &mut self,
        scope: &Scope,
        log: &LogId,
        number: u64,
    ) -> Result<Option<Hash>, HubError> {
        logs::hash_at(self.db, &self.team, scope, log, number)
    }

    fn append(&mut self, run: &Append<'_>) -> Result<(), Denied> {
        let (id, last) = match self.log(&run.scope, &run.log)? {
            Some(kept) => kept,
            None => (self.add_log(&run.scope, &run.log)?, 0),
        };
        let mut newest = last;
        for entry in run.entries {
            let (place, hash, content) = entry;
            let key_epoch = match content {
                Content::Change(change) => self.add_key(run, change)?,
                Content::Record(_) => None,
            };
            if place.number > last {
                self.insert(id, entry, key_epoch, run.now)?;
                newest = place.number;
            } else if self.hash_in(id, place.number)? != Some(*hash) {
                return Err(Refusal::Fork.into());
            } else if key_epoch.is_some() {
                self.db.change(
                    "UPDATE entry SET key_epoch = ?3
                     WHERE log = ?1 AND number = ?2 AND key_epoch IS NULL",
                    &[
                        Value::Int(id),
                        Value::Int(of_number(place.number)?),
                        Value::maybe(key_epoch),
                    ],
                )?;
            }
        }
        if let Some((place, _, _)) = run.entries.last() {
            self.db.change(
                "UPDATE entry SET signature = ?3
                 WHERE log = ?1 AND number = ?2 AND signature IS NULL",
                &[
                    Value::Int(id),
                    Value::Int(of_number(place.number)?),
                    Value::Bytes(&run.signature.0),
                ],
            )?;
        }
        if newest > last {
            self.db.change(
                "UPDATE log SET last = ?2 WHERE id = ?1",
                &[Value::Int(id), Value::Int(of_number(newest)?)],
            )?;
            self.db.tell(&self.team, News::Page)?;
        }
        Ok(())
    }

    fn add_join(&mut self, request: &JoinRequest, now: Millis) -> Result<(), HubError> {
        self.db.change(
            "INSERT INTO join_request (team, invitation, device, bytes, asked_at)
             VALUES (?1, ?2, ?3, ?4, ?5)",
            &[
                Value::Bytes(&request.ask.team.0),
                Value::Bytes(&request.ask.invitation.0),
                Value::Bytes(&request.ask.device.id().0),
                Value::Bytes(&encode(request)),
                Value::Int(now.0),
            ],
        )?;
        self.db.tell(&self.team, News::Join)
    }

    fn keep_receipt(&mut self, receipt: &Receipt) -> Result<Option<u64>, Denied> {
        let arrival = self.counts()?.receipts.saturating_add(1);
        let team = Value::Bytes(&self.team.0);
        let signer = Value::Bytes(&receipt.statement.signer.0);
        let (mut former, mut says_more) = (Vec::new(), false);
        for (scope, held) in receipt.statement.held() {
            let (kind, space) = of_scope(&scope);
            let (kind, space) = (Value::Int(kind), Value::Bytes(space));
            let device = Value::Bytes(&held.log.device.0);
            let incarnation = Value::Int(held.log.incarnation.0.cast_signed());
            let known = one(
                self.db,
                "SELECT number, arrival FROM receipt_cover WHERE team = ?1 AND signer = ?2
                 AND scope = ?3 AND space = ?4 AND device = ?5 AND incarnation = ?6",
                &[team, signer, kind, space, device, incarnation],
                |row| Ok((row.int(0)?, row.int(1)?)),
            )?;
            let number = of_number(held.number)?;
            match known {
                Some((kept, _)) if kept >= number => continue,
                Some((_, arrival)) => former.push(arrival),
                None => {}
            }
            says_more = true;
            let (number, arrival) = (Value::Int(number), Value::Int(arrival));
            self.db.change(
                "INSERT INTO receipt_cover
                 (team, signer, scope, space, device, incarnation, number, arrival)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
                 ON CONFLICT (team, signer, scope, space, device, incarnation)
                 DO UPDATE SET number = excluded.number, arrival = excluded.arrival",
                &[
                    team,
                    signer,
                    kind,
                    space,
                    device,
                    incarnation,
                    number,
                    arrival,
                ],
            )?;
        }
        if !says_more {
            return Ok(None);
        }
        let bytes = encode(receipt);
        self.db.change(
            "INSERT INTO receipt (team, arrival, bytes) VALUES (?1, ?2, ?3)",
            &[team, Value::Int(arrival), Value::Bytes(&bytes)],
        )?;
        for arrival in former {
            self.db.change(
                "DELETE FROM receipt WHERE team = ?1 AND arrival = ?2 AND NOT EXISTS
                 (SELECT 1 FROM receipt_cover c WHERE c.team = ?1 AND c.arrival = ?2)",
                &[team, Value::Int(arrival)],
            )?;
        }
        self.db.tell(&self.team, News::Receipt)?;
        self.counts()?.receipts = arrival;
        Ok(Some(to_number(arrival)?))
    }

    fn commit(mut self: Box<Self>) -> Result<(), HubError> {
        if let Some(counts) = self.counts {
            self.db.change(
                "UPDATE team SET records = ?2, bytes = ?3, arrivals = ?4, receipts = ?5
                 WHERE team = ?1",
                &[
                    Value::Bytes(&self.team.0),
                    Value::Int(counts.records),
                    Value::Int(counts.bytes),
                    Value::Int(counts.arrivals),
                    Value::Int(counts.receipts),
                ],
            )?;
        }
        self.db.commit()?;
        self.open = false;
        Ok(())
    }
}
