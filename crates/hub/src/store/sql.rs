//! The store over an SQL database. Every question is asked in words that both backends understand; a
//! backend ([`Database`]) carries them out and says how one begins, waits for its turn, and tells others.

mod admission;
pub(super) mod columns;
mod logs;
mod receipts;
mod writing;

use super::{Ear, Entry, HubStore, Keys, News, Tally, Token, Writing};
use crate::HubError;
pub(super) use admission::within;
use columns::{Columns, Value};
use nabij_protocol::entry::Place;
use nabij_protocol::id::{Hash, LogId, Millis, Scope, TeamId};
use nabij_protocol::join::JoinRequest;
use nabij_protocol::receipt::Receipt;
use nabij_protocol::vector::Vectors;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use writing::Page;

/// One SQL database. Values in statements are numbered `?1`, `?2`, …
pub(super) trait Database: Send {
    /// Asks for a team's row (records, bytes, arrivals, receipts), and keeps other writers from it until
    /// the transaction ends.
    const TURN: &'static str;

    /// Asks; `visit` gets each row.
    ///
    /// # Errors
    /// A fault of the database, or what `visit` answers.
    fn each(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        visit: &mut dyn FnMut(&dyn Columns) -> Result<(), HubError>,
    ) -> Result<(), HubError>;

    /// Changes something; answers how many rows.
    ///
    /// # Errors
    /// A fault of the database.
    fn change(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<u64, HubError>;

    /// Begins to write.
    ///
    /// # Errors
    /// A fault of the database.
    fn begin(&mut self) -> Result<(), HubError>;

    /// Begins to read one and the same state, until [`Database::roll_back`].
    ///
    /// # Errors
    /// A fault of the database.
    fn freeze(&mut self) -> Result<(), HubError>;

    /// Ends a transaction; it is on the disk then.
    ///
    /// # Errors
    /// A fault of the database; nothing is kept then, as far as one can know.
    fn commit(&mut self) -> Result<(), HubError>;

    /// Ends a transaction and keeps nothing of it. Failing at this changes nothing for anybody.
    fn roll_back(&mut self);

    /// Waits until no other process is taking a team in.
    ///
    /// # Errors
    /// A fault of the database.
    fn admission_turn(&mut self) -> Result<(), HubError>;

    /// Tells other processes over the same database at the end of the transaction, if it is kept.
    ///
    /// # Errors
    /// A fault of the database.
    fn tell(&mut self, team: &TeamId, news: News) -> Result<(), HubError>;

    /// What hears of other processes; none where there can be none.
    ///
    /// # Errors
    /// A fault of the database.
    fn ear(&self) -> Result<Option<Box<dyn Ear>>, HubError>;

    /// As [`super::HubStore::limit_growth`].
    ///
    /// # Errors
    /// A fault of the database.
    fn limit_growth(&mut self, pages: Option<u32>) -> Result<(), HubError>;

    /// What is to be done before the hub stops.
    ///
    /// # Errors
    /// A fault of the database.
    fn settle(&mut self) -> Result<(), HubError>;

    /// Writes all of it, as it is at one moment, into a file that is not there yet.
    ///
    /// # Errors
    /// [`HubError::BackupFile`]; a fault of the database.
    fn back_up(&mut self, file: &Path) -> Result<(), HubError>;

    /// After rows were put in with numbers of their own: numbers given from now on are higher.
    ///
    /// # Errors
    /// A fault of the database.
    fn renumber(&mut self) -> Result<(), HubError>;
}

/// A store over such a database.
pub(super) struct Sql<D> {
    pub(super) db: D,
}

impl<D: Database> HubStore for Sql<D> {
    fn keys(&mut self, fresh: Keys, now: Millis) -> Result<Keys, HubError> {
        admission::keys(&mut self.db, fresh, now)
    }

    fn ping(&mut self) -> Result<(), HubError> {
        count(&mut self.db, "SELECT count(*) FROM team", &[]).map(drop)
    }

    fn limit_growth(&mut self, pages: Option<u32>) -> Result<(), HubError> {
        self.db.limit_growth(pages)
    }

    fn settle(&mut self) -> Result<(), HubError> {
        self.db.settle()
    }

    fn freeze(&mut self) -> Result<(), HubError> {
        self.db.freeze()
    }

