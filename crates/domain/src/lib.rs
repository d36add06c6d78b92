//! What colleagues talk about: cases, contact moments, notes, summaries; and how each sits in a document.
//!
//! No files, clock, chance, keys or tables here: time comes in as [`Millis`], people and documents as
//! [`Id`]. Every text that can be about a person wears [`Personal`], so that it cannot end up in a log
//! by accident. [`Document`] is the only place that knows Automerge.

pub mod case;
pub mod case_note;
pub mod colleague;
pub mod contact_moment;
pub mod document;
mod field;
mod id;
mod personal;
mod refusal;
mod rules;
pub mod summary;
pub mod team;

pub use case::{Case, CaseEdit, NewCase};
pub use case_note::{CaseNote, CaseNoteEdit, NewCaseNote};
pub use colleague::{Colleague, ColleagueEdit, NewColleague, Role};
pub use contact_moment::{ContactKind, ContactMoment, ContactMomentEdit, NewContactMoment};
pub use document::{
    Alternative, Author, CannotTakeIn, Change, Difference, Document, DocumentKind, TakenIn, Version,
};
pub use field::Field;
pub use id::{Id, Millis};
pub use personal::Personal;
pub use refusal::Refusal;
pub use summary::{NewSummary, Summary, SummaryEdit};
pub use team::{NewTeam, Team, TeamEdit};
