//! The team's records, rank by rank from the top.

use super::statement::{Statement, is_in};
use super::{DeviceState, Invitation, Life, Member, Reason, Roster, laptop};
use crate::entry::Place;
use crate::id::{InvitationId, MemberId, TeamId};
use crate::record::{DeviceCard, Rank, RecordKind};
use std::collections::BTreeMap;

/// What became of each record: its author, or why it does not count.
pub(super) type Verdicts = BTreeMap<Place, Result<MemberId, Reason>>;

/// From the top.
const RANKS: [Rank; 4] = [Rank::Root, Rank::Owner, Rank::Admin, Rank::Coach];

pub(super) fn evaluate(roster: &mut Roster, statements: Vec<Statement>) {
    let mut verdicts = Verdicts::new();
    found(roster, &statements, &mut verdicts);
    // Which rank settled a life, so that a lower one cannot settle it otherwise.
    let mut settled = BTreeMap::new();
    let mut used = BTreeMap::new();
    for rank in RANKS {
        laptop::evaluate(roster, rank, &statements, &mut verdicts);
        for statement in &statements {
            if verdicts.contains_key(&statement.place) {
                continue;
            }
            if let Ok((author, author_rank)) = standing(roster, statement)
                && author_rank == rank
            {
                let decision = Decision {
                    author,
                    rank,
                    statement,
                };
                let verdict = decision.judge(roster, &mut settled, &mut used);
                verdicts.insert(statement.place, verdict.map(|()| author));
            }
        }
    }
    for (id, member) in used {
        if let Some(invitation) = roster.invitations.get_mut(&id) {
            invitation.used = Some(member);
        }
    }
    for (id, state) in &mut roster.members {
        state.now = state
            .lives
            .last_key_value()
            .filter(|(life, _)| **life > state.removals.last_life())
            .map(|(life, of)| Member {
                id: *id,
                rank: of.rank,
                life: *life,
                key: of.key.clone(),
            });
    }
    for statement in &statements {
        let verdict = verdicts.remove(&statement.place).unwrap_or_else(|| {
            Err(standing(roster, statement)
                .err()
                .unwrap_or(Reason::NotAllowed))
        });
        roster.note(statement.place, verdict);
    }
}

impl Roster {
    /// Notes what became of a record.
    pub(super) fn note(&mut self, place: Place, verdict: Result<MemberId, Reason>) {
        match verdict {
            Ok(author) => {
                self.authors.insert(place, author);
            }
            Err(reason) => self.quarantined.push((place, reason)),
        }
    }

    /// The highest rank that a member ever had, as far as judged.
    pub(super) fn highest_rank(&self, member: &MemberId) -> Option<Rank> {
        self.members
            .get(member)?
            .lives
            .values()
            .map(|life| life.rank)
            .max()
    }
}

/// Whose a record is and with which rank it speaks; does not say whether that rank suffices.
pub(super) fn standing(roster: &Roster, statement: &Statement) -> Result<(MemberId, Rank), Reason> {
    let device = roster
        .devices
        .get(&statement.device())
        .filter(|device| device.life > 0);
    let device = device.ok_or(Reason::UnknownDevice)?;
    let member = roster.members.get(&device.member).ok_or(Reason::NotIn)?;
    let life = member.lives.get(&statement.life()).ok_or(Reason::NotIn)?;
    if !member
        .removals
        .all_after_allow(statement.life(), &statement.place)
        || (device.is_out() && !device.removals.last_allows(&statement.place))
    {
        return Err(Reason::BeyondCut);
    }
    Ok((device.member, life.rank))
}

