//! Who is in the team, with which laptops, and who holds which space: a pure function of the SET of
//! records, whatever their order and however often each comes. Hub and laptop evaluate the same.
//!
//! **Ranks.** The team's records are judged rank by rank from the top. A record may decide only about
//! strictly lower ranks, so when a rank is judged, everything that can touch it is final; what a rank
//! writes never changes a rank above it, and two admins who put each other out achieve nothing.
//! **Lives.** Of each subject the highest life that counts wins: odd is in, even is out. A removal thus
//! beats a concurrent admission of the same life, and coming back needs a new life.
//! **Cuts.** A removal names the last entries that still count; later ones, and logs that it does not
//! name, count for nothing. A record says in which life it was written and is cut by every later
//! removal; a change does not, so it is cut only as long as its author is out.
//! **Laptops.** Given by a rank strictly above every rank that the member ever had, or by the member
//! from a laptop that already counts. So whoever promotes somebody states that person's laptops again.
//! When two laptops of one member take each other away, both are out.
//! **Spaces.** Each on its own, after the team: opened by a member, passed on by holders, taken away by
//! who opened it or a strictly higher rank.
//!
//! What does not count is quarantined with a [`Reason`], never dropped.

mod cuts;
mod laptop;
mod space;
mod statement;
mod team;
#[cfg(test)]
mod tests;

use crate::entry::{Content, Place, Run};
use crate::id::{DeviceId, EpochId, InvitationId, MemberId, Millis, Scope, SpaceId, TeamId};
use crate::record::{DeviceCard, ParentEpoch, Rank, Record, RecordKind, SpaceKind};
use cuts::Removals;
use std::collections::{BTreeMap, BTreeSet};

/// A colleague who is in the team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: MemberId,
    /// How much they may decide about others.
    pub rank: Rank,
    /// The life that they are in: what their records have to name.
    pub life: u64,
    /// Their member key (X-Wing public key).
    pub key: Vec<u8>,
}

/// A laptop that may speak for a colleague.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Device {
    /// Its public keys.
    pub card: DeviceCard,
    /// Whose it is.
    pub member: MemberId,
    /// Its life.
    pub life: u64,
}

/// An invitation by somebody who may still invite.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Invitation {
    /// The rank that it offers.
    pub rank: Rank,
    /// Until when; judged by the hub's clock.
    pub expires: Millis,
    /// Who made it.
    pub by: MemberId,
    /// Who came in with it.
    pub used: Option<MemberId>,
}

/// A space as its records make it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Space {
    /// Which.
    pub id: SpaceId,
    /// What it is for.
    pub kind: SpaceKind,
    /// Who opened it.
    pub opener: MemberId,
    /// Who holds it now: granted, and in the team.
    pub holders: BTreeSet<MemberId>,
    /// Its epoch keys, sealed.
    pub epochs: BTreeMap<EpochId, Epoch>,
    /// The life of everybody's grant: odd is held, even is not. The opener begins with life 1.
    pub granted: BTreeMap<MemberId, u64>,
    /// What removals from this space still let count.
    removals: BTreeMap<MemberId, Removals>,
}

/// One epoch key of a space, sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Epoch {
    /// One more than the highest among its parents.
    pub generation: u64,
    /// Earlier keys, sealed under this one.
    pub parents: Vec<ParentEpoch>,
    /// This key, sealed for members: everything that was ever offered to each.
    pub envelopes: BTreeMap<MemberId, Vec<Vec<u8>>>,
    /// Who made it.
    pub by: MemberId,
}

impl Space {
    /// The key to write under: of the highest generation, then id, among those that no member who does
    /// not hold the space now has received. None: a holder has to make a new one before writing.
    pub fn winning_epoch(&self) -> Option<EpochId> {
        self.epochs
            .iter()
            .filter(|(_, epoch)| {
                epoch
                    .envelopes
                    .keys()
                    .all(|member| self.holders.contains(member))
            })
            .max_by_key(|(id, epoch)| (epoch.generation, **id))
            .map(|(id, _)| *id)
    }
}

