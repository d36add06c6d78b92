//! When two names are one: colleagues who are apart write the same place as "Neude", "neude" and "Néude ".

use crate::personal::Personal;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What names have in common that are meant as one: without case, accents, spaces and hyphens. Only to compare,
/// never to show or to store.
pub fn name_key(name: &Personal) -> String {
    name.as_str()
        .nfkd()
        .filter(|char| {
            !is_combining_mark(*char) && !char.is_whitespace() && !matches!(char, '-' | '‐' | '–')
        })
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_spaces_and_hyphens_do_not_part_names() {
        for same in [
            "Café de Brug",
            "cafe de brug",
            " CAFE\u{301}  de-Brug ",
            "cafédebrug",
        ] {
            assert_eq!(name_key(&same.into()), "cafedebrug", "{same:?}");
        }
        assert_ne!(name_key(&"Neude".into()), name_key(&"Neude 2".into()));
        assert_eq!(name_key(&" - ".into()), "");
    }
}
