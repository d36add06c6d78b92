//! The room from outside, as the app uses it.

// clippy.toml allows these in test functions; helpers beside them are no less tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod bad_tables;
mod made_elsewhere;
mod round_trip;

use chrono::{NaiveDate, NaiveDateTime};

/// After the night.
fn made_at() -> NaiveDateTime {
    let day = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    day.and_hms_opt(1, 12, 0).unwrap()
}