/// Why a record does not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Reason {
    /// Not a record that this version can read.
    Unreadable,
    /// Of another team.
    OtherTeam,
    /// Two different records claim this number in the log, or a smaller one.
    Fork,
    /// In a scope where such a record does not belong.
    WrongScope,
    /// By a laptop that nobody gave to anybody.
    UnknownDevice,
    /// By a member who was not in, in the life that it names.
    NotIn,
    /// After the cut of a removal.
    BeyondCut,
    /// The author may not decide this.
    NotAllowed,
    /// The life is zero or beyond what is allowed, or a key is missing.
    Malformed,
    /// The laptop belongs to somebody else.
    OtherMember,
    /// The space was never opened.
    NoSpace,
    /// The author did not hold the space.
    NotHolder,
    /// About somebody who never was in the team.
    NoMember,
    /// The generation of an epoch key does not follow from its parents.
    Generation,
    /// Another record has already stated this once and for all.
    Superseded,
}

/// The evaluated records of one team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Roster {
    team: TeamId,
    founded: bool,
    members: BTreeMap<MemberId, MemberState>,
    devices: BTreeMap<DeviceId, DeviceState>,
    introductions: Vec<DeviceId>,
    invitations: BTreeMap<InvitationId, Invitation>,
    spaces: BTreeMap<SpaceId, Space>,
    /// Authors of the records that count.
    authors: BTreeMap<Place, MemberId>,
    quarantined: Vec<(Place, Reason)>,
}

/// Everything valid that was stated about a member.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct MemberState {
    /// The odd lives.
    lives: BTreeMap<u64, Life>,
    /// The even ones.
    removals: Removals,
    /// The winner, if it is a life.
    now: Option<Member>,
}

/// One life of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Life {
    rank: Rank,
    key: Vec<u8>,
}

/// Everything valid that was stated about a laptop.
#[derive(Debug, Clone, PartialEq, Eq)]
struct DeviceState {
    member: MemberId,
    /// The card of the highest odd life.
    card: DeviceCard,
    /// The highest odd life; zero if it was only ever taken away.
    life: u64,
    removals: Removals,
}

impl DeviceState {
    /// Whether it is taken away.
    fn is_out(&self) -> bool {
        self.removals.last_life() > self.life
    }
}

impl Roster {
    /// The roster of a team of which nothing is known yet.
    pub fn empty(team: TeamId) -> Roster {
        Roster {
            team,
            founded: false,
            members: BTreeMap::new(),
            devices: BTreeMap::new(),
            introductions: Vec::new(),
            invitations: BTreeMap::new(),
            spaces: BTreeMap::new(),
            authors: BTreeMap::new(),
            quarantined: Vec::new(),
        }
    }

    /// Evaluates records. Their order and duplicates do not matter. Each must have been checked where it
    /// came in: chain, signature, key of the log's device ([`Run::check`]).
    ///
    /// To judge a page, evaluate with ALL its records, then look which of them are quarantined: one may
    /// rest on another that stands in a later run.
    pub fn evaluate<'a>(
        team: TeamId,
        records: impl IntoIterator<Item = (Place, &'a [u8])>,
    ) -> Roster {
        let mut roster = Roster::empty(team);
        let sorted = statement::sort(team, records, &mut roster.quarantined);
        team::evaluate(&mut roster, sorted.team);
        for (id, statements) in sorted.spaces {
            space::evaluate(&mut roster, id, statements);
        }
        roster.quarantined.sort_unstable();
        roster.quarantined.dedup();
        roster
    }

    /// The team.
    pub fn team(&self) -> TeamId {
        self.team
    }

    /// Whether a valid founding record is there.
    pub fn founded(&self) -> bool {
        self.founded
    }

    /// A colleague, if in the team now.
    pub fn member(&self, id: &MemberId) -> Option<&Member> {
        self.members.get(id)?.now.as_ref()
    }

