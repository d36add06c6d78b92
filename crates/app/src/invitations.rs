//! Inviting colleagues, and admitting those who answered.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::{OpenVault, TeamStanding};
use crate::spaces::grant;
use crate::team::Role;
use crate::write::{Write, new_id, write};
use nabij_domain::colleague::{self, NewColleague};
use nabij_domain::{Id, Personal};
use nabij_keys::{InvitationSecret, system_rng};
use nabij_protocol::id::Millis;
use nabij_protocol::join::JoinRequest;
use nabij_protocol::record::{Rank, RecordKind, SpaceKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const INVITATION_VALID_MILLIS: i64 = 7 * 24 * 3600 * 1000;

/// Invites one colleague.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InviteColleague {
    /// In what role.
    pub role: Role,
}

/// An invitation.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Invitation {
    /// The code to hand over. Whoever has it can ask to join once.
    pub invitation: String,
    /// Until when; milliseconds since 1970.
    pub expires_at: i64,
    /// Whether the hub knows it already; if not, the colleague can join once this laptop has shared.
    pub hub_knows: bool,
}

pub(crate) fn invite_colleague(
    app: &App,
    request: InviteColleague,
    origin: &Origin,
) -> Result<Invitation, Error> {
    let vault = app.vault()?;
    let hub = crate::sync::hub_address(&vault)?.ok_or(Error::Invalid("hub"))?;
    let secret = InvitationSecret::generate(&mut system_rng());
    let expires = Millis(app.now().saturating_add(INVITATION_VALID_MILLIS));
    let id = secret.id();
    let team = {
        let mut standing = vault.standing();
        let (team, me) = standing.membership()?;
        if !standing.roster.may_invite(&me) {
            return Err(Error::NotAllowed);
        }
        let kept = serde_json::to_vec(&Kept {
            role: request.role,
            secret: secret.to_secret_bytes().to_vec(),
        })?;
        vault
            .store
            .keep_secrets(&[(&invitation_name(&id), &kept)])?;
        let record = RecordKind::Invite {
            invitation: id,
            rank: Rank::Coach,
            expires,
        };
        write(
            app,
            &vault,
            &mut standing,
            vec![Write::team(record)],
            origin,
        )?;
        team
    };
    let status = crate::sync::sync_now(app, Empty {}, origin)?;
    // After sharing, so that the code carries the hub's key also when the hub was first met just now.
    let hub_key = crate::sync::hub_key(&vault)?;
    let code = nabij_keys::Invitation {
        hub,
        hub_key,
        team,
        secret,
        expires,
    }
    .to_code();
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
pub(crate) fn admit(
    app: &App,
    vault: &OpenVault,
    requests: &[JoinRequest],
) -> Result<usize, Error> {
    let mut admitted = 0;
    for request in requests {
        let mut standing = vault.standing();
        standing.membership()?;
        // One request that will not do must not keep out the others, nor stop the sharing.
        match plan_admission(app, vault, &standing, request) {
            Ok(Some(writes)) => {
                write(app, vault, &mut standing, writes, &Origin::default())?;
                admitted += 1;
            }
            Ok(None) => {}
            Err(error) => tracing::warn!(%error, "a request to join was left out"),
        }
    }
    Ok(admitted)
}

/// What admits the newcomer; none if the request is not for this laptop to answer, or claims to come from a
/// colleague or a laptop that the team has had already.
fn plan_admission(
    app: &App,
    vault: &OpenVault,
    standing: &TeamStanding,
    request: &JoinRequest,
) -> Result<Option<Vec<Write>>, Error> {
    let (team, me) = standing.membership()?;
    let ask = &request.ask;
    let invited = standing.roster.invitation(&ask.invitation);
    let open = invited.is_some_and(|invitation| invitation.used.is_none());
    let is_new = !standing.roster.was_member(&ask.member)
        && standing.roster.known_device(&ask.device.id()).is_none();
    if ask.team != team || !open || !is_new || request.check().is_err() {
        return Ok(None);
    }
    let Some(kept) = vault.store.secret(&invitation_name(&ask.invitation))? else {
        return Ok(None);
    };
    let kept: Kept = serde_json::from_slice(&kept)?;
    let secret = InvitationSecret::from_secret_bytes(&kept.secret)?;
    let name = secret.open_name(&ask.sealed_name)?;
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
        writes.extend(grant(standing, space, ask.member, &ask.member_key)?);
    }
    let new = NewColleague {
        member: Id(ask.member.0),
        name: Personal::from(name.as_str()),
        role: kept.role.into(),
    };
    let (_, change) = colleague::create(&vault.author(me), new, nabij_domain::Millis(app.now()))?;
    writes.push(Write::change(directory, new_id(), change));
    Ok(Some(writes))
}
