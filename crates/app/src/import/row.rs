//! One row: what its cells say, and what is wrong with them.

use super::column::ImportColumn as Column;
use super::fault::{ImportFault, ImportReason as Reason, beginning};
use super::words;
use chrono::{DateTime, Datelike, Days, Local, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _};
use nabij_domain::contact_moment::ContactKind;
use nabij_domain::{ContactOutcome, LifeDomains, MAX_BODY, MAX_LINE, Millis};
use nabij_exchange::{Cell, Row, clock, moment};
use std::collections::BTreeMap;

/// Nobody's caseload in a spreadsheet is older.
const OLDEST_YEAR: i32 = 1990;
/// Nothing is agreed for later.
const FURTHEST: Days = Days::new(3653);

/// A row that can be taken in.
pub(super) struct Said {
    /// As the spreadsheet numbers it.
    pub number: u32,
    pub case: Option<String>,
    pub nickname: Option<String>,
    pub moment: Option<SaidMoment>,
    pub action: Option<SaidAction>,
}

/// The contact moment of a row.
pub(super) struct SaidMoment {
    pub at: Millis,
    pub kind: ContactKind,
    pub text: String,
    pub place: Option<String>,
    pub life_domains: LifeDomains,
    pub outcome: ContactOutcome,
}

/// What was agreed in a row.
pub(super) struct SaidAction {
    pub text: String,
    pub due: Option<Millis>,
    pub due_hour: bool,
    pub owner: Option<String>,
}

/// How rows are to be read.
pub(super) struct Reading {
    places: BTreeMap<Column, usize>,
    width: usize,
    today: NaiveDate,
}

impl Reading {
    /// `mapping`: what each column holds. `width`: how many columns the file has.
    pub(super) fn new(mapping: &[Column], width: usize, now: i64) -> Reading {
        let places = mapping
            .iter()
            .enumerate()
            .filter(|(_, column)| **column != Column::Nothing)
            .map(|(place, column)| (*column, place))
            .collect();
        let now = DateTime::from_timestamp_millis(now).unwrap_or_default();
        Reading {
            places,
            width,
            today: now.with_timezone(&Local).date_naive(),
        }
    }

    /// What the row says, or everything that is wrong with it.
    pub(super) fn read(&self, row: &Row) -> Result<Said, Vec<ImportFault>> {
        let row = &with_faults(row);
        let mut cells = Cells {
            reading: self,
            row,
            faults: Vec::new(),
        };
        cells.look_for_faults();
        let case = cells.line(Column::Case);
        let nickname = cells.line(Column::Nickname);
        let moment = cells.moment();
        let action = cells.action();
        if cells.faults.is_empty() {
            Ok(Said {
                number: row.number,
                case,
                nickname,
                moment,
                action,
            })
        } else {
            Err(cells.faults)
        }
    }

    /// A fault of a row in the column that holds `column`.
    pub(super) fn fault(&self, row: &Row, column: Column, reason: Reason) -> ImportFault {
        let place = self.places.get(&column).copied();
        let cell = place.and_then(|place| row.cells.get(place));
        ImportFault {
            column: place.and_then(|place| u32::try_from(place).ok()),
            reason,
            shown: cell.map(|cell| beginning(&cell.text())).unwrap_or_default(),
            other_row: None,
        }
    }
}

/// What spreadsheets in both languages show instead of a value. A CSV file holds it as text.
const FAULTS: [&str; 15] = [
    "#REF!",
    "#VERW!",
    "#VERWIJZING!",
    "#N/A",
    "#N/B",
    "#VALUE!",
    "#WAARDE!",
    "#DIV/0!",
    "#DEEL/0!",
    "#NAME?",
    "#NAAM?",
    "#NUM!",
    "#GETAL!",
    "#NULL!",
    "#LEEG!",
];

/// The row with the faults that came as text.
fn with_faults(row: &Row) -> Row {
    let fault = |cell: &Cell| match cell {
        Cell::Text(text) if FAULTS.contains(&text.trim()) => Cell::Fault(text.clone()),
        cell => cell.clone(),
    };
    Row {
        number: row.number,
        cells: row.cells.iter().map(fault).collect(),
    }
}

/// The cells of one row while they are read.
struct Cells<'a> {
    reading: &'a Reading,
    row: &'a Row,
    faults: Vec<ImportFault>,
}

