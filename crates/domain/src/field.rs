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
    /// The persons without a case whom it is about.
    Persons,
    /// The person without a case whom it is about.
    Person,
    /// Whether somebody was reached, or how an action ended.
    Outcome,
    /// The parts of a life it is about.
    LifeDomains,
    /// The shift it belongs to.
    Shift,
    /// The round it belongs to.
    Round,
    /// The stop of a round it belongs to.
    Stop,
    /// The group it is about.
    Group,
    /// How many others the same was written for.
    Others,
    /// The import that made it.
    Import,
    /// When a shift, round or action ended.
    EndedAt,
    /// Colleagues who are meant or take part.
    Colleagues,
    /// How many people stood there.
    HeadCount,
    /// What the mood was.
    Mood,
    /// What was talked about.
    Topic,
    /// What was agreed.
    Agreement,
    /// What comes next.
    NextStep,
    /// For what purpose somebody without a case is kept.
    Purpose,
    /// The person or case somebody turned out to be.
    Into,
    /// Who does it.
    Owner,
    /// By when.
    Due,
    /// Whether the hour counts, not only the day.
    DueHour,
    /// The contact moment it came from.
    ContactMoment,
    /// The lines of a handover.
    Lines,
    /// Why we do it this way.
    Why,
    /// The handover that was read.
    Handover,
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
            Field::Persons => "persons",
            Field::Person => "person",
            Field::Outcome => "outcome",
            Field::LifeDomains => "life_domains",
            Field::Shift => "shift",
            Field::Round => "round",
            Field::Stop => "stop",
            Field::Group => "group",
            Field::Others => "others",
            Field::Import => "import",
            Field::EndedAt => "ended_at",
            Field::Colleagues => "colleagues",
            Field::HeadCount => "head_count",
            Field::Mood => "mood",
            Field::Topic => "topic",
            Field::Agreement => "agreement",
            Field::NextStep => "next_step",
            Field::Purpose => "purpose",
            Field::Into => "into",
            Field::Owner => "owner",
            Field::Due => "due",
            Field::DueHour => "due_hour",
            Field::ContactMoment => "contact_moment",
            Field::Lines => "lines",
            Field::Why => "why",
            Field::Handover => "handover",
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
