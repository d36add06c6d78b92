//! What may be written: not empty where words are needed, and never more than fits.

use crate::field::Field;
use crate::personal::Personal;
use crate::refusal::Refusal;

/// Longest body of a note, contact moment or summary, in characters.
pub const MAX_BODY: usize = 20_000;
/// Longest name, nickname or place, in characters.
pub const MAX_LINE: usize = 200;

/// A body that must have words. Kept as written: spaces only decide whether it is empty.
pub(crate) fn body(field: Field, text: &Personal) -> Result<(), Refusal> {
    required(field, text, MAX_BODY)
}

/// A line that must have words, such as a name.
pub(crate) fn line(field: Field, text: &Personal) -> Result<(), Refusal> {
    required(field, text, MAX_LINE)
}

/// A line that may be left out. Nothing but spaces is the same as left out.
pub(crate) fn optional_line(
    field: Field,
    text: Option<Personal>,
) -> Result<Option<Personal>, Refusal> {
    match text {
        Some(text) if !is_empty(&text) => {
            fits(field, &text, MAX_LINE)?;
            Ok(Some(text))
        }
        _ => Ok(None),
    }
}

/// A body that may be left out. Nothing but spaces is the same as left out.
pub(crate) fn optional_body(
    field: Field,
    text: Option<Personal>,
) -> Result<Option<Personal>, Refusal> {
    match text {
        Some(text) if !is_empty(&text) => {
            fits(field, &text, MAX_BODY)?;
            Ok(Some(text))
        }
        _ => Ok(None),
    }
}

/// A text that may be empty but not larger than a body: a summary somebody clears.
pub(crate) fn body_or_nothing(field: Field, text: &Personal) -> Result<(), Refusal> {
    fits(field, text, MAX_BODY)
}

fn required(field: Field, text: &Personal, max: usize) -> Result<(), Refusal> {
    if is_empty(text) {
        return Err(Refusal::EmptyText { field });
    }
    fits(field, text, max)
}

fn fits(field: Field, text: &Personal, max: usize) -> Result<(), Refusal> {
    // Counting stops one past the limit, so that a huge paste costs nothing.
    match text.as_str().chars().nth(max) {
        Some(_) => Err(Refusal::TextTooLong { field, max }),
        None => Ok(()),
    }
}

fn is_empty(text: &Personal) -> bool {
    text.as_str().trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_are_not_words_but_are_kept() {
        assert_eq!(
            body(Field::Text, &" \n\t".into()),
            Err(Refusal::EmptyText { field: Field::Text })
        );
        assert_eq!(body(Field::Text, &"  Sprak Bram.  ".into()), Ok(()));
        assert_eq!(optional_line(Field::Place, Some("  ".into())), Ok(None));
        assert_eq!(
            optional_line(Field::Place, Some(" Griftpark".into())),
            Ok(Some(" Griftpark".into()))
        );
    }

    #[test]
    fn the_limit_counts_characters_not_bytes() {
        assert_eq!(line(Field::Name, &"é".repeat(MAX_LINE).into()), Ok(()));
        let refusal = Refusal::TextTooLong {
            field: Field::Name,
            max: MAX_LINE,
        };
        assert_eq!(
            line(Field::Name, &"é".repeat(MAX_LINE + 1).into()),
            Err(refusal)
        );
        assert!(body_or_nothing(Field::Text, &"".into()).is_ok());
        assert!(body_or_nothing(Field::Text, &"a".repeat(MAX_BODY + 1).into()).is_err());
    }
}
