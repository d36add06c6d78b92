//! Journeys: stories of people who work with Nabij, through the door that the window uses.

// clippy.toml allows these in test functions; what they call is no less a test.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

mod alone_out_there;
mod altered_key;
mod bad_luck;
mod caseload_from_excel;
mod caseload_handed_over;
mod certificates;
mod demo;

mod edited_while_taken_back;
mod evening_on_the_street;
mod first_night;
mod handover;
mod hub_full;
mod hub_sees_nothing;
mod hub_that_lies;
mod killed_at_any_moment;
mod narrow_networks;
mod nearby;
mod new_colleague_reads_history;
mod offline_evening;
mod pages_together;
mod put_back_and_copied;
mod seen_within_a_second;
mod several_people_at_once;
mod share_by_file;
mod three_laptops_any_order;
mod two_hubs_one_database;
mod two_set_one_body;
mod two_write_one_summary;
mod what_waits;
mod what_was_agreed;
