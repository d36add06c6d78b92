//! The one error of this room: with what number the program ends, and what it says.

use crate::exit;
use crate::words::{Language, failures};
use nabij_app::{Failure, FailureCode};
use serde_json::{Value, json};

/// Why a verb did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The core refused.
    #[error("the core refused: {:?}", .0.code)]
    Failure(Failure),
    /// There is no passphrase and nobody to ask for it.
    #[error("there is no passphrase")]
    NoPassphrase,
    /// Two different passphrases were typed.
    #[error("the passphrases differ")]
    PassphrasesDiffer,
    /// There is no folder to work in.
    #[error("there is no folder")]
    NoHome,
    /// No colleague, or more than one, has this name or id.
    #[error("there is no such colleague")]
    UnknownColleague {
        /// Who was asked for, as it was typed.
        wanted: String,
        /// The names of those who are known.
        known: Vec<String>,
    },
    /// Nothing differs, or was chosen, under this id and field.
    #[error("there is no such difference")]
    NoSuchDifference,
    /// A line of a file says something that is not a contact moment; the field, if it is one field.
    #[error("the line is not a contact moment")]
    BadLine(Option<&'static str>),
    /// Reading a file of contact moments stopped at a line.
    #[error("stopped at line {number} after {saved} saved")]
    Line {
        /// Which line, from 1.
        number: u64,
        /// How many were saved before it.
        saved: u64,
        /// Why.
        cause: Box<Error>,
    },
    /// A file cannot be read.
    #[error("a file cannot be read")]
    File,
    /// The answer cannot be written.
    #[error("the answer cannot be written")]
    Unwritable,
    /// The core answered in a shape that this program does not know.
    #[error("the core answered in another shape")]
    StrangeAnswer,
    /// The demo could not set up its stage.
    #[error(transparent)]
    Demo(#[from] crate::demo::StageError),
}

impl From<Failure> for Error {
    fn from(failure: Failure) -> Self {
        Error::Failure(failure)
    }
}

impl Error {
    /// With what number the program ends.
    pub fn exit(&self) -> u8 {
        match self {
            Error::Failure(failure) => exit::of(failure.code),
            Error::NoPassphrase | Error::PassphrasesDiffer => exit::NO_PASSPHRASE,
            Error::NoHome => exit::USAGE,
            Error::UnknownColleague { .. } | Error::NoSuchDifference => {
                exit::of(FailureCode::NotFound)
            }
            Error::BadLine(_) => exit::of(FailureCode::Invalid),
            Error::Line { cause, .. } => cause.exit(),
            Error::File | Error::Unwritable => exit::FILE,
            Error::StrangeAnswer => exit::of(FailureCode::Unexpected),
            Error::Demo(error) => error.exit(),
        }
    }

    /// What stands behind `"error"`, for scripts: the failure of the core, or a code of this program.
    pub fn json(&self) -> Value {
        match self {
            Error::Failure(failure) => json!(failure),
            Error::NoPassphrase => json!({"code": "noPassphrase"}),
            Error::PassphrasesDiffer => json!({"code": "noPassphrase", "field": "passphrase"}),
            Error::NoHome => json!({"code": "noHome"}),
            Error::UnknownColleague { .. } => json!({"code": "notFound", "field": "with"}),
            Error::NoSuchDifference => json!({"code": "notFound", "field": "id"}),
            Error::BadLine(field) => json!({"code": "invalid", "field": field}),
            Error::Line {
                number,
                saved,
                cause,
            } => {
                let mut told = cause.json();
                if let Some(told) = told.as_object_mut() {
                    told.insert("line".to_owned(), json!(number));
                    told.insert("saved".to_owned(), json!(saved));
                }
                told
            }
            Error::File => json!({"code": "fileUnreadable"}),
            Error::Unwritable => json!({"code": "answerUnwritable"}),
            Error::StrangeAnswer => json!({"code": "unexpected"}),
            Error::Demo(error) => json!({"code": error.code()}),
        }
    }

    /// What a person reads: what happened, what is safe, what to do.
    pub fn words(&self, language: Language) -> String {
        match self {
            Error::Failure(failure) => failures::say(language, failure),
            Error::NoPassphrase => language.passphrase_nowhere(),
            Error::PassphrasesDiffer => language.passphrases_differ(),
            Error::NoHome => language.home_nowhere(),
            Error::UnknownColleague { wanted, known } if known.is_empty() => {
                language.no_such_colleague(wanted, language.nobody())
            }
            Error::UnknownColleague { wanted, known } => {
                language.no_such_colleague(wanted, known.join(", "))
            }
            Error::NoSuchDifference => language.no_such_difference(),
            Error::BadLine(Some(field)) => language.bad_field(field),
            Error::BadLine(None) => language.bad_line(),
            Error::Line {
                number,
                saved,
                cause,
            } => {
                format!(
                    "{} {}",
                    language.line_failed(number, saved),
                    cause.words(language)
                )
            }
            Error::File => language.file_unreadable(),
            Error::Unwritable => language.answer_unwritable(),
            Error::StrangeAnswer => language.strange_answer(),
            Error::Demo(error) => error.words(language),
        }
    }
}
