//! From a heap of records to those that can be judged, in a fixed order.

use super::Reason;
use crate::entry::{Place, decode};
use crate::id::{DeviceId, LogId, Scope, SpaceId, TeamId};
use crate::record::{Record, RecordKind};
use std::collections::{BTreeMap, BTreeSet};

/// The highest life that anything may have. Even, so that whatever is in can be put out.
const LAST_LIFE: u64 = 1 << 32;

/// One readable record and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    pub place: Place,
    pub record: Record,
}

impl Statement {
    pub fn device(&self) -> DeviceId {
        self.place.log.device
    }

    pub fn life(&self) -> u64 {
        self.record.life
    }
}

/// Records by what they are about, each list in the order of places.
#[derive(Debug, Default)]
pub(super) struct Sorted {
    pub team: Vec<Statement>,
    pub spaces: BTreeMap<SpaceId, Vec<Statement>>,
}

/// Takes duplicates out, sets aside what cannot be judged, and sorts the rest.
pub(super) fn sort<'a>(
    team: TeamId,
    records: impl IntoIterator<Item = (Place, &'a [u8])>,
    quarantined: &mut Vec<(Place, Reason)>,
) -> Sorted {
    let mut by_place: BTreeMap<Place, BTreeSet<&[u8]>> = BTreeMap::new();
    for (place, bytes) in records {
        if place.team == team {
            by_place.entry(place).or_default().insert(bytes);
        } else {
            quarantined.push((place, Reason::OtherTeam));
        }
    }
    // A log that has two records with one number is frozen before the first such number.
    let mut forks: BTreeMap<(Scope, LogId), u64> = BTreeMap::new();
    for (place, versions) in &by_place {
        if versions.len() > 1 {
            forks
                .entry((place.scope, place.log))
                .or_insert(place.number);
        }
    }
    let mut sorted = Sorted::default();
    for (place, versions) in by_place {
        let Some(bytes) = versions.first() else {
            continue;
        };
        let forked = forks
            .get(&(place.scope, place.log))
            .is_some_and(|at| place.number >= *at);
        let read = if forked {
            Err(Reason::Fork)
        } else {
            decode::<Record>("record", bytes).map_err(|_| Reason::Unreadable)
        };
        match read.and_then(|record| placed(&place, record)) {
            Ok((None, statement)) => sorted.team.push(statement),
            Ok((Some(space), statement)) => sorted.spaces.entry(space).or_default().push(statement),
            Err(reason) => quarantined.push((place, reason)),
        }
    }
    sorted
}

/// Whether a record stands where such a record belongs and is complete in itself.
fn placed(place: &Place, record: Record) -> Result<(Option<SpaceId>, Statement), Reason> {
    use RecordKind::{Appoint, Device, Epoch, Found, Grant, Invite, OpenSpace};
    let space = match (&record.kind, place.scope) {
        (Found { .. } | Appoint { .. } | Device { .. } | Invite { .. }, Scope::Team) => None,
        (OpenSpace { .. } | Grant { .. } | Epoch { .. }, Scope::Space(space)) => Some(space),
        _ => return Err(Reason::WrongScope),
    };
    let whole = match &record.kind {
        Found { member_key, .. } => !member_key.is_empty(),
        Appoint {
            life, member_key, ..
        } => is_life(*life) && (is_in(*life) != member_key.is_empty()),
        Device { life, .. } | Grant { life, .. } => is_life(*life),
        Invite { .. } | OpenSpace { .. } | Epoch { .. } => true,
    };
    if !whole || place.number == 0 {
        return Err(Reason::Malformed);
    }
    Ok((
        space,
        Statement {
            place: *place,
            record,
        },
    ))
}

fn is_life(life: u64) -> bool {
    (1..=LAST_LIFE).contains(&life)
}

/// Odd lives are in, even ones out.
pub(super) fn is_in(life: u64) -> bool {
    life % 2 == 1
}
