//! Fact, experience and interpretation (feit, beleving, duiding) apart within one text, without forms: a
//! paragraph that begins with the word and a colon. Professional norms and Jeugdwet 3.3 ask that readers can
//! tell them apart; what bears no word is simply told.

use crate::words::words;

words! {
    /// What kind of statement a paragraph is.
    StatementKind {
        /// What was seen or heard.
        Fact = "fact",
        /// How those involved see it.
        Experience = "experience",
        /// What the professional makes of it.
        Interpretation = "interpretation",
    }
}

impl StatementKind {
    /// The words that begin a paragraph of this kind, Dutch first, in lower case.
    pub fn openings(self) -> [&'static str; 2] {
        match self {
            StatementKind::Fact => ["feit", "fact"],
            StatementKind::Experience => ["beleving", "experience"],
            StatementKind::Interpretation => ["duiding", "interpretation"],
        }
    }
}

/// A stretch of a text that is of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Statement<'a> {
    /// Its kind; `None` for what bears no word.
    pub kind: Option<StatementKind>,
    /// The text without the word; may span lines.
    pub text: &'a str,
}

/// The statements of a text in order. Together they hold every word of it but the opening ones.
pub fn statements(text: &str) -> Vec<Statement<'_>> {
    let mut found = Vec::new();
    let mut kind = None;
    let (mut start, mut at) = (0, 0);
    for line in text.split_inclusive('\n') {
        if let Some((opened, skipped)) = opening(line) {
            push(&mut found, kind, text.get(start..at));
            kind = Some(opened);
            start = at + skipped;
        } else if line.trim().is_empty() {
            // An empty line ends a marked paragraph, so that what follows is not taken for it.
            push(&mut found, kind, text.get(start..at));
            kind = None;
            start = at;
        }
        at += line.len();
    }
    push(&mut found, kind, text.get(start..at));
    found
}

fn push<'a>(found: &mut Vec<Statement<'a>>, kind: Option<StatementKind>, text: Option<&'a str>) {
    let text = text.unwrap_or_default().trim();
    if !text.is_empty() {
        found.push(Statement { kind, text });
    }
}

/// The kind that a line opens, and how many bytes the opening takes.
fn opening(line: &str) -> Option<(StatementKind, usize)> {
    let (word, _) = line.split_once(':')?;
    let lower = word.trim().to_lowercase();
    let kind = StatementKind::ALL
        .iter()
        .copied()
        .find(|kind| kind.openings().contains(&lower.as_str()))?;
    Some((kind, word.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_kinds_stand_apart_in_one_text() {
        let text = "Zag Daan bij de brug.\nFeit: hij had een blauw oog.\nBeleving: \"gevallen\", zegt hij.\nDuiding: ik geloof dat niet.\n\nMorgen bellen.";
        let kinds: Vec<_> = statements(text)
            .iter()
            .map(|one| (one.kind, one.text))
            .collect();
        assert_eq!(
            kinds,
            [
                (None, "Zag Daan bij de brug."),
                (Some(StatementKind::Fact), "hij had een blauw oog."),
                (Some(StatementKind::Experience), "\"gevallen\", zegt hij."),
                (Some(StatementKind::Interpretation), "ik geloof dat niet."),
                (None, "Morgen bellen."),
            ]
        );
    }

    #[test]
    fn a_colon_alone_is_no_statement() {
        let told = statements("Afspraak: morgen om tien: bij de brug");
        assert_eq!(told.len(), 1);
        assert_eq!(told.first().map(|one| one.kind), Some(None));
        assert!(statements("  \n ").is_empty());
    }
}
