//! In which state sharing is: one pure function, so that "shared" can be shown to be impossible while
//! anything pends.

use super::SyncState;

/// What the state follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Facts {
    /// A hub is set.
    pub(super) hub: bool,
    /// This laptop is in the team.
    pub(super) member: bool,
    /// A person has paused sharing.
    pub(super) paused: bool,
    /// Something went wrong that a person has to look at.
    pub(super) failed: bool,
    /// Entries go one way or the other.
    pub(super) busy: bool,
    /// Own entries have no receipt of the hub.
    pub(super) waiting: bool,
}

/// The state, in a word.
pub(super) fn of(facts: Facts) -> SyncState {
    if !facts.hub {
        SyncState::Alone
    } else if facts.paused {
        SyncState::Paused
    } else if facts.failed {
        SyncState::Error
    } else if facts.busy {
        SyncState::Busy
    } else if facts.waiting || !facts.member {
        SyncState::Waiting
    } else {
        SyncState::Shared
    }
}

#[cfg(test)]
mod tests {
    use super::{Facts, of};
    use crate::sync::SyncState;

    #[test]
    fn shared_is_impossible_while_anything_pends() {
        for bits in 0_u8..64 {
            let bit = |n: u8| bits & (1 << n) != 0;
            let facts = Facts {
                hub: bit(0),
                member: bit(1),
                paused: bit(2),
                failed: bit(3),
                busy: bit(4),
                waiting: bit(5),
            };
            let pends = !facts.hub
                || !facts.member
                || facts.paused
                || facts.failed
                || facts.busy
                || facts.waiting;
            assert_eq!(of(facts) == SyncState::Shared, !pends, "{facts:?}");
        }
    }
}
