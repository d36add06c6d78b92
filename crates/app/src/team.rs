//! Founding, joining and inviting; who is in the team.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::{OpenVault, TeamStanding};
use crate::random::random;
use crate::spaces::{grant, open_space};
use crate::write::{Write, new_id, write};
use nabij_domain::colleague::{self, NewColleague};
use nabij_domain::team::{self, NewTeam};
use nabij_domain::{Id, Personal};
use nabij_keys::{InvitationSecret, ask_to_join, system_rng};
use nabij_protocol::entry::{decode, encode};
use nabij_protocol::id::{MemberId, Millis, TeamId};
use nabij_protocol::join::JoinRequest;
use nabij_protocol::record::{Rank, RecordKind, SpaceKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a colleague does, in the words of the field. Gives no right: spaces do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Role {
    /// Youth or street coach (jongerenwerker, straatcoach).
    Coach,
    /// Family coach (gezinscoach).
    FamilyCoach,
    /// Case director (regisseur).
    Director,
    /// Data protection officer (FG).
    PrivacyOfficer,
}

/// How this laptop stands to a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub enum Standing {
    /// In none.
    None,
    /// Asked to join; not admitted yet.
    Waiting,
    /// In.
    Member,
}

/// A colleague.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Colleague {
    /// Who.
    pub member_id: String,
    /// By what name.
    pub name: String,
    /// In what role.
    pub role: Role,
    /// Whether that is the one who uses this laptop.
    pub me: bool,
}

/// The team as this laptop knows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct TeamInfo {
    /// In or not.
    pub standing: Standing,
    /// Its name; empty while not in.
    pub team_name: String,
    /// The one who uses this laptop.
    pub me: Option<Colleague>,
    /// Everybody, by name.
    pub colleagues: Vec<Colleague>,
    /// The hub's address.
    pub hub: Option<String>,
    /// Whether this colleague may invite.
    pub may_invite: bool,
}

/// Founds a team.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct FoundTeam {
    /// Its name.
    pub team_name: String,
    /// The founder's name.
    pub name: String,
    /// The founder's role.
    pub role: Role,
    /// The hub's address (`ws://` or `wss://`), if there is one.
    #[serde(default)]
    pub hub: Option<String>,
}

/// Answers an invitation.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct JoinTeam {
    /// The code.
    pub invitation: String,
    /// The newcomer's name.
    pub name: String,
}

/// Invites one colleague.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct InviteColleague {
    /// In what role.
    pub role: Role,
}

/// An invitation.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub struct Invitation {
    /// The code to hand over. Whoever has it can ask to join once.
    pub invitation: String,
    /// Until when; milliseconds since 1970.
    pub expires_at: i64,
    /// Whether the hub knows it already; if not, the colleague can join once this laptop has shared.
    pub hub_knows: bool,
}

const INVITATION_VALID_MILLIS: i64 = 7 * 24 * 3600 * 1000;
const JOIN_REQUEST: &str = "join_request";

impl From<Role> for colleague::Role {
    fn from(role: Role) -> Self {
        match role {
            Role::Coach => colleague::Role::Coach,
            Role::FamilyCoach => colleague::Role::FamilyCoach,
            Role::Director => colleague::Role::Director,
            Role::PrivacyOfficer => colleague::Role::PrivacyOfficer,
        }
    }
}

impl From<colleague::Role> for Role {
    fn from(role: colleague::Role) -> Self {
        match role {
            // A role that a newer version added is shown as the commonest until this one is renewed.
            colleague::Role::Coach | colleague::Role::Other => Role::Coach,
            colleague::Role::FamilyCoach => Role::FamilyCoach,
            colleague::Role::Director => Role::Director,
            colleague::Role::PrivacyOfficer => Role::PrivacyOfficer,
        }
    }
}

pub(crate) fn found_team(app: &App, request: FoundTeam, origin: &Origin) -> Result<TeamInfo, Error> {
    let vault = app.vault()?;
    if let Some(hub) = &request.hub {
        crate::sync::check_address(hub)?;
    }
    {
        let mut standing = vault.standing();
        if standing.team.is_some() {
            return Err(Error::AlreadyExists);
        }
        let salt = random();
        let me = MemberId(new_id().0);
        let card = vault.device.card();
        let team = TeamId::founded(&salt, &me, &card.signing);
        let now = nabij_domain::Millis(app.now());
        let author = vault.author(me);
        // The rules speak before anything is kept.
        let (_, team_change) =
            team::create(&author, NewTeam { name: Personal::from(request.team_name) }, now)?;
        let me_new = NewColleague {
            member: Id(me.0),
            name: Personal::from(request.name),
            role: request.role.into(),
        };
        let (_, me_change) = colleague::create(&author, me_new, now)?;
        standing.team = Some(team);
        standing.me = Some(me);
        let planned = plan_founding(&vault, &mut standing, team, me, salt, team_change, me_change)
            .and_then(|writes| write(app, &vault, &mut standing, writes, origin));
        if let Err(error) = planned {
            vault.leave_team(&mut standing)?;
            return Err(error);
        }
        vault.enter_team(&mut standing, team, me)?;
    }
    if let Some(hub) = &request.hub {
        crate::sync::keep_hub(&vault, Some(hub), None)?;
    }
    app.sync().wake();
    app.announce(["team", "vault", "sync"], origin);
    read_team(app, Empty {}, origin)
}

