//! What colleagues talk about: cases, contact moments, notes, summaries, shifts with their rounds and stops,
//! persons without a case, actions, handovers; and how each sits in a document.
//!
//! No files, clock, chance, keys or tables here: time comes in as [`Millis`], people and documents as
//! [`Id`]. Every text that can be about a person wears [`Personal`], so that it cannot end up in a log
//! by accident. [`Document`] is the only place that knows Automerge.

pub mod action;
pub mod case;
pub mod case_note;
pub mod choice;
pub mod colleague;
pub mod contact_moment;
pub mod document;
mod field;
pub mod group;
pub mod handover;
pub mod handover_reading;
mod id;
pub mod life_domain;
pub mod missed_check_in;
mod name_key;
pub mod person;
pub mod person_likeness;
pub mod person_merge;
mod personal;
pub mod place;
mod refusal;
pub mod round;
mod rules;
pub mod shift;
pub mod statement;
pub mod stop;
pub mod summary;
pub mod team;
pub mod withdrawal;
mod words;

pub use case::{Case, CaseEdit, NewCase};
pub use case_note::{CaseNote, CaseNoteEdit, NewCaseNote};
pub use colleague::{Colleague, ColleagueEdit, NewColleague, Role};
pub use contact_moment::{
    ContactKind, ContactMoment, ContactMomentEdit, ContactOutcome, NewContactMoment,
};
pub use document::{
    Alternative, Author, CannotTakeIn, Change, Difference, Document, DocumentKind, Edition,
    Settled, TakenIn, Version,
};
pub use field::Field;
pub use id::{Id, Millis};
pub use life_domain::{LifeDomain, LifeDomains};
pub use name_key::name_key;
pub use personal::Personal;
pub use refusal::Refusal;
pub use rules::{MAX_BODY, MAX_LINE};
pub use summary::{NewSummary, Summary, SummaryEdit};
pub use team::{NewTeam, Team, TeamEdit};
