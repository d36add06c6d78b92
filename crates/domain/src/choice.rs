//! Choosing between values that colleagues set without having seen each other's: the same for every kind of
//! document. A choice is a change like any other, and can be taken back.

use crate::document::{Author, Change, Document, DocumentKind, Fields, Put, Version, commit};
use crate::field::Field;
use crate::id::Millis;
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;
use automerge::ScalarValue;

/// Keeps one of the values, counted from zero in the order of [`crate::Difference::values`] as they were in
/// `base`.
///
/// # Errors
/// [`Refusal::NothingToChoose`] where the field does not differ, or has no such value.
pub fn keep(
    document: &mut Document,
    base: &Version,
    field: Field,
    position: usize,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let kind = document.kind();
    let nothing = Refusal::NothingToChoose { field };
    let fields = Fields::then(document, base, kind)?;
    let values = fields.differing(field).ok_or(nothing.clone())?;
    let kept = values.get(position).ok_or(nothing)?;
    let mut puts = vec![(field, Put::Value(kept.value.clone()))];
    if let Some(belongs) = belongs_to(kind, field) {
        // As the colleague whose value is kept left it: a reason ends with its own time.
        let then = Fields::of(document, kept.change);
        puts.push((belongs, Put::Value(then.scalar(belongs)?)));
    }
    commit(document, base, author, now, puts)
}

/// Writes a further value instead of those that differ: words, or for a moment its milliseconds and for a
/// count its digits. Nothing but spaces empties a field that may be empty.
///
/// # Errors
/// [`Refusal::NothingToChoose`] where the field does not differ, [`Refusal::OnlyItsValues`] where its values
/// are a choice of their own, and those of the rules for the field.
pub fn write(
    document: &mut Document,
    base: &Version,
    field: Field,
    words: Personal,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let kind = document.kind();
    if Fields::then(document, base, kind)?
        .differing(field)
        .is_none()
    {
        return Err(Refusal::NothingToChoose { field });
    }
    let put = further(kind, field, words)?;
    commit(document, base, author, now, vec![(field, put)])
}

/// Takes a choice back: the field shows what it showed before, and its values differ again.
///
/// # Errors
/// [`Refusal::NothingToChoose`] where the value did not come out of a difference.
pub fn take_back(
    document: &mut Document,
    base: &Version,
    field: Field,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let fields = Fields::then(document, base, document.kind())?;
    let nothing = Refusal::NothingToChoose { field };
    let choice = fields.choice(field).ok_or(nothing.clone())?;
    let shown = choice.between.last().ok_or(nothing)?;
    let puts = vec![
        (field, Put::Value(shown.value.clone())),
        (field, Put::ChoiceTakenBack(choice.change)),
    ];
    commit(document, base, author, now, puts)
}

/// Whether a further value can be written where this field differs.
pub fn takes_further(kind: DocumentKind, field: Field) -> bool {
    !matches!(
        further(kind, field, Personal::from("1")),
        Err(Refusal::OnlyItsValues { .. })
    )
}

/// What follows the choice of a field.
fn belongs_to(kind: DocumentKind, field: Field) -> Option<Field> {
    match (kind, field) {
        (DocumentKind::Action, Field::Outcome) => Some(Field::EndedAt),
        (DocumentKind::Action, Field::Due) => Some(Field::DueHour),
        _ => None,
    }
}

fn further(kind: DocumentKind, field: Field, words: Personal) -> Result<Put, Refusal> {
    use DocumentKind as Kind;
    match (kind, field) {
        (Kind::ContactMoment | Kind::CaseNote | Kind::Action, Field::Text) => {
            rules::body(field, &words)?;
            Ok(Put::from(&words))
        }
        (Kind::Group | Kind::Person, Field::Text) => {
            Ok(Put::from(&rules::optional_body(field, Some(words))?))
        }
        (_, Field::Name) | (Kind::Person, Field::Nickname) => {
            rules::line(field, &words)?;
            Ok(Put::from(&words))
        }
        (Kind::ContactMoment, Field::Place | Field::Nickname)
        | (_, Field::Owner | Field::Topic | Field::Agreement | Field::NextStep) => {
            Ok(Put::from(&rules::optional_line(field, Some(words))?))
        }
        (_, Field::At) => moment(field, &words).map(Put::from),
        (_, Field::Due | Field::EndedAt) if words.as_str().trim().is_empty() => {
            Ok(Put::Value(ScalarValue::Null))
        }
        (_, Field::Due | Field::EndedAt) => moment(field, &words).map(Put::from),
        (_, Field::HeadCount) => match words.as_str().trim() {
            "" => Ok(Put::Value(ScalarValue::Null)),
            digits => {
                let count: Result<u32, _> = digits.parse();
                Ok(Put::from(Some(
                    count.map_err(|_| Refusal::NotANumber { field })?,
                )))
            }
        },
        _ => Err(Refusal::OnlyItsValues { field }),
    }
}

fn moment(field: Field, words: &Personal) -> Result<Millis, Refusal> {
    let millis = words.as_str().trim().parse();
    millis
        .map(Millis)
        .map_err(|_| Refusal::NotANumber { field })
}
