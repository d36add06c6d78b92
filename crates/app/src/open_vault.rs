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
use parking_lot::{FairMutex, FairMutexGuard};
use std::fs::File;
use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

/// An open vault. Dropping it forgets the keys and lets go of the folder.
pub(crate) struct OpenVault {
    pub(crate) store: Store,
    pub(crate) device: DeviceKeys,
    pub(crate) member_keys: MemberKeys,
    /// This laptop's log in every scope.
    log: Mutex<LogId>,
    /// This run's name inside Automerge documents.
    actor: [u8; 16],
    /// Fair: while much comes in, page after page, a person who writes is next.
    standing: FairMutex<TeamStanding>,
    view: Arc<RwLock<Arc<TeamView>>>,
    _taken: File,
}

/// What this laptop knows of its team.
pub(crate) struct TeamView {
    /// The team, once founded or asked to join.
    pub(crate) team: Option<TeamId>,
    /// Who uses this laptop, in that team.
    pub(crate) me: Option<MemberId>,
    pub(crate) roster: Roster,
}

/// What this laptop knows of its team, and its keys. Whoever holds the lock may write to the logs.
pub(crate) struct TeamStanding {
    view: Arc<TeamView>,
    /// Where those look who only read.
    shown: Arc<RwLock<Arc<TeamView>>>,
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
        let view = Arc::new(TeamView::empty(team, me));
        let shown = Arc::new(RwLock::new(Arc::clone(&view)));
        let mut standing = TeamStanding {
            view,
            shown: Arc::clone(&shown),
            keyring: Keyring::default(),
        };
        standing.refresh(&store, &member_keys)?;
        Ok(OpenVault {
            store,
            device,
            member_keys,
            log: Mutex::new(log),
            actor: random(),
            standing: FairMutex::new(standing),
            view: shown,
            _taken: taken,
        })
    }

    /// Takes the right to write. Waits while a page is being taken in.
    pub(crate) fn standing(&self) -> FairMutexGuard<'_, TeamStanding> {
        self.standing.lock()
    }

    /// What is known of the team, for who only reads: waits for nobody.
    pub(crate) fn team_view(&self) -> Arc<TeamView> {
        let view = self.view.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&view)
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
        standing.belong(Some(team), Some(me));
        standing.refresh(&self.store, &self.member_keys)
    }

    /// Forgets a team that was asked to join and will not take this laptop. Only while nothing of it is here.
    pub(crate) fn leave_team(&self, standing: &mut TeamStanding) -> Result<(), Error> {
        self.store.forget_secrets(&[TEAM, MEMBER])?;
        standing.belong(None, None);
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
    /// Of this team, in which nothing is known yet. Seen by others at the next [`TeamStanding::refresh`].
    pub(crate) fn belong(&mut self, team: Option<TeamId>, me: Option<MemberId>) {
        self.view = Arc::new(TeamView::empty(team, me));
    }

    /// Evaluates the roster anew and opens the epoch keys that are in it for this member.
    pub(crate) fn refresh(&mut self, store: &Store, keys: &MemberKeys) -> Result<(), Error> {
        let (team, me) = (self.team, self.me);
        let mut view = TeamView::empty(team, me);
        if let Some(team) = team {
            let records = store.records()?;
            view.roster = Roster::evaluate(
                team,
                records
                    .iter()
                    .map(|(place, bytes)| (*place, bytes.as_slice())),
            );
            if let Some(me) = me {
                self.keyring.fill(store, &view.roster, team, me, keys)?;
            }
        }
        self.view = Arc::new(view);
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        *shown = Arc::clone(&self.view);
        Ok(())
    }
}

impl Deref for TeamStanding {
    type Target = TeamView;

    fn deref(&self) -> &TeamView {
        &self.view
    }
}

impl TeamView {
    fn empty(team: Option<TeamId>, me: Option<MemberId>) -> TeamView {
        TeamView {
            team,
            me,
            roster: Roster::empty(team.unwrap_or(TeamId([0; 16]))),
        }
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
