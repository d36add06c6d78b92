//! What a document can be about.

use std::fmt;

/// What a document is about; stored in its root as `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// The core of a case.
    Case,
    /// One contact moment.
    ContactMoment,
    /// One note in a case.
    CaseNote,
    /// A case's summary: the one text colleagues write together.
    Summary,
    /// A colleague: name and role.
    Colleague,
    /// The team.
    Team,
}

impl DocumentKind {
    /// Every kind this version knows.
    pub const ALL: [DocumentKind; 6] = [
        DocumentKind::Case,
        DocumentKind::ContactMoment,
        DocumentKind::CaseNote,
        DocumentKind::Summary,
        DocumentKind::Colleague,
        DocumentKind::Team,
    ];

    /// The stored word.
    pub fn as_str(self) -> &'static str {
        match self {
            DocumentKind::Case => "case",
            DocumentKind::ContactMoment => "contact_moment",
            DocumentKind::CaseNote => "case_note",
            DocumentKind::Summary => "summary",
            DocumentKind::Colleague => "colleague",
            DocumentKind::Team => "team",
        }
    }

    /// The kind for a stored word; `None` for one a later version may have added.
    pub fn parse(word: &str) -> Option<DocumentKind> {
        DocumentKind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