    /// Everybody who is in the team now.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        self.members.values().filter_map(|state| state.now.as_ref())
    }

    /// Whether somebody is or ever was in the team.
    pub fn was_member(&self, id: &MemberId) -> bool {
        self.members
            .get(id)
            .is_some_and(|state| !state.lives.is_empty())
    }

    /// A laptop that may speak now: not taken away, and its member is in.
    pub fn device(&self, id: &DeviceId) -> Option<Device> {
        let state = self.devices.get(id)?;
        self.member(&state.member)?;
        (state.life > 0 && !state.is_out()).then_some(Device {
            card: state.card,
            member: state.member,
            life: state.life,
        })
    }

    /// All laptops that may speak for a member now.
    pub fn devices_of(&self, member: &MemberId) -> impl Iterator<Item = Device> {
        let member = *member;
        self.devices
            .keys()
            .filter_map(|id| self.device(id))
            .filter(move |d| d.member == member)
    }

    /// The keys of a laptop that was ever validly given to somebody, to check old logs with.
    pub fn known_device(&self, id: &DeviceId) -> Option<&DeviceCard> {
        self.devices.get(id).map(|state| &state.card)
    }

    /// All laptops ever given, each after the one whose log introduced it: the order for
    /// [`crate::session::Session::set_order`].
    pub fn introductions(&self) -> &[DeviceId] {
        &self.introductions
    }

    /// Whose entry stands at this place, if it counts: a record that is not quarantined, or a change by
    /// somebody who may have written it, within all cuts.
    pub fn author(&self, place: &Place) -> Option<MemberId> {
        if place.team != self.team {
            return None;
        }
        let Scope::Changes(space) = place.scope else {
            return self.authors.get(place).copied();
        };
        let device = self.devices.get(&place.log.device)?;
        let member = self.members.get(&device.member)?;
        let space = self.spaces.get(&space)?;
        let granted = space.granted.get(&device.member)?;
        let out_of_team = member.now.is_none() && !member.removals.last_allows(place);
        let out_of_space = granted % 2 == 0
            && !space
                .removals
                .get(&device.member)
                .is_some_and(|r| r.last_allows(place));
        let taken_away = device.is_out() && !device.removals.last_allows(place);
        let never_in = member.lives.is_empty() || device.life == 0;
        (!(out_of_team || out_of_space || taken_away || never_in)).then_some(device.member)
    }

    /// Whether the entry at this place counts.
    pub fn counts(&self, place: &Place) -> bool {
        self.author(place).is_some()
    }

    /// An invitation, as long as whoever made it may still invite for its rank.
    pub fn invitation(&self, id: &InvitationId) -> Option<&Invitation> {
        let invitation = self.invitations.get(id)?;
        let by = self.member(&invitation.by)?;
        (by.rank >= Rank::Admin && by.rank > invitation.rank).then_some(invitation)
    }

    /// A space.
    pub fn space(&self, id: &SpaceId) -> Option<&Space> {
        self.spaces.get(id)
    }

    /// All spaces.
    pub fn spaces(&self) -> impl Iterator<Item = &Space> {
        self.spaces.values()
    }

    /// What a member may have: the team's records, records and changes of the spaces that they hold, and
    /// for owners and the root the records of all spaces. Nothing for who is not in.
    pub fn scopes_of(&self, member: &MemberId) -> BTreeSet<Scope> {
        let Some(member) = self.member(member) else {
            return BTreeSet::new();
        };
        let mut scopes = BTreeSet::from([Scope::Team]);
        for space in self.spaces.values() {
            let holds = space.holders.contains(&member.id);
            if holds || member.rank >= Rank::Owner {
                scopes.insert(Scope::Space(space.id));
            }
            if holds {
                scopes.insert(Scope::Changes(space.id));
            }
        }
        scopes
    }

    /// Records that do not count, and why, by place.
    pub fn quarantined(&self) -> &[(Place, Reason)] {
        &self.quarantined
    }

    /// Whether a member may invite and admit others.
    pub fn may_invite(&self, member: &MemberId) -> bool {
        self.member(member)
            .is_some_and(|member| member.rank >= Rank::Admin)
    }
}

/// The founder's laptop, from a run of the team's records that begins with the founding of `team`.
/// The run itself has still to be checked with the card's key.
pub fn founder_of(team: &TeamId, run: &Run) -> Option<DeviceCard> {
    if run.scope != Scope::Team || run.after != 0 {
        return None;
    }
    let Content::Record(bytes) = run.contents.first()? else {
        return None;
    };
    let record: Record = crate::entry::decode("record", bytes).ok()?;
    let RecordKind::Found {
        salt,
        member,
        device,
        ..
    } = record.kind
    else {
        return None;
    };
    let founded = TeamId::founded(&salt, &member, &device.signing);
    (founded == *team && device.id() == run.log.device).then_some(device)
}
