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
    /// A place on the street, from the team's own list.
    Place,
    /// A group on the street, without names of persons.
    Group,
    /// One evening's work of one coach.
    Shift,
    /// One round of a shift.
    Round,
    /// One stop of a round: a place, a head count, a mood.
    Stop,
    /// Somebody without a case, by nickname.
    Person,
    /// That a person turned out to be another, or a case.
    PersonMerge,
    /// Something agreed: what, by whom, by when.
    Action,
    /// What the next shift or a successor must know.
    Handover,
    /// That a colleague has read a handover.
    HandoverReading,
    /// That a colleague did not check in at the agreed time.
    MissedCheckIn,
}

impl DocumentKind {
    /// Every kind this version knows.
    pub const ALL: [DocumentKind; 17] = [
        DocumentKind::Case,
        DocumentKind::ContactMoment,
        DocumentKind::CaseNote,
        DocumentKind::Summary,
        DocumentKind::Colleague,
        DocumentKind::Team,
        DocumentKind::Place,
        DocumentKind::Group,
        DocumentKind::Shift,
        DocumentKind::Round,
        DocumentKind::Stop,
        DocumentKind::Person,
        DocumentKind::PersonMerge,
        DocumentKind::Action,
        DocumentKind::Handover,
        DocumentKind::HandoverReading,
        DocumentKind::MissedCheckIn,
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
            DocumentKind::Place => "place",
            DocumentKind::Group => "group",
            DocumentKind::Shift => "shift",
            DocumentKind::Round => "round",
            DocumentKind::Stop => "stop",
            DocumentKind::Person => "person",
            DocumentKind::PersonMerge => "person_merge",
            DocumentKind::Action => "action",
            DocumentKind::Handover => "handover",
            DocumentKind::HandoverReading => "handover_reading",
            DocumentKind::MissedCheckIn => "missed_check_in",
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