    fn thaw(&mut self) {
        self.db.roll_back();
    }

    fn begin(&mut self, team: &TeamId) -> Result<Box<dyn Writing + '_>, HubError> {
        Ok(Box::new(Page::begin(&mut self.db, *team)?))
    }

    fn add_token(&mut self, token: &Token, now: Millis) -> Result<(), HubError> {
        admission::add_token(&mut self.db, token, now)
    }

    fn serves(&mut self, team: &TeamId) -> Result<bool, HubError> {
        admission::serves(&mut self.db, team)
    }

    fn takes(&mut self, token: Option<&Token>, now: Millis) -> Result<bool, HubError> {
        admission::takes(&mut self.db, token, now)
    }

    fn tallies(&mut self) -> Result<Vec<Tally>, HubError> {
        admission::tallies(&mut self.db)
    }

    fn records_kept(&mut self, team: &TeamId) -> Result<u64, HubError> {
        logs::records_kept(&mut self.db, team)
    }

    fn records(&mut self, team: &TeamId) -> Result<Vec<(Place, Vec<u8>)>, HubError> {
        logs::records(&mut self.db, team)
    }

    fn vectors(&mut self, team: &TeamId) -> Result<Vectors, HubError> {
        logs::vectors(&mut self.db, team)
    }

    fn hash_at(
        &mut self,
        team: &TeamId,
        scope: &Scope,
        log: &LogId,
        number: u64,
    ) -> Result<Option<Hash>, HubError> {
        logs::hash_at(&mut self.db, team, scope, log, number)
    }

    fn newest(
        &mut self,
        team: &TeamId,
        scopes: &BTreeSet<Scope>,
        most: usize,
    ) -> Result<BTreeMap<(Scope, LogId), u64>, HubError> {
        logs::newest(&mut self.db, team, scopes, most)
    }

    fn entries(
        &mut self,
        team: &TeamId,
        scope: &Scope,
        log: &LogId,
        after: u64,
        most: usize,
    ) -> Result<Vec<Entry>, HubError> {
        logs::entries(&mut self.db, team, scope, log, after, most)
    }

    fn join_requests(&mut self, team: &TeamId) -> Result<Vec<JoinRequest>, HubError> {
        receipts::join_requests(&mut self.db, team)
    }

    fn newest_receipt(&mut self, team: &TeamId) -> Result<u64, HubError> {
        receipts::newest(&mut self.db, team)
    }

    fn receipts_after(
        &mut self,
        team: &TeamId,
        arrival: u64,
    ) -> Result<Vec<(u64, Receipt)>, HubError> {
        receipts::after(&mut self.db, team, arrival)
    }

    fn ear(&self) -> Result<Option<Box<dyn Ear>>, HubError> {
        self.db.ear()
    }

    fn back_up(&mut self, file: &Path) -> Result<(), HubError> {
        self.db.back_up(file)
    }

    fn restore(&mut self, file: &Path) -> Result<(), HubError> {
        super::copy::restore(&mut self.db, file)
    }
}

/// The rows of an answer, each made into something.
///
/// # Errors
/// As [`Database::each`].
fn all<D: Database, T>(
    db: &mut D,
    sql: &'static str,
    values: &[Value<'_>],
    mut make: impl FnMut(&dyn Columns) -> Result<T, HubError>,
) -> Result<Vec<T>, HubError> {
    let mut rows = Vec::new();
    db.each(sql, values, &mut |row| {
        rows.push(make(row)?);
        Ok(())
    })?;
    Ok(rows)
}

/// The one row of an answer, if there is one.
///
/// # Errors
/// As [`Database::each`].
fn one<D: Database, T>(
    db: &mut D,
    sql: &'static str,
    values: &[Value<'_>],
    make: impl FnMut(&dyn Columns) -> Result<T, HubError>,
) -> Result<Option<T>, HubError> {
    Ok(all(db, sql, values, make)?.pop())
}

/// A single number.
///
/// # Errors
/// As [`Database::each`].
pub(super) fn count<D: Database>(
    db: &mut D,
    sql: &'static str,
    values: &[Value<'_>],
) -> Result<i64, HubError> {
    one(db, sql, values, |row| row.int(0))?.ok_or(HubError::Damaged("count"))
}