/// Takes the founding record. The team's id binds salt, founder and laptop, so only that laptop could
/// state a second one; the first by place holds.
fn found(roster: &mut Roster, statements: &[Statement], verdicts: &mut Verdicts) {
    for statement in statements {
        let RecordKind::Found {
            salt,
            member,
            member_key,
            device,
        } = &statement.record.kind
        else {
            continue;
        };
        let fits = TeamId::founded(salt, member, &device.signing) == roster.team
            && device.id() == statement.device()
            && statement.life() == 1;
        let verdict = match (fits, roster.founded) {
            (false, _) => Err(Reason::NotAllowed),
            (true, true) => Err(Reason::Superseded),
            (true, false) => {
                roster.founded = true;
                let root = roster.members.entry(*member).or_default();
                root.lives.insert(
                    1,
                    Life {
                        rank: Rank::Root,
                        key: member_key.clone(),
                    },
                );
                roster.give(*member, device, 1);
                Ok(*member)
            }
        };
        verdicts.insert(statement.place, verdict);
    }
}

impl Roster {
    /// Notes that a member has a laptop in a life. Of one life the first statement holds.
    pub(super) fn give(&mut self, member: MemberId, card: &DeviceCard, life: u64) {
        let state = self
            .devices
            .entry(card.id())
            .or_insert_with(|| DeviceState {
                member,
                card: *card,
                life: 0,
                removals: Default::default(),
            });
        if state.life == 0 {
            self.introductions.push(card.id());
        }
        if life > state.life {
            state.life = life;
            state.card = *card;
        }
    }
}

/// One record by somebody who speaks with the rank that is being judged.
struct Decision<'a> {
    author: MemberId,
    rank: Rank,
    statement: &'a Statement,
}

impl Decision<'_> {
    fn judge(
        &self,
        roster: &mut Roster,
        settled: &mut BTreeMap<(MemberId, u64), Rank>,
        used: &mut BTreeMap<InvitationId, MemberId>,
    ) -> Result<(), Reason> {
        match &self.statement.record.kind {
            RecordKind::Appoint {
                member,
                rank,
                life,
                member_key,
                cuts,
                invitation,
            } => {
                let state = roster.members.entry(*member).or_default();
                let above = state
                    .lives
                    .range(..*life)
                    .all(|(_, held)| held.rank < self.rank);
                if *rank >= self.rank || !above {
                    return Err(Reason::NotAllowed);
                }
                if !is_in(*life) {
                    state.removals.add(*life, cuts);
                    return Ok(());
                }
                let by = settled.entry((*member, *life)).or_insert(self.rank);
                let given = state.lives.get(life).map(|held| held.rank);
                if *by == self.rank && given.is_none_or(|given| *rank > given) {
                    state.lives.insert(
                        *life,
                        Life {
                            rank: *rank,
                            key: member_key.clone(),
                        },
                    );
                }
                if let Some(invitation) = invitation {
                    used.entry(*invitation).or_insert(*member);
                }
                Ok(())
            }
            RecordKind::Device {
                member,
                device,
                life,
                cuts,
            } => {
                if roster
                    .highest_rank(member)
                    .is_some_and(|held| held >= self.rank)
                {
                    return Err(Reason::NotAllowed);
                }
                let held = roster.devices.get(&device.id());
                if held.is_some_and(|held| held.member != *member) {
                    return Err(Reason::OtherMember);
                }
                if is_in(*life) {
                    roster.give(*member, device, *life);
                } else {
                    // Also of a laptop that is not known yet: a lower rank may have given it.
                    let fresh = || DeviceState {
                        member: *member,
                        card: *device,
                        life: 0,
                        removals: Default::default(),
                    };
                    let state = roster.devices.entry(device.id()).or_insert_with(fresh);
                    state.removals.add(*life, cuts);
                }
                Ok(())
            }
            RecordKind::Invite {
                invitation,
                rank,
                expires,
            } => {
                if self.rank < Rank::Admin || *rank >= self.rank {
                    return Err(Reason::NotAllowed);
                }
                if roster.invitations.contains_key(invitation) {
                    return Err(Reason::Superseded);
                }
                let (rank, expires, by) = (*rank, *expires, self.author);
                roster.invitations.insert(
                    *invitation,
                    Invitation {
                        rank,
                        expires,
                        by,
                        used: None,
                    },
                );
                Ok(())
            }
            _ => Err(Reason::WrongScope),
        }
    }
}
