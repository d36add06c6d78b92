//! The store from outside, as the app uses it. Nothing is really sealed here: the store never looks.

// clippy.toml allows these in test functions; helpers beside them are no less tests.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod convergence;
mod opening;
mod persons;
mod receipts;
mod runs;
mod schema;
mod search;
mod search_night;
mod street;
mod support;
mod taking_in;
mod timeline;
