//! A handover (overdracht): what the next shift, or a successor, must know. It says what it says at the moment of
//! sending: what is changed in the moments later does not change it.

use crate::document::{Author, Change, Difference, Document, DocumentKind, Fields, Put, begin};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;
use crate::words::words;
use serde::{Deserialize, Serialize};

words! {
    /// What a handover is for.
    HandoverKind {
        /// The next shift.
        Shift = "shift",
        /// The colleague who takes a case over for good.
        Caseload = "caseload",
    }
}

words! {
    /// What a line of a handover is.
    HandoverPart {
        /// A stop of a round.
        Stop = "stop",
        /// A contact.
        Contact = "contact",
        /// An open agreement.
        Agreement = "agreement",
        /// A worry.
        Worry = "worry",
        /// A sentence that the coach added.
        Sentence = "sentence",
    }
}

/// One line of a handover.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandoverLine {
    /// What it is.
    pub part: HandoverPart,
    /// The heading it stands under: a place or a case.
    pub heading: Option<Personal>,
    /// When it happened.
    pub at: Option<Millis>,
    /// What it says.
    pub text: Personal,
    /// The document it was made from.
    pub about: Option<Id>,
}

/// A handover to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewHandover {
    /// What it is for.
    pub kind: HandoverKind,
    /// The case it is about; none: the street.
    pub case: Option<Id>,
    /// The shift it was made from.
    pub shift: Option<Id>,
    /// Members it is meant for; none: whoever works the next shift.
    pub colleagues: Vec<Id>,
    /// Its lines, at most 500.
    pub lines: Vec<HandoverLine>,
    /// Why we do it this way, up to 20,000 characters.
    pub why: Option<Personal>,
}

/// A handover as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Who sent it.
    pub by: Id,
    /// When it was sent.
    pub recorded_at: Millis,
    /// What it is for.
    pub kind: HandoverKind,
    /// The case it is about; none: the street.
    pub case: Option<Id>,
    /// The shift it was made from.
    pub shift: Option<Id>,
    /// Members it is meant for; none: whoever works the next shift.
    pub colleagues: Vec<Id>,
    /// Its lines.
    pub lines: Vec<HandoverLine>,
    /// Why we do it this way.
    pub why: Option<Personal>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Handover;
/// The most lines; more is no handover but a file.
const MAX_LINES: usize = 500;
/// The most bytes of all lines together; a change must stay under the wall's bound.
const MAX_BYTES: usize = 256 * 1024;

/// Sends a handover.
pub fn create(
    author: &Author,
    new: NewHandover,
    now: Millis,
) -> Result<(Document, Change), Refusal> {
    let fields = vec![
        (Field::Kind, Put::from(new.kind.as_str())),
        (Field::Case, Put::from(new.case)),
        (Field::Shift, Put::from(new.shift)),
        (Field::Colleagues, Put::from(new.colleagues.as_slice())),
        (Field::Lines, Put::from(&stored(&new.lines)?)),
        (
            Field::Why,
            Put::from(&rules::optional_body(Field::Why, new.why)?),
        ),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Reads a handover.
pub fn read(document: &Document) -> Result<Handover, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Handover {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        kind: fields
            .word(Field::Kind, HandoverKind::parse)?
            .unwrap_or(HandoverKind::Shift),
        case: fields.optional_id(Field::Case)?,
        shift: fields.optional_id(Field::Shift)?,
        colleagues: fields.ids(Field::Colleagues)?,
        lines: lines(&fields.text(Field::Lines)?)?,
        why: fields.optional_text(Field::Why)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[Field::Withdrawn]),
    })
}

/// A line as it is stored: one value holds them all as JSON, because they are written once, by one author.
#[derive(Serialize, Deserialize)]
struct StoredLine {
    part: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    heading: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    at: Option<i64>,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    about: Option<String>,
}

fn stored(lines: &[HandoverLine]) -> Result<Personal, Refusal> {
    let stored: Vec<StoredLine> = lines
        .iter()
        .map(|line| StoredLine {
            part: line.part.as_str().to_owned(),
            heading: line
                .heading
                .as_ref()
                .map(|heading| heading.as_str().to_owned()),
            at: line.at.map(|at| at.0),
            text: line.text.as_str().to_owned(),
            about: line.about.map(|id| id.to_string()),
        })
        .collect();
    let field = Field::Lines;
    let text = serde_json::to_string(&stored).map_err(|_| Refusal::Unreadable { field })?;
    if lines.len() > MAX_LINES || text.len() > MAX_BYTES {
        return Err(Refusal::TextTooLong {
            field,
            max: MAX_BYTES,
        });
    }
    Ok(Personal::from(text))
}

fn lines(text: &Personal) -> Result<Vec<HandoverLine>, Refusal> {
    let unreadable = |_| Refusal::Unreadable {
        field: Field::Lines,
    };
    let stored: Vec<StoredLine> = serde_json::from_str(text.as_str()).map_err(unreadable)?;
    stored
        .into_iter()
        .map(|line| {
            Ok(HandoverLine {
                // A part that a later version added still has a text to read.
                part: HandoverPart::parse(&line.part).unwrap_or(HandoverPart::Sentence),
                heading: line.heading.map(Personal::from),
                at: line.at.map(Millis),
                text: Personal::from(line.text),
                about: line.about.map(|id| id.parse()).transpose()?,
            })
        })
        .collect()
}
