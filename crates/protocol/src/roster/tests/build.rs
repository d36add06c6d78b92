//! Small histories for the roster's tests. Signatures are not the roster's matter, so there are none.

use super::*;
use crate::entry::encode;
use crate::id::{Incarnation, LogId, NoisePublic, SigningPublic};
use crate::record::{Cut, Envelope};

pub const ROOT: u8 = 1;
pub const FATIMA: u8 = 2;
pub const BRAM: u8 = 3;
pub const NOOR: u8 = 4;
pub const SAM: u8 = 5;

const SALT: [u8; 16] = [7; 16];

pub fn who(n: u8) -> MemberId {
    MemberId([n; 16])
}

pub fn card(n: u8) -> DeviceCard {
    DeviceCard {
        signing: SigningPublic([n; 32]),
        noise: NoisePublic([n; 32]),
    }
}

pub fn log(n: u8) -> LogId {
    LogId {
        device: card(n).id(),
        incarnation: Incarnation(1),
    }
}

pub fn team() -> TeamId {
    TeamId::founded(&SALT, &who(ROOT), &card(ROOT).signing)
}

pub fn place(n: u8, number: u64) -> Place {
    Place {
        team: team(),
        scope: Scope::Team,
        log: log(n),
        number,
    }
}

pub fn found(n: u8) -> RecordKind {
    RecordKind::Found {
        salt: SALT,
        member: who(n),
        member_key: vec![n],
        device: card(n),
    }
}

pub fn appoint(n: u8, rank: Rank, life: u64) -> RecordKind {
    appoint_by(n, rank, life, None)
}

pub fn appoint_by(n: u8, rank: Rank, life: u64, invitation: Option<InvitationId>) -> RecordKind {
    let (member, member_key) = (who(n), vec![n, life as u8]);
    RecordKind::Appoint {
        member,
        rank,
        life,
        member_key,
        cuts: vec![],
        invitation,
    }
}

pub fn remove(n: u8, life: u64, cuts: Vec<Cut>) -> RecordKind {
    let (member, rank, member_key) = (who(n), Rank::Coach, vec![]);
    RecordKind::Appoint {
        member,
        rank,
        life,
        member_key,
        cuts,
        invitation: None,
    }
}

pub fn device(n: u8, laptop: u8, life: u64) -> RecordKind {
    undevice(n, laptop, life, vec![])
}

pub fn undevice(n: u8, laptop: u8, life: u64, cuts: Vec<Cut>) -> RecordKind {
    RecordKind::Device {
        member: who(n),
        device: card(laptop),
        life,
        cuts,
    }
}

pub fn invite(n: u8, rank: Rank) -> RecordKind {
    RecordKind::Invite {
        invitation: InvitationId([n; 32]),
        rank,
        expires: Millis(1),
    }
}

pub fn grant(n: u8, life: u64) -> RecordKind {
    ungrant(n, life, vec![])
}

pub fn ungrant(n: u8, life: u64, cuts: Vec<Cut>) -> RecordKind {
    RecordKind::Grant {
        member: who(n),
        life,
        cuts,
    }
}

pub fn id_of(n: u8) -> EpochId {
    EpochId([n; 16])
}

pub fn epoch(n: u8, generation: u64, parents: &[u8], to: &[u8]) -> RecordKind {
    let parent = |n: &u8| ParentEpoch {
        epoch: id_of(*n),
        nonce: [0; 24],
        sealed: vec![*n],
    };
    let envelope = |n: &u8| Envelope {
        member: who(*n),
        sealed: vec![*n],
    };
    RecordKind::Epoch {
        epoch: id_of(n),
        generation,
        parents: parents.iter().map(parent).collect(),
        envelopes: to.iter().map(envelope).collect(),
    }
}

pub fn sorted(mut list: impl AsMut<[(Place, Reason)]>) -> Vec<(Place, Reason)> {
    list.as_mut().sort();
    list.as_mut().to_vec()
}

pub fn ranks(roster: &Roster) -> Vec<(u8, Rank)> {
    roster
        .members()
        .map(|member| (member.id.0[0], member.rank))
        .collect()
}

/// Records as they came to be, each laptop writing one log in each scope.
#[derive(Debug, Clone, Default)]
pub struct History {
    pub records: Vec<(Place, Vec<u8>)>,
    last: BTreeMap<(Scope, u8), u64>,
}

impl History {
    pub fn new() -> History {
        History::default()
    }

    pub fn founded() -> History {
        let mut history = History::new();
        history.say(ROOT, 1, found(ROOT));
        history
    }

    /// What laptop `n` states about the team, in that life of its member.
    pub fn say(&mut self, n: u8, life: u64, kind: RecordKind) -> Place {
        self.raw(n, Scope::Team, encode(&Record { life, kind }))
    }

    /// What laptop `n` states about a space, in its member's first life.
    pub fn say_in(&mut self, space: SpaceId, n: u8, kind: RecordKind) -> Place {
        self.raw(n, Scope::Space(space), encode(&Record { life: 1, kind }))
    }

    pub fn raw(&mut self, n: u8, scope: Scope, bytes: Vec<u8>) -> Place {
        let number = self.last.entry((scope, n)).or_insert(0);
        *number += 1;
        let place = Place {
            scope,
            ..place(n, *number)
        };
        self.records.push((place, bytes));
        place
    }

    /// `by` takes `n` in, with the laptop of that number.
    pub fn join(&mut self, by: u8, n: u8, rank: Rank) {
        self.say(by, 1, appoint(n, rank, 1));
        self.say(by, 1, device(n, n, 1));
    }

    pub fn open(&mut self, n: u8, kind: SpaceKind) -> SpaceId {
        let salt = [kind as u8; 16];
        let space = SpaceId::opened(&team(), &card(n).id(), &salt);
        self.say_in(space, n, RecordKind::OpenSpace { salt, kind });
        space
    }

    /// Cuts at everything that laptop `n` has written so far.
    pub fn cuts_of(&self, n: u8) -> Vec<Cut> {
        let own = self.last.iter().filter(|((_, laptop), _)| *laptop == n);
        own.map(|((scope, _), number)| Cut {
            scope: *scope,
            log: log(n),
            number: *number,
        })
        .collect()
    }

    pub fn roster(&self) -> Roster {
        evaluate(&self.records)
    }
}

pub fn evaluate(records: &[(Place, Vec<u8>)]) -> Roster {
    Roster::evaluate(
        team(),
        records
            .iter()
            .map(|(place, bytes)| (*place, bytes.as_slice())),
    )
}
