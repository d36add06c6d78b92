//! Use cases: what a coach can do, the one list of commands ([`ipc`]), and the sync with the hub.
//!
//! A command comes in as JSON and goes no further in: the use case takes the vault, asks the domain for a
//! change, seals it with the keys, and hands it to the store, which answers after the durable write.
//! What colleagues wrote comes in by the same door into the store.

mod actions;
mod app;
mod by_hand;
mod calendar;
mod case_notes;
mod caseload_handover;
mod cases;
mod check;
mod check_in;
mod clock;
mod contact_moments;
mod differences;
mod drafts;
mod error;
mod export;
mod failure;
mod find_people;
mod founding;
mod groups;
mod handover_file;
mod handover_paper;
mod handover_words;
mod handovers;
mod history;
mod home;
mod import;
mod incarnation;
mod invitations;
pub mod ipc;
mod joining;
mod keyring;
mod life_domains;
mod missed_check_ins;
mod nearby;
mod open_vault;
mod outgoing_file;
mod passphrase;
mod persons;
mod places;
mod random;
mod receive;
mod recent_searches;
mod rounds;
mod search;
mod settings;
mod share_file;
mod shift_end;
mod shift_handover;
mod shift_log;
mod shifts;
mod spaces;
mod stops;
mod summary;
mod sync;
mod sync_centre;
mod team;
mod timeline;
mod today;
mod topics;
mod vault;
mod withdrawal;
mod write;

pub use app::App;
pub use by_hand::{ByHand, Messages};
pub use clock::Clock;
pub use failure::{Failure, FailureCode};
pub use nabij_keys::Cost;
pub use topics::Changed;
