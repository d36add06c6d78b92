//! What comes in from and goes out to other programs: CSV and XLSX both ways, iCalendar and PDF out.
//!
//! Pure functions over plain structs: bytes in, bytes out. No files, no network, no clock (time is an
//! argument), and nothing of ours is named here: [`Table`], [`Event`] and [`Paper`] know no case, no coach
//! and no rule. The words in what goes out are the caller's.
//!
//! Bytes that come in are a stranger's. Everything is bounded, every library call that reads them stands
//! behind a net that catches panics and keeps them silent, and an [`Error`] carries no content.

pub mod calendar;
pub mod paper;
pub mod table;
pub mod when;

mod error;
mod net;

pub use calendar::{Event, ics};
pub use error::Error;
pub use paper::{Block, Language, Paper, Section, pdf};
pub use table::{Cell, FileKind, Row, Table, csv, read, xlsx};
pub use when::{clock, moment};
