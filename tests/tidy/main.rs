//! House rules as tests: what a reviewer would otherwise have to remember. Each says why.
// The whole program is a test: clippy sees that only for functions marked so.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod architecture;
mod arrows;
mod generated;
mod lengths;
mod logging;
mod names;
mod places;
mod snapshots;
mod tree;
mod window;
