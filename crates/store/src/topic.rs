//! What a change of the store is about, so that whoever shows it knows what to read again.

use nabij_protocol::id::SpaceId;

/// Something that may read differently now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The team, its colleagues, the roster.
    Team,
    /// The list of cases.
    Cases,
    /// What lies in one space: a case or the street; the caller knows which.
    Space(SpaceId),
    /// What waits to be shared, and the receipts.
    Sync,
    /// What can be searched.
    Search,
}