fn plan_founding(
    vault: &OpenVault,
    standing: &mut TeamStanding,
    team: TeamId,
    me: MemberId,
    salt: [u8; 16],
    team_change: nabij_domain::Change,
    me_change: nabij_domain::Change,
) -> Result<Vec<Write>, Error> {
    let found = RecordKind::Found {
        salt,
        member: me,
        member_key: vault.member_keys.public(),
        device: vault.device.card(),
    };
    let (directory, open_directory) =
        open_space(vault, standing, SpaceKind::Team, team, me, &[])?;
    let (_, open_street) = open_space(vault, standing, SpaceKind::Street, team, me, &[])?;
    let mut writes = vec![Write::team(found)];
    writes.extend(open_directory);
    writes.extend(open_street);
    writes.push(Write::change(directory, new_id(), team_change));
    writes.push(Write::change(directory, new_id(), me_change));
    Ok(writes)
}

pub(crate) fn join_team(app: &App, request: JoinTeam, origin: &Origin) -> Result<TeamInfo, Error> {
    let vault = app.vault()?;
    let invitation = nabij_keys::Invitation::from_code(&request.invitation)?;
    if invitation.expires.0 <= app.now() {
        return Err(Error::InvitationExpired);
    }
    let name = request.name.trim();
    if name.is_empty() || name.chars().count() > 200 {
        return Err(Error::Invalid("name"));
    }
    {
        let mut standing = vault.standing();
        if standing.team.is_some() {
            return Err(Error::AlreadyExists);
        }
        let me = MemberId(new_id().0);
        let ask = ask_to_join(
            &invitation,
            me,
            &vault.member_keys,
            &vault.device,
            name,
            &mut system_rng(),
        )?;
        vault.store.keep_secrets(&[(JOIN_REQUEST, &encode(&ask))])?;
        crate::sync::keep_hub(&vault, Some(&invitation.hub), invitation.hub_key)?;
        vault.enter_team(&mut standing, invitation.team, me)?;
    }
    let status = crate::sync::sync_now(app, Empty {}, origin)?;
    // An invitation that will never do is given back at once; anything else is tried again by itself.
    if let Some(error) = status.failure.and_then(|failure| hopeless(failure.code)) {
        let mut standing = vault.standing();
        vault.leave_team(&mut standing)?;
        vault.store.forget_secrets(&[JOIN_REQUEST])?;
        crate::sync::keep_hub(&vault, None, None)?;
        return Err(error);
    }
    app.announce(["team", "vault", "sync"], origin);
    read_team(app, Empty {}, origin)
}

fn hopeless(code: crate::FailureCode) -> Option<Error> {
    use nabij_protocol::message::Refusal;
    match code {
        crate::FailureCode::InvitationExpired => {
            Some(Error::HubRefused(Refusal::InvitationExpired))
        }
        crate::FailureCode::InvitationUsed => Some(Error::HubRefused(Refusal::InvitationUsed)),
        _ => None,
    }
}

/// The request to join that this laptop made and that is not answered yet.
pub(crate) fn open_request(vault: &OpenVault) -> Result<Option<JoinRequest>, Error> {
    let Some(bytes) = vault.store.secret(JOIN_REQUEST)? else { return Ok(None) };
    Ok(Some(decode("join request", &bytes)?))
}

pub(crate) fn read_team(app: &App, _: Empty, _: &Origin) -> Result<TeamInfo, Error> {
    let vault = app.vault()?;
    let standing = vault.standing();
    let (mode, me) = match (standing.membership(), standing.team) {
        (Ok((_, me)), _) => (Standing::Member, Some(me)),
        (Err(_), Some(_)) => (Standing::Waiting, None),
        (Err(_), None) => (Standing::None, None),
    };
    let colleagues = colleagues(&vault, &standing)?;
    let team_name = vault.store.team_name()?;
    Ok(TeamInfo {
        standing: mode,
        team_name: team_name.map(Personal::into_inner).unwrap_or_default(),
        me: colleagues.iter().find(|colleague| colleague.me).cloned(),
        colleagues,
        hub: crate::sync::hub_address(&vault)?,
        may_invite: me.is_some_and(|me| standing.roster.may_invite(&me)),
    })
}

