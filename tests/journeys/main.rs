//! Journeys: stories of people who work with Nabij, through the door that the window uses.

mod demo;
mod first_night;
mod new_colleague_reads_history;
mod seen_within_a_second;
mod two_set_one_body;
mod two_write_one_summary;
