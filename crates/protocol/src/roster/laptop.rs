//! Laptops that members give themselves or take away from themselves.
//!
//! Taking away stands whether or not the laptop that says so was itself taken away by a sibling: whoever
//! holds two laptops of one member apart cannot tell which is the thief's, so both go. Giving counts only
//! within those removals. Judged in that order, neither can undo the other. A removal that would cut away
//! what brought in its own author is void.

use super::cuts::Removals;
use super::statement::{Statement, is_in};
use super::team::Verdicts;
use super::{Reason, Roster};
use crate::entry::Place;
use crate::id::{DeviceId, MemberId};
use crate::record::{DeviceCard, Rank, RecordKind};
use std::collections::BTreeMap;

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
        let RecordKind::Device {
            member,
            device,
            life,
            ..
        } = &statement.record.kind
        else {
            continue;
        };
        let lives = roster.members.get(member).map(|state| &state.lives);
        let speaks = lives.and_then(|lives| lives.get(&statement.life()));
        if !verdicts.contains_key(&statement.place)
            && speaks.is_some_and(|life| life.rank == rank)
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
    let uncut: Vec<&Own<'_>> = own
        .iter()
        .filter(|own| within_higher(roster, member, own))
        .collect();
    let possible = given(roster, member, &uncut, &BTreeMap::new());
    let speaks = |own: &Own<'_>| possible.lives.contains_key(&own.by);
    let mut all: BTreeMap<DeviceId, Removals> = BTreeMap::new();
    for own in uncut.iter().filter(|own| !is_in(own.life) && speaks(own)) {
        let RecordKind::Device { cuts, .. } = &own.statement.record.kind else {
            continue;
        };
        let subject = own.card.id();
        let mut alone = BTreeMap::from([(subject, Removals::default())]);
        alone.entry(subject).or_default().add(own.life, cuts);
        let verdict = if !is_free(roster, member, &subject) {
            Err(Reason::OtherMember)
        } else if !possible.lives.contains_key(&subject) {
            Err(Reason::UnknownDevice)
        } else if !given(roster, member, &uncut, &alone)
            .lives
            .contains_key(&own.by)
        {
            // It would cut away the very statement that brought in the laptop that makes it.
            Err(Reason::NotAllowed)
        } else {
            all.entry(subject).or_default().add(own.life, cuts);
            Ok(member)
        };
        verdicts.insert(own.place, verdict);
    }
    let given = given(roster, member, &uncut, &all);
    for own in uncut.iter().filter(|own| is_in(own.life) && speaks(own)) {
        let free = is_free(roster, member, &own.card.id());
        let reason = if free {
            Reason::BeyondCut
        } else {
            Reason::OtherMember
        };
        verdicts.insert(own.place, Err(reason));
    }
    for own in given.statements {
        roster.give(member, own.card, own.life);
        verdicts.insert(own.place, Ok(member));
    }
    for (device, removals) in all {
        if let Some(state) = roster.devices.get_mut(&device) {
            state.removals.merge(&removals);
        }
    }
}

/// What a member's laptops come to under certain removals.
struct Given<'a> {
    /// The highest odd life of each laptop.
    lives: BTreeMap<DeviceId, u64>,
    /// The statements that gave them, each after what it rests on.
    statements: Vec<&'a Own<'a>>,
}

/// Follows who gave which laptop, within `removals`. Each round can only add what the next one rests on,
/// so the end does not depend on the order.
fn given<'a>(
    roster: &Roster,
    member: MemberId,
    own: &[&'a Own<'a>],
    removals: &BTreeMap<DeviceId, Removals>,
) -> Given<'a> {
    let held = roster
        .devices
        .iter()
        .filter(|(_, d)| d.member == member && d.life > 0);
    let mut lives: BTreeMap<DeviceId, u64> = held.map(|(id, d)| (*id, d.life)).collect();
    let mut statements = Vec::new();
    let mut open: Vec<&Own<'_>> = own.iter().copied().filter(|own| is_in(own.life)).collect();
    loop {
        let before = open.len();
        open.retain(|own| {
            let speaks = lives.get(&own.by).is_some_and(|life| {
                let removed = removals.get(&own.by);
                removed.is_none_or(|r| r.last_life() < *life || r.last_allows(&own.place))
            });
            let subject = own.card.id();
            let counts = speaks && is_free(roster, member, &subject);
            if counts {
                let life = lives.entry(subject).or_insert(own.life);
                *life = (*life).max(own.life);
                statements.push(*own);
            }
            !counts
        });
        if open.len() == before {
            return Given { lives, statements };
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
    roster
        .devices
        .get(device)
        .is_none_or(|state| state.member == member)
}