/// All colleagues by name.
pub(crate) fn colleagues(
    vault: &OpenVault,
    standing: &TeamStanding,
) -> Result<Vec<Colleague>, Error> {
    Ok(vault
        .store
        .colleagues()?
        .into_iter()
        .map(|row| Colleague {
            member_id: row.member.to_string(),
            name: row.name.into_inner(),
            role: row.role.into(),
            me: standing.me.is_some_and(|me| me.0 == row.member.0),
        })
        .collect())
}

pub(crate) fn invite_colleague(
    app: &App,
    request: InviteColleague,
    origin: &Origin,
) -> Result<Invitation, Error> {
    let vault = app.vault()?;
    let hub = crate::sync::hub_address(&vault)?.ok_or(Error::Invalid("hub"))?;
    let hub_key = crate::sync::hub_key(&vault)?;
    let secret = InvitationSecret::generate(&mut system_rng());
    let expires = Millis(app.now().saturating_add(INVITATION_VALID_MILLIS));
    let id = secret.id();
    let team = {
        let mut standing = vault.standing();
        let (team, me) = standing.membership()?;
        if !standing.roster.may_invite(&me) {
            return Err(Error::NotAllowed);
        }
        let kept = serde_json::to_vec(&Kept { role: request.role, secret: secret.to_secret_bytes().to_vec() })?;
        vault.store.keep_secrets(&[(&invitation_name(&id), &kept)])?;
        let record = RecordKind::Invite { invitation: id, rank: Rank::Coach, expires };
        write(app, &vault, &mut standing, vec![Write::team(record)], origin)?;
        team
    };
    let code = nabij_keys::Invitation { hub, hub_key, team, secret, expires }.to_code();
    let status = crate::sync::sync_now(app, Empty {}, origin)?;
    Ok(Invitation {
        invitation: code,
        expires_at: expires.0,
        hub_knows: status.state == crate::sync::SyncState::Shared,
    })
}

/// What the inviting laptop keeps of an invitation: enough to open the newcomer's name and to give the role.
#[derive(Serialize, Deserialize)]
struct Kept {
    role: Role,
    secret: Vec<u8>,
}

fn invitation_name(id: &nabij_protocol::id::InvitationId) -> String {
    format!("invitation:{id}")
}

/// Admits those who answered an invitation of this laptop: appoints them, gives them their laptop, lets them
/// hold the team's common spaces, and enters their name. Others are left to the laptops that invited them.
/// Answers how many were admitted.
pub(crate) fn admit(app: &App, vault: &OpenVault, requests: &[JoinRequest]) -> Result<usize, Error> {
    let mut admitted = 0;
    for request in requests {
        let mut standing = vault.standing();
        let (team, me) = standing.membership()?;
        let ask = &request.ask;
        let invited = standing.roster.invitation(&ask.invitation);
        let open = invited.is_some_and(|invitation| invitation.used.is_none());
        if ask.team != team || !open || request.check().is_err() {
            continue;
        }
        let Some(kept) = vault.store.secret(&invitation_name(&ask.invitation))? else { continue };
        let kept: Kept = serde_json::from_slice(&kept)?;
        let secret = InvitationSecret::from_secret_bytes(&kept.secret)?;
        let Ok(name) = secret.open_name(&ask.sealed_name) else { continue };
        let mut writes = vec![
            Write::team(RecordKind::Appoint {
                member: ask.member,
                rank: Rank::Coach,
                life: 1,
                member_key: ask.member_key.clone(),
                cuts: Vec::new(),
                invitation: Some(ask.invitation),
            }),
            Write::team(RecordKind::Device {
                member: ask.member,
                device: ask.device,
                life: 1,
                cuts: Vec::new(),
            }),
        ];
        let directory = standing.common_space(SpaceKind::Team)?;
        let street = standing.common_space(SpaceKind::Street)?;
        for space in [directory, street] {
            writes.extend(grant(&standing, space, ask.member, &ask.member_key)?);
        }
        let new = NewColleague {
            member: Id(ask.member.0),
            name: Personal::from(name.as_str()),
            role: kept.role.into(),
        };
        let (_, change) =
            colleague::create(&vault.author(me), new, nabij_domain::Millis(app.now()))?;
        writes.push(Write::change(directory, new_id(), change));
        write(app, vault, &mut standing, writes, &Origin::default())?;
        admitted += 1;
    }
    Ok(admitted)
}
