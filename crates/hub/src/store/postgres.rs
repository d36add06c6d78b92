//! PostgreSQL: any number of hub processes over one database.
//!
//! A process has one connection to work on and one to hear on. A connection that breaks is made anew when
//! the next question comes; what was not committed is answered with a fault and comes again from the
//! laptop. May wait for the network: never called from a thread that serves sockets.

mod ear;
mod line;

use super::sql::columns::{Columns, Value};
use super::sql::{Database, Sql, within};
use super::{Ear, News, copy};
use crate::HubError;
use ::postgres::{Config, Row};
use ear::PostgresEar;
use line::{Line, lost};
use nabij_protocol::id::TeamId;
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

/// How long making a connection may take, unless the address says otherwise.
const CONNECTING: Duration = Duration::from_secs(5);
/// Steps of the schema, in order.
const MIGRATIONS: [&str; 1] = [include_str!("../../migrations/postgres/0001_start.sql")];
/// Held while the schema is changed.
const SCHEMA_LOCK: &str = "SELECT pg_advisory_xact_lock(1315063906, 1)";
/// Held while a team is taken in.
const ADMISSION_LOCK: &str = "SELECT pg_advisory_xact_lock(1315063906, 2)";

/// One process's way to the database.
pub(crate) struct Postgres {
    config: Config,
    line: Option<Line>,
    /// Tells this process's news from others'.
    process: u64,
    /// A transaction is open: a line that breaks now must not be replaced before it ends.
    inside: bool,
    news: BTreeSet<(TeamId, News)>,
}

/// Whether an address can be read.
///
/// # Errors
/// [`HubError::StoreAddress`].
pub(super) fn check_address(address: &str) -> Result<(), HubError> {
    address
        .parse::<Config>()
        .map(drop)
        .map_err(|_| HubError::StoreAddress)
}

/// Connects, and makes or brings up to date what lies in the schema `nabij_hub`.
///
/// # Errors
/// [`HubError::StoreAddress`], [`HubError::StoreUnreachable`], [`HubError::NewerData`],
/// [`HubError::Postgres`].
pub(super) fn open(address: &str) -> Result<Sql<Postgres>, HubError> {
    let mut config: Config = address.parse().map_err(|_| HubError::StoreAddress)?;
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECTING);
    }
    if config.get_application_name().is_none() {
        config.application_name("nabij-hub");
    }
    let mut process = [0; 8];
    getrandom::fill(&mut process).map_err(|_| HubError::Randomness)?;
    let mut db = Postgres {
        config,
        line: None,
        process: u64::from_le_bytes(process),
        inside: false,
        news: BTreeSet::new(),
    };
    within(&mut db, migrate)?;
    Ok(Sql { db })
}

/// Takes the steps of the schema that the database has not taken yet.
fn migrate(db: &mut Postgres) -> Result<(), HubError> {
    db.batch(SCHEMA_LOCK)?;
    let schemas = "SELECT count(*) FROM pg_catalog.pg_namespace WHERE nspname = 'nabij_hub'";
    if super::sql::count(db, schemas, &[])? == 0 {
        db.batch(
            "CREATE SCHEMA nabij_hub;
             CREATE TABLE nabij_hub.schema_version (version BIGINT NOT NULL);
             INSERT INTO nabij_hub.schema_version VALUES (0);",
        )?;
    }
    let found = super::sql::count(db, "SELECT version FROM schema_version", &[])?;
    let known = i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(HubError::NewerData { found, known });
    }
    for (version, step) in (1_i64..).zip(MIGRATIONS) {
        if version > found {
            db.batch(step)?;
            db.change(
                "UPDATE schema_version SET version = ?1",
                &[Value::Int(version)],
            )?;
        }
    }
    Ok(())
}

impl Postgres {
    /// Works on the line, a new one where there is none; once more on a new one if the old one turns out
    /// to be broken and nothing is under way.
    fn work<T>(
        &mut self,
        mut work: impl FnMut(&mut Line) -> Result<T, ::postgres::Error>,
    ) -> Result<T, HubError> {
        let mut again = !self.inside;
        loop {
            let line = match &mut self.line {
                Some(line) => line,
                None if self.inside => return Err(HubError::StoreUnreachable),
                None => {
                    again = false;
                    self.line.insert(Line::connect(&self.config)?)
                }
            };
            let error = match work(line) {
                Ok(done) => return Ok(done),
                Err(error) => error,
            };
            if !lost(&error) {
                return Err(error.into());
            }
            self.line = None;
            if !again {
                return Err(HubError::StoreUnreachable);
            }
            again = false;
        }
    }

    fn batch(&mut self, sql: &str) -> Result<(), HubError> {
        self.work(|line| line.batch(sql))
    }

    fn start(&mut self, sql: &str) -> Result<(), HubError> {
        self.news.clear();
        self.batch(sql)?;
        self.inside = true;
        Ok(())
    }
}

impl Database for Postgres {
    const TURN: &'static str = "SELECT records, bytes, arrivals, receipts FROM team WHERE team = ?1
         FOR UPDATE";

    fn each(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        visit: &mut dyn FnMut(&dyn Columns) -> Result<(), HubError>,
    ) -> Result<(), HubError> {
        for row in self.work(|line| line.query(sql, values))? {
            visit(&row)?;
        }
        Ok(())
    }

    fn change(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, HubError> {
        self.work(|line| line.execute(sql, values))
    }

    fn begin(&mut self) -> Result<(), HubError> {
        self.start("BEGIN")
    }

    fn freeze(&mut self) -> Result<(), HubError> {
        self.start("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }

    fn commit(&mut self) -> Result<(), HubError> {
        let mut sql = String::new();
        for (team, news) in std::mem::take(&mut self.news) {
            sql.push_str(&ear::notify(self.process, &team, news));
        }
        sql.push_str("COMMIT");
        self.batch(&sql)?;
        self.inside = false;
        Ok(())
    }

    fn roll_back(&mut self) {
        self.news.clear();
        // A lost line takes its transaction with it.
        if self.line.is_some() && self.batch("ROLLBACK").is_err() {
            self.line = None;
        }
        self.inside = false;
    }

    fn admission_turn(&mut self) -> Result<(), HubError> {
        self.batch(ADMISSION_LOCK)
    }

    fn tell(&mut self, team: &TeamId, news: News) -> Result<(), HubError> {
        self.news.insert((*team, news));
        Ok(())
    }

    fn ear(&self) -> Result<Option<Box<dyn Ear>>, HubError> {
        let ear = PostgresEar::new(self.config.clone(), self.process);
        Ok(Some(Box::new(ear)))
    }

    fn limit_growth(&mut self, _pages: Option<u32>) -> Result<(), HubError> {
        Ok(())
    }

    fn settle(&mut self) -> Result<(), HubError> {
        Ok(())
    }

    fn back_up(&mut self, file: &Path) -> Result<(), HubError> {
        copy::back_up(self, file)
    }

    fn renumber(&mut self) -> Result<(), HubError> {
        self.batch(
            "SELECT setval(pg_get_serial_sequence('log', 'id'), max(id)) FROM log
             HAVING max(id) IS NOT NULL",
        )
    }
}

impl Columns for Row {
    fn int(&self, at: usize) -> Result<i64, HubError> {
        self.try_get(at).map_err(|_| HubError::Damaged("row"))
    }

    fn maybe_bytes(&self, at: usize) -> Result<Option<Vec<u8>>, HubError> {
        self.try_get(at).map_err(|_| HubError::Damaged("row"))
    }
}
