//! Why the domain says no.

use crate::document::{CannotTakeIn, DocumentKind};
use crate::field::Field;

/// Why something a person asked for was not done. Names the field, never its content.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// A field that needs words has none (spaces do not count).
    #[error("the field {field} is empty")]
    EmptyText {
        /// The field without words.
        field: Field,
    },
    /// A field holds more than fits.
    #[error("the field {field} has more than {max} characters")]
    TextTooLong {
        /// The field with too many words.
        field: Field,
        /// How many characters (Unicode scalar values) fit.
        max: usize,
    },
    /// The version the edit was made on is not one this document has been in.
    #[error("this document has never been in that version")]
    UnknownVersion,
    /// The document is about something else.
    #[error("this document is not a {expected}")]
    WrongKind {
        /// What was asked for.
        expected: DocumentKind,
    },
    /// A field holds something this version of Nabij cannot read.
    #[error("the field {field} cannot be read")]
    Unreadable {
        /// The field in question.
        field: Field,
    },
    /// There is nothing to choose, or no longer, between values of a field.
    #[error("nothing is to be chosen in the field {field}")]
    NothingToChoose {
        /// The field in question.
        field: Field,
    },
    /// One of the values of a field can be chosen, but no further one written.
    #[error("the field {field} takes one of the values it has")]
    OnlyItsValues {
        /// The field in question.
        field: Field,
    },
    /// A moment or a count is not written in digits.
    #[error("the field {field} needs a number")]
    NotANumber {
        /// The field in question.
        field: Field,
    },
    /// The text is not 32 lowercase hex digits.
    #[error("that is not an id")]
    NotAnId,
    /// Our own change did not pass the wall every change has to pass.
    #[error("the change was not accepted: {0}")]
    NotAccepted(#[from] CannotTakeIn),
}
