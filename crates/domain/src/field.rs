//! The fields people fill in, named once for documents, refusals and differences.

use std::fmt;

/// One field of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// Who recorded the document.
    By,
    /// When it was recorded.
    RecordedAt,
    /// The case it belongs to.
    Case,
    /// What the young person is called on the street.
    Nickname,
    /// What kind of contact it was.
    Kind,
    /// The words themselves.
    Text,
    /// When it happened.
    At,
    /// Where it happened.
    Place,
    /// A name: of a case, a colleague or a team.
    Name,
    /// When a case was opened.
    OpenedAt,
    /// Which member a colleague's entry is about.
    Member,
    /// A colleague's role.
    Role,
    /// Taken back by a person. Nothing is ever deleted inside a document.
    Withdrawn,
}

impl Field {
    /// The name the door and the screens use, in snake case.
    pub fn as_str(self) -> &'static str {
        match self {
            Field::By => "by",
            Field::RecordedAt => "recorded_at",
            Field::Case => "case",
            Field::Nickname => "nickname",
            Field::Kind => "kind",
            Field::Text => "text",
            Field::At => "at",
            Field::Place => "place",
            Field::Name => "name",
            Field::OpenedAt => "opened_at",
            Field::Member => "member",
            Field::Role => "role",
            Field::Withdrawn => "withdrawn",
        }
    }

    /// The key in a document's root. The root's own `kind` says what the document is, so the kind of a
    /// contact has its own key.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Field::Kind => "contact_kind",
            other => other.as_str(),
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
