//! What a change of the store is about, so that whoever shows it knows what to read again.

use nabij_protocol::id::SpaceId;
use std::fmt;

/// Something that may read differently now. Displays as the word that windows know it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The team, its colleagues, the roster.
    Team,
    /// The list of cases, in which the street also has a row.
    Cases,
    /// What lies in one case.
    Case(SpaceId),
    /// What lies in the street: shifts, rounds, stops, places, groups, persons, contact moments without a case.
    Street,
    /// What waits to be shared, and the receipts.
    Sync,
    /// What can be searched.
    Search,
    /// Actions, in any space.
    Actions,
    /// Handovers and who read them, in any space.
    Handovers,
}

impl fmt::Display for Topic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Topic::Team => f.write_str("team"),
            Topic::Cases => f.write_str("cases"),
            Topic::Case(case) => write!(f, "case:{case}"),
            Topic::Street => f.write_str("street"),
            Topic::Sync => f.write_str("sync"),
            Topic::Search => f.write_str("search"),
            Topic::Actions => f.write_str("actions"),
            Topic::Handovers => f.write_str("handovers"),
        }
    }
}
