//! Text that a spreadsheet would run as a formula is written with a `'` before it, and read without.
//!
//! A contact moment that begins with `=HYPERLINK(...)` must not phone home from the laptop of whoever opens
//! the export. See OWASP, "CSV injection".

use std::borrow::Cow;

/// Also the wide forms, which Excel takes for the narrow ones.
const STARTS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// What a formula would be after its quotes, if it has any.
fn unquoted(text: &str) -> &str {
    text.trim_start_matches('\'')
}

/// A number or a telephone number: harmless, and wanted as it is.
fn is_number(text: &str) -> bool {
    let Some(digits) = text.strip_prefix(['+', '-']) else {
        return false;
    };
    digits.chars().any(|c| c.is_ascii_digit())
        && digits
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | ','))
}

/// Text as it may stand in a CSV file.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if unquoted(text).starts_with(STARTS) && !is_number(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// Text as it was before [`guarded`].
pub(super) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if unquoted(rest).starts_with(STARTS) => rest,
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_guarded_and_numbers_are_not() {
        for formula in [
            "=1+1",
            "@SUM(A1)",
            "-2+3",
            "+31-6",
            "\t=1",
            "＝1",
            "- niet gezien",
        ] {
            assert_eq!(guarded(formula), format!("'{formula}"));
        }
        for plain in ["+31 6 12345678", "-12,50", "'s avonds", "Amina = oma", "3"] {
            assert_eq!(guarded(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn what_was_guarded_comes_back(text in "['=+@\\-\t0-9a ]{0,6}|\\PC{0,20}") {
            let safe = guarded(&text);
            prop_assert_eq!(unguarded(&safe), &text);
        }
    }
}