impl Cells<'_> {
    fn is_wrong(&mut self, column: Column, reason: Reason) {
        let fault = self.reading.fault(self.row, column, reason);
        self.faults.push(fault);
    }

    fn look_for_faults(&mut self) {
        if let Some(cell) = self.row.cells.get(self.reading.width) {
            self.faults.push(ImportFault {
                column: None,
                reason: Reason::RaggedRow,
                shown: beginning(&cell.text()),
                other_row: None,
            });
        }
        let columns: Vec<Column> = self.reading.places.keys().copied().collect();
        for column in columns {
            if matches!(self.cell(column), Cell::Fault(_)) {
                self.is_wrong(column, Reason::SpreadsheetFault);
            }
        }
    }

    /// The cell; nothing where the spreadsheet shows a fault, which is named already.
    fn cell(&self, column: Column) -> &Cell {
        let place = self.reading.places.get(&column);
        place
            .and_then(|place| self.row.cells.get(*place))
            .unwrap_or(&Cell::Empty)
    }

    fn is_filled(&self, column: Column) -> bool {
        !self.cell(column).is_empty()
    }

    fn words(&self, column: Column) -> Option<String> {
        match self.cell(column) {
            Cell::Empty | Cell::Fault(_) => None,
            cell => Some(cell.text().trim().to_owned()),
        }
    }

    fn line(&mut self, column: Column) -> Option<String> {
        let line = self.words(column)?;
        if line.chars().count() > MAX_LINE {
            self.is_wrong(column, Reason::NameTooLong);
        }
        Some(line)
    }

    fn body(&mut self, column: Column) -> Option<String> {
        let body = self.words(column)?;
        if body.chars().count() > MAX_BODY {
            self.is_wrong(column, Reason::TextTooLong);
        }
        Some(body)
    }

    fn moment(&mut self) -> Option<SaidMoment> {
        let at = self.at();
        let text = self.body(Column::Text);
        let place = self.line(Column::Place);
        let kind = self.named(Column::Kind, Reason::KindUnknown, words::kind);
        let life_domains = self.named(
            Column::LifeDomains,
            Reason::LifeDomainUnknown,
            words::life_domains,
        );
        let outcome = self.named(Column::Outcome, Reason::OutcomeUnknown, words::outcome);
        match (self.is_filled(Column::Text), self.is_filled(Column::Date)) {
            (true, false) => self.is_wrong(Column::Date, Reason::DateMissing),
            (false, true) => self.is_wrong(Column::Text, Reason::TextMissing),
            _ => {}
        }
        Some(SaidMoment {
            at: at?,
            kind: kind.unwrap_or(ContactKind::Conversation),
            text: text?,
            place,
            life_domains: life_domains.unwrap_or_default(),
            outcome: outcome.unwrap_or(ContactOutcome::Reached),
        })
    }

    fn named<T>(
        &mut self,
        column: Column,
        reason: Reason,
        name: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let named = name(&self.words(column)?);
        if named.is_none() {
            self.is_wrong(column, reason);
        }
        named
    }

    /// When it happened; at midnight where no time is given.
    fn at(&mut self) -> Option<Millis> {
        let time = self.time();
        if !self.is_filled(Column::Date) || matches!(self.cell(Column::Date), Cell::Fault(_)) {
            return None;
        }
        let Some((day, own_time)) = day(self.cell(Column::Date)) else {
            self.is_wrong(Column::Date, Reason::DateUnreadable);
            return None;
        };
        if day > self.reading.today {
            self.is_wrong(Column::Date, Reason::DateInFuture);
        }
        if day.year() < OLDEST_YEAR {
            self.is_wrong(Column::Date, Reason::DateTooOld);
        }
        millis(day.and_time(time.or(own_time).unwrap_or(NaiveTime::MIN)))
    }

    fn time(&mut self) -> Option<NaiveTime> {
        let time = match self.cell(Column::Time) {
            Cell::Empty | Cell::Fault(_) => return None,
            Cell::Moment(moment) => Some(moment.time()),
            Cell::Text(text) => clock(text),
            Cell::Number(_) | Cell::Flag(_) => None,
        };
        if time.is_none() {
            self.is_wrong(Column::Time, Reason::TimeUnreadable);
        }
        time
    }

    fn action(&mut self) -> Option<SaidAction> {
        let text = self.body(Column::Action);
        let due = self.due();
        let owner = self.line(Column::Owner);
        if text.is_none() {
            // Somebody's name alone may be about the contact; a day alone is about nothing.
            if self.is_filled(Column::Due) {
                self.is_wrong(Column::Due, Reason::ActionMissing);
            }
            return None;
        }
        Some(SaidAction {
            text: text?,
            due: due.map(|(at, _)| at),
            due_hour: due.is_some_and(|(_, has_hour)| has_hour),
            owner,
        })
    }

    fn due(&mut self) -> Option<(Millis, bool)> {
        if !self.is_filled(Column::Due) || matches!(self.cell(Column::Due), Cell::Fault(_)) {
            return None;
        }
        let Some((day, time)) = day(self.cell(Column::Due)) else {
            self.is_wrong(Column::Due, Reason::DueUnreadable);
            return None;
        };
        let last = self.reading.today.checked_add_days(FURTHEST);
        if day.year() < OLDEST_YEAR || last.is_some_and(|last| day > last) {
            self.is_wrong(Column::Due, Reason::DueUnlikely);
        }
        let at = millis(day.and_time(time.unwrap_or(NaiveTime::MIN)))?;
        Some((at, time.is_some()))
    }
}

/// A day, with the time where the cell has one. A number is no day: nobody knows what was counted.
fn day(cell: &Cell) -> Option<(NaiveDate, Option<NaiveTime>)> {
    match cell {
        // A time without a day stands on one before 1900.
        Cell::Moment(at) if at.year() < 1900 => None,
        Cell::Moment(at) => {
            let time = at.time();
            Some((at.date(), (time != NaiveTime::MIN).then_some(time)))
        }
        Cell::Text(text) => moment(text),
        _ => None,
    }
}

/// The moment on this laptop's clock. In the hour that summer time skips: an hour later, as clocks go.
fn millis(at: NaiveDateTime) -> Option<Millis> {
    let local = Local.from_local_datetime(&at).earliest().or_else(|| {
        let later = at.checked_add_signed(chrono::TimeDelta::hours(1))?;
        Local.from_local_datetime(&later).earliest()
    });
    local.map(|local| Millis(local.timestamp_millis()))
}
