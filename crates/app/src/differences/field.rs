//! The fields in which colleagues can differ.

use nabij_domain::Field;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A field that can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum DifferenceField {
    /// The body.
    Text,
    /// The kind of contact.
    Kind,
    /// The time; versions are milliseconds since 1970 as text.
    At,
    /// The place: words, or an id.
    Place,
    /// The name.
    Name,
    /// What somebody is called.
    Nickname,
    /// For what purpose a person is kept; versions are the stored words, or empty.
    Purpose,
    /// How an action ended, or whether somebody was reached.
    Outcome,
    /// By when; versions are milliseconds since 1970 as text, or empty.
    Due,
    /// Who does it, in words.
    Owner,
    /// The colleague who does it; versions are ids, or empty.
    Colleague,
    /// Colleagues who take part; versions are ids with spaces between.
    Colleagues,
    /// A colleague's role; versions are the stored words.
    Role,
    /// When a shift or round ended; as `At`.
    EndedAt,
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
    /// The persons without a case; versions are ids with spaces between.
    Persons,
    /// The person without a case; versions are ids, or empty.
    Person,
    /// The group; versions are ids, or empty.
    Group,
    /// The case it belongs to; versions are ids, or empty.
    Case,
    /// Parts of a life; versions are the stored words with spaces between.
    LifeDomains,
    /// Taken back by one while another edited it; versions are `true` and `false`.
    Withdrawn,
}

/// Each with the field of a document that it is. Fields that are not here are written once, at the beginning.
const FIELDS: [(DifferenceField, Field); 25] = [
    (DifferenceField::Text, Field::Text),
    (DifferenceField::Kind, Field::Kind),
    (DifferenceField::At, Field::At),
    (DifferenceField::Place, Field::Place),
    (DifferenceField::Name, Field::Name),
    (DifferenceField::Nickname, Field::Nickname),
    (DifferenceField::Purpose, Field::Purpose),
    (DifferenceField::Outcome, Field::Outcome),
    (DifferenceField::Due, Field::Due),
    (DifferenceField::Owner, Field::Owner),
    (DifferenceField::Colleague, Field::Member),
    (DifferenceField::Colleagues, Field::Colleagues),
    (DifferenceField::Role, Field::Role),
    (DifferenceField::EndedAt, Field::EndedAt),
    (DifferenceField::HeadCount, Field::HeadCount),
    (DifferenceField::Mood, Field::Mood),
    (DifferenceField::Topic, Field::Topic),
    (DifferenceField::Agreement, Field::Agreement),
    (DifferenceField::NextStep, Field::NextStep),
    (DifferenceField::Persons, Field::Persons),
    (DifferenceField::Person, Field::Person),
    (DifferenceField::Group, Field::Group),
    (DifferenceField::Case, Field::Case),
    (DifferenceField::LifeDomains, Field::LifeDomains),
    (DifferenceField::Withdrawn, Field::Withdrawn),
];

impl DifferenceField {
    /// The field as a person meets it; none for those that only the first edit of a document writes.
    pub(crate) fn of(field: Field) -> Option<DifferenceField> {
        let found = FIELDS.into_iter().find(|(_, stored)| *stored == field);
        found.map(|(told, _)| told)
    }

    /// The field of a document.
    pub(super) fn stored(self) -> Option<Field> {
        let found = FIELDS.into_iter().find(|(told, _)| *told == self);
        found.map(|(_, stored)| stored)
    }
}
