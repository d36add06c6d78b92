//! What the log holds: heads, vectors, records, keys.

use crate::columns::{
    incarnation_column, log_from, number_column, number_from, scope_columns, scope_from,
};
use crate::error::Error;
use crate::meta;
use crate::store::Store;
use nabij_protocol::entry::{Place, SealedKey};
use nabij_protocol::id::{DocumentId, EpochId, Hash, LogId, Scope, SpaceId, TeamId};
use nabij_protocol::vector::Vectors;
use rusqlite::{Connection, OptionalExtension, params};

impl Store {
    /// The team whose log this is; none before the first entry.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn team(&self) -> Result<Option<TeamId>, Error> {
        self.read(meta::team)
    }

    /// The number and hash of the newest entry of a log; zero and [`Hash::ZERO`] for a log that is not here.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn head(&self, scope: &Scope, log: &LogId) -> Result<(u64, Hash), Error> {
        self.glance(|connection| {
            Ok(row(connection, scope, log)?.map_or((0, Hash::ZERO), |row| (row.number, row.hash)))
        })
    }

    /// The hash of one entry; none where it is not held.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn hash_at(&self, scope: &Scope, log: &LogId, number: u64) -> Result<Option<Hash>, Error> {
        let (kind, space) = scope_columns(scope);
        self.glance(|connection| {
            Ok(connection
                .prepare_cached(
                    "SELECT e.hash FROM log l JOIN entry e ON e.log = l.id
                     WHERE l.scope_kind = ?1 AND l.space = ?2 AND l.device = ?3
                       AND l.incarnation = ?4 AND e.number = ?5",
                )?
                .query_row(
                    params![
                        kind,
                        space,
                        log.device.0,
                        incarnation_column(log.incarnation),
                        number_column(number)?
                    ],
                    |row| row.get(0).map(Hash),
                )
                .optional()?)
        })
    }

    /// What is held of every log.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn vectors(&self) -> Result<Vectors, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT scope_kind, space, device, incarnation, number FROM log WHERE number > 0",
            )?;
            let mut rows = statement.query([])?;
            let mut vectors = Vectors::default();
            while let Some(row) = rows.next()? {
                vectors.raise(
                    scope_from(row.get(0)?, row.get(1)?)?,
                    log_from(row.get(2)?, row.get(3)?),
                    number_from(row.get(4)?)?,
                );
            }
            Ok(vectors)
        })
    }

    /// Every record with its place, for the roster. In no particular order.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn records(&self) -> Result<Vec<(Place, Vec<u8>)>, Error> {
        self.read(|connection| {
            let Some(team) = meta::team(connection)? else {
                return Ok(Vec::new());
            };
            let mut statement = connection.prepare_cached(
                "SELECT l.scope_kind, l.space, l.device, l.incarnation, e.number, e.record
                 FROM log l JOIN entry e ON e.log = l.id
                 WHERE l.scope_kind < 2 AND e.record IS NOT NULL ORDER BY l.scope_kind, e.id",
            )?;
            let mut rows = statement.query([])?;
            let mut records = Vec::new();
            while let Some(row) = rows.next()? {
                let place = Place {
                    team,
                    scope: scope_from(row.get(0)?, row.get(1)?)?,
                    log: log_from(row.get(2)?, row.get(3)?),
                    number: number_from(row.get(4)?)?,
                };
                records.push((place, row.get(5)?));
            }
            Ok(records)
        })
    }

    /// The sealed keys of a document, oldest arrival first, each with the space in whose log it came.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn document_keys(&self, document: &DocumentId) -> Result<Vec<(SpaceId, SealedKey)>, Error> {
        self.glance(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT space, epoch, nonce, sealed FROM document_key WHERE document = ?1 ORDER BY id",
            )?;
            let keys = statement.query_map([&document.0], |row| {
                let key =
                    SealedKey { epoch: EpochId(row.get(1)?), nonce: row.get(2)?, sealed: row.get(3)? };
                Ok((SpaceId(row.get(0)?), key))
            })?;
            Ok(keys.collect::<Result<_, _>>()?)
        })
    }
}

/// A log as it is kept.
pub(crate) struct LogRow {
    /// Its row.
    pub id: i64,
    /// The number of its newest entry.
    pub number: u64,
    /// That entry's hash.
    pub hash: Hash,
}

/// Finds a log.
pub(crate) fn row(
    connection: &Connection,
    scope: &Scope,
    log: &LogId,
) -> Result<Option<LogRow>, Error> {
    let (kind, space) = scope_columns(scope);
    connection
        .prepare_cached(
            "SELECT id, number, hash FROM log
             WHERE scope_kind = ?1 AND space = ?2 AND device = ?3 AND incarnation = ?4",
        )?
        .query_row(
            params![
                kind,
                space,
                log.device.0,
                incarnation_column(log.incarnation)
            ],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()?
        .map(|(id, number, hash)| {
            Ok(LogRow {
                id,
                number: number_from(number)?,
                hash: Hash(hash),
            })
        })
        .transpose()
}
