//! Laptops that members give themselves or take away from themselves.
//!
//! Taking away stands whether or not the laptop that says so was itself taken away by a sibling: whoever
//! holds two laptops of one member apart cannot tell which is the thief's, so both go. Giving counts only
//! within those removals. Judged in that order, neither can undo the other.

use super::cuts::Removals;
use super::statement::{is_in, Statement};
use super::team::Verdicts;
use super::{Reason, Roster};
use crate::entry::Place;
use crate::id::{DeviceId, MemberId};
use crate::record::{DeviceCard, Rank, RecordKind};
use std::collections::{BTreeMap, BTreeSet};

/// One statement of a member about an own laptop.
struct Own<'a> {
    place: Place,
    by: DeviceId,
    card: &'a DeviceCard,
    life: u64,
    statement: &'a Statement,
}

/// Judges the statements of members whose highest rank is `rank` about their own laptops.
pub(super) fn evaluate(
    roster: &mut Roster,
    rank: Rank,
    statements: &[Statement],
    verdicts: &mut Verdicts,
) {
    let mut by_member: BTreeMap<MemberId, Vec<Own<'_>>> = BTreeMap::new();
    for statement in statements {
        let RecordKind::Device { member, device, life, .. } = &statement.record.kind else {
            continue;
        };
        let lives = roster.members.get(member).map(|state| &state.lives);
        let speaks = lives.and_then(|lives| lives.get(&statement.life()));
        if speaks.is_some_and(|life| life.rank == rank)
            && roster.highest_rank(member) == Some(rank)
        {
            by_member.entry(*member).or_default().push(Own {
                place: statement.place,
                by: statement.device(),
                card: device,
                life: *life,
                statement,
            });
        }
    }
    for (member, own) in by_member {
        judge(roster, member, &own, verdicts);
    }
}

fn judge(roster: &mut Roster, member: MemberId, own: &[Own<'_>], verdicts: &mut Verdicts) {
    let uncut: Vec<&Own<'_>> = own.iter().filter(|own| within_higher(roster, member, own)).collect();
    let possible = possible(roster, member, &uncut);
    let mut removals: BTreeMap<DeviceId, Removals> = BTreeMap::new();
    for own in uncut.iter().filter(|own| !is_in(own.life) && possible.contains(&own.by)) {
        let subject = own.card.id();
        let verdict = if !is_free(roster, member, &subject) {
            Err(Reason::OtherMember)
        } else if !possible.contains(&subject) {
            Err(Reason::UnknownDevice)
        } else {
            if let RecordKind::Device { cuts, .. } = &own.statement.record.kind {
                removals.entry(subject).or_default().add(own.life, cuts);
            }
            Ok(member)
        };
        verdicts.insert(own.place, verdict);
    }
    let mut open: Vec<&Own<'_>> = uncut.into_iter().filter(|own| is_in(own.life)).collect();
    // Each round can only add what the next one rests on, so the end does not depend on the order.
    loop {
        let before = open.len();
        open.retain(|own| {
            if !speaks(roster, member, own, &removals) {
                return true;
            }
            let free = is_free(roster, member, &own.card.id());
            if free {
                roster.give(member, own.card, own.life);
            }
            verdicts.insert(own.place, if free { Ok(member) } else { Err(Reason::OtherMember) });
            false
        });
        if open.len() == before {
            break;
        }
    }
    for own in open.into_iter().filter(|own| possible.contains(&own.by)) {
        verdicts.insert(own.place, Err(Reason::BeyondCut));
    }
    for (device, removals) in removals {
        if let Some(state) = roster.devices.get_mut(&device) {
            state.removals.merge(&removals);
        }
    }
}

/// Whether what higher ranks have removed leaves this statement standing.
fn within_higher(roster: &Roster, member: MemberId, own: &Own<'_>) -> bool {
    let life = own.statement.life();
    let member = roster.members.get(&member);
    let device = roster.devices.get(&own.by);
    member.is_some_and(|state| state.removals.all_after_allow(life, &own.place))
        && device.is_none_or(|state| !state.is_out() || state.removals.last_allows(&own.place))
}

/// Whether a laptop is nobody's or the member's.
fn is_free(roster: &Roster, member: MemberId, device: &DeviceId) -> bool {
    roster.devices.get(device).is_none_or(|state| state.member == member)
}

/// All laptops that the member could have given themselves if they had never taken one away.
fn possible(roster: &Roster, member: MemberId, own: &[&Own<'_>]) -> BTreeSet<DeviceId> {
    let given = roster.devices.iter().filter(|(_, d)| d.member == member && d.life > 0);
    let mut possible: BTreeSet<DeviceId> = given.map(|(id, _)| *id).collect();
    loop {
        let before = possible.len();
        for own in own.iter().filter(|own| is_in(own.life)) {
            let subject = own.card.id();
            if possible.contains(&own.by) && is_free(roster, member, &subject) {
                possible.insert(subject);
            }
        }
        if possible.len() == before {
            return possible;
        }
    }
}

/// Whether the laptop that makes this statement counts at that place.
fn speaks(
    roster: &Roster,
    member: MemberId,
    own: &Own<'_>,
    removals: &BTreeMap<DeviceId, Removals>,
) -> bool {
    let Some(state) = roster.devices.get(&own.by) else { return false };
    let removed = removals.get(&own.by);
    let allowed =
        removed.is_none_or(|r| r.last_life() < state.life || r.last_allows(&own.place));
    state.member == member && state.life > 0 && allowed
}
