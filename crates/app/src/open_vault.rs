//! A vault that is open: the store, this laptop's keys, and what the roster says.

use crate::error::Error;
use crate::keyring::Keyring;
use crate::random::random;
use nabij_domain::{Author, Id};
use nabij_keys::{DeviceKeys, MemberKeys, system_rng};
use nabij_protocol::id::{DeviceId, Incarnation, LogId, MemberId, SpaceId, TeamId};
use nabij_protocol::record::SpaceKind;
use nabij_protocol::roster::Roster;
use nabij_store::Store;
use std::fs::File;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// An open vault. Dropping it forgets the keys and lets go of the folder.
pub(crate) struct OpenVault {
    pub(crate) store: Store,
    pub(crate) device: DeviceKeys,
    pub(crate) member_keys: MemberKeys,
    /// This laptop's log in every scope.
    log: Mutex<LogId>,
    /// This run's name inside Automerge documents.
    actor: [u8; 16],
    standing: Mutex<TeamStanding>,
    _taken: File,
}

/// What this laptop knows of its team. Whoever holds the lock may write to the logs.
pub(crate) struct TeamStanding {
    /// The team, once founded or asked to join.
    pub(crate) team: Option<TeamId>,
    /// Who uses this laptop, in that team.
    pub(crate) me: Option<MemberId>,
    pub(crate) roster: Roster,
    pub(crate) keyring: Keyring,
}

const DEVICE: &str = "device";
const MEMBER_KEYS: &str = "member_keys";
const INCARNATION: &str = "incarnation";
const TEAM: &str = "team";
const MEMBER: &str = "member";

impl OpenVault {
    /// A vault that was made just now: makes this laptop's keys.
    pub(crate) fn first(store: Store, taken: File) -> Result<OpenVault, Error> {
        let mut rng = system_rng();
        let device = DeviceKeys::generate(&mut rng);
        let member_keys = MemberKeys::generate(&mut rng);
        let incarnation = random::<8>();
        store.keep_secrets(&[
            (DEVICE, &device.to_secret_bytes()),
            (MEMBER_KEYS, &member_keys.to_secret_bytes()),
            (INCARNATION, &incarnation),
        ])?;
        OpenVault::again(store, taken)
    }

    /// A vault that was made before.
    pub(crate) fn again(store: Store, taken: File) -> Result<OpenVault, Error> {
        let secret = |name| -> Result<_, Error> { store.secret(name)?.ok_or(Error::Damaged) };
        let device = DeviceKeys::from_secret_bytes(&secret(DEVICE)?)?;
        let member_keys = MemberKeys::from_secret_bytes(&secret(MEMBER_KEYS)?)?;
        let incarnation = array::<8>(&secret(INCARNATION)?)?;
        let log = LogId {
            device: device.id(),
            incarnation: Incarnation(u64::from_be_bytes(incarnation)),
        };
        store.set_device(&log.device)?;
        let (team, me) = match (optional(&store, TEAM)?, optional(&store, MEMBER)?) {
            (Some(team), Some(me)) => (Some(TeamId(team)), Some(MemberId(me))),
            _ => founded_here(&store, &log.device)?,
        };
        let mut standing = TeamStanding {
            team,
            me,
            roster: Roster::empty(team.unwrap_or(TeamId([0; 16]))),
            keyring: Keyring::default(),
        };
        standing.refresh(&store, &member_keys)?;
        Ok(OpenVault {
            store,
            device,
            member_keys,
            log: Mutex::new(log),
            actor: random(),
            standing: Mutex::new(standing),
            _taken: taken,
        })
    }

    /// Takes the right to write.
    pub(crate) fn standing(&self) -> MutexGuard<'_, TeamStanding> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// This laptop's log in every scope, in the present incarnation.
    pub(crate) fn log(&self) -> LogId {
        *self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is written from now on stands in new logs.
    pub(crate) fn begin_incarnation(&self) -> Result<(), Error> {
        let incarnation = random::<8>();
        self.store.keep_secrets(&[(INCARNATION, &incarnation)])?;
        let mut log = self.log.lock().unwrap_or_else(PoisonError::into_inner);
        log.incarnation = Incarnation(u64::from_be_bytes(incarnation));
        Ok(())
    }

    /// Notes the team and who uses this laptop in it.
    pub(crate) fn enter_team(
        &self,
        standing: &mut TeamStanding,
        team: TeamId,
        me: MemberId,
    ) -> Result<(), Error> {
        self.store
            .keep_secrets(&[(TEAM, &team.0), (MEMBER, &me.0)])?;
        standing.team = Some(team);
        standing.me = Some(me);
        standing.refresh(&self.store, &self.member_keys)
    }

    /// Forgets a team that was asked to join and will not take this laptop. Only while nothing of it is here.
    pub(crate) fn leave_team(&self, standing: &mut TeamStanding) -> Result<(), Error> {
        self.store.forget_secrets(&[TEAM, MEMBER])?;
        standing.team = None;
        standing.me = None;
        standing.refresh(&self.store, &self.member_keys)
    }

    /// The author of what is written now.
    pub(crate) fn author(&self, me: MemberId) -> Author {
        Author {
            actor: self.actor,
            member: Id(me.0),
        }
    }

    pub(crate) fn device_id(&self) -> DeviceId {
        self.log().device
    }
}

impl TeamStanding {
    /// Evaluates the roster anew and opens the epoch keys that are in it for this member.
    pub(crate) fn refresh(&mut self, store: &Store, keys: &MemberKeys) -> Result<(), Error> {
        let Some(team) = self.team else {
            self.roster = Roster::empty(TeamId([0; 16]));
            return Ok(());
        };
        let records = store.records()?;
        self.roster = Roster::evaluate(
            team,
            records
                .iter()
                .map(|(place, bytes)| (*place, bytes.as_slice())),
        );
        if let Some(me) = self.me {
            self.keyring.fill(store, &self.roster, team, me, keys)?;
        }
        Ok(())
    }

    /// The team and the member, if the roster has this member in it.
    pub(crate) fn membership(&self) -> Result<(TeamId, MemberId), Error> {
        match (self.team, self.me) {
            (Some(team), Some(me)) if self.roster.member(&me).is_some() => Ok((team, me)),
            _ => Err(Error::NotAMember),
        }
    }

    /// The space of this kind that the founder opened with the team.
    pub(crate) fn common_space(&self, kind: SpaceKind) -> Result<SpaceId, Error> {
        self.roster
            .spaces()
            .filter(|space| space.kind == kind)
            .min_by_key(|space| {
                let rank = self.roster.member(&space.opener).map(|member| member.rank);
                (std::cmp::Reverse(rank), space.id)
            })
            .map(|space| space.id)
            .ok_or(Error::NotAMember)
    }
}

/// The team whose founding is in the log while its name was not noted any more: cut off in between.
fn founded_here(
    store: &Store,
    device: &DeviceId,
) -> Result<(Option<TeamId>, Option<MemberId>), Error> {
    let Some(team) = store.team()? else {
        return Ok((None, None));
    };
    let records = store.records()?;
    let records = records
        .iter()
        .map(|(place, bytes)| (*place, bytes.as_slice()));
    let me = Roster::evaluate(team, records)
        .device(device)
        .map(|device| device.member);
    Ok((Some(team), me))
}

fn optional(store: &Store, name: &str) -> Result<Option<[u8; 16]>, Error> {
    store.secret(name)?.map(|bytes| array(&bytes)).transpose()
}

fn array<const N: usize>(bytes: &[u8]) -> Result<[u8; N], Error> {
    bytes.try_into().map_err(|_| Error::Damaged)
}
