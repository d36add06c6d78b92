//! What the columns of a file hold, and guessing it from their headings.

use super::words::plain;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ImportColumn {
    /// Nothing that is taken in.
    Nothing,
    /// The name of a case.
    Case,
    /// What a person without a case is called.
    Nickname,
    /// The day of a contact moment, perhaps with the time.
    Date,
    /// Its time.
    Time,
    /// What kind of contact it was.
    Kind,
    /// What happened.
    Text,
    /// Where.
    Place,
    /// What it was about.
    LifeDomains,
    /// Whether somebody was reached.
    Outcome,
    /// What was agreed.
    Action,
    /// By when.
    Due,
    /// Who does it.
    Owner,
}

/// Headings by which a column is known, in both languages; those that [`crate::export`] writes among them.
/// In the order in which they are looked for inside longer headings: "voor wanneer" before "wanneer".
const HEADINGS: [(ImportColumn, &[&str]); 12] = [
    (
        ImportColumn::Due,
        &[
            "voor wanneer",
            "by when",
            "uiterlijk",
            "deadline",
            "due",
            "gereed voor",
        ],
    ),
    (
        ImportColumn::Nickname,
        &["bijnaam", "nickname", "roepnaam", "alias", "straatnaam"],
    ),
    (
        ImportColumn::LifeDomains,
        &[
            "leefgebieden",
            "leefgebied",
            "life domains",
            "life domain",
            "domein",
            "thema",
        ],
    ),
    (
        ImportColumn::Kind,
        &["soort", "kind", "type", "contactvorm", "vorm"],
    ),
    (
        ImportColumn::Outcome,
        &["bereikt", "reached", "uitkomst", "outcome"],
    ),
    (
        ImportColumn::Case,
        &[
            "casus",
            "case",
            "client",
            "clientnaam",
            "gezin",
            "family",
            "dossier",
            "naam",
            "name",
        ],
    ),
    (
        ImportColumn::Date,
        &["datum", "date", "dag", "day", "wanneer", "when"],
    ),
    (ImportColumn::Time, &["tijd", "time", "tijdstip", "uur"]),
    (
        ImportColumn::Text,
        &[
            "tekst",
            "text",
            "verslag",
            "notitie",
            "note",
            "notes",
            "wat er gebeurde",
            "what happened",
            "omschrijving",
            "beschrijving",
            "description",
            "inhoud",
            "report",
            "rapportage",
            "opmerking",
        ],
    ),
    (
        ImportColumn::Place,
        &[
            "plek", "locatie", "plaats", "place", "location", "waar", "where",
        ],
    ),
    (
        ImportColumn::Action,
        &[
            "actie",
            "afspraak",
            "action",
            "agreement",
            "taak",
            "task",
            "vervolg",
        ],
    ),
    (
        ImportColumn::Owner,
        &[
            "wie",
            "who",
            "eigenaar",
            "owner",
            "verantwoordelijke",
            "door wie",
        ],
    ),
];

/// What each column seems to hold, from its heading. No two columns hold the same.
pub(super) fn guess(header: &[String]) -> Vec<ImportColumn> {
    let headings: Vec<String> = header.iter().map(|heading| plain(heading)).collect();
    let mut guessed = vec![ImportColumn::Nothing; headings.len()];
    // A heading that is just the word wins over one that has the word in it.
    for is_meant in [whole, within] {
        for (column, words) in HEADINGS {
            if guessed.contains(&column) {
                continue;
            }
            let free = guessed.iter_mut().zip(&headings).find(|(guess, heading)| {
                **guess == ImportColumn::Nothing && words.iter().any(|word| is_meant(heading, word))
            });
            if let Some((guess, _)) = free {
                *guess = column;
            }
        }
    }
    guessed
}

fn whole(heading: &str, word: &str) -> bool {
    heading == word
}

fn within(heading: &str, word: &str) -> bool {
    format!(" {heading} ").contains(&format!(" {word} "))
}

#[cfg(test)]
mod tests {
    use super::ImportColumn as Column;
    use super::*;

    fn guessed(header: &[&str]) -> Vec<Column> {
        let header: Vec<String> = header.iter().map(|heading| (*heading).to_owned()).collect();
        guess(&header)
    }

    #[test]
    fn the_headings_of_a_dutch_list_are_known() {
        assert_eq!(
            guessed(&[
                "Cliënt",
                "Datum",
                "Tijd",
                "Soort contact",
                "Verslag",
                "Locatie",
                "Bijnaam",
                "Leefgebied(en)",
                "Afspraak",
                "Voor wanneer?",
                "Wie",
                "Kleur fiets",
            ]),
            [
                Column::Case,
                Column::Date,
                Column::Time,
                Column::Kind,
                Column::Text,
                Column::Place,
                Column::Nickname,
                Column::LifeDomains,
                Column::Action,
                Column::Due,
                Column::Owner,
                Column::Nothing,
            ]
        );
    }

    #[test]
    fn no_two_columns_hold_the_same_and_the_plain_word_wins() {
        assert_eq!(
            guessed(&["Datum van invoer", "Datum", "Naam moeder", "Casus"]),
            [Column::Nothing, Column::Date, Column::Nothing, Column::Case]
        );
        assert_eq!(guessed(&["When", "By when"]), [Column::Date, Column::Due]);
    }
}
