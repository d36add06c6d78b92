//! Answering an invitation.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::OpenVault;
use crate::team::{TeamInfo, read_team};
use crate::write::new_id;
use nabij_keys::{ask_to_join, system_rng};
use nabij_protocol::entry::{decode, encode};
use nabij_protocol::id::MemberId;
use nabij_protocol::join::JoinRequest;
use serde::Deserialize;
use ts_rs::TS;

const JOIN_REQUEST: &str = "join_request";

/// Answers an invitation.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct JoinTeam {
    /// The code.
    pub invitation: String,
    /// The newcomer's name.
    pub name: String,
}

pub(crate) fn join_team(app: &App, request: JoinTeam, origin: &Origin) -> Result<TeamInfo, Error> {
    let vault = app.vault()?;
    let invitation = nabij_keys::Invitation::from_code(&request.invitation)?;
    // Whether it has expired the hub judges: this laptop's clock may be off.
    let name = request.name.trim();
    if name.is_empty() || name.chars().count() > 200 {
        return Err(Error::Invalid("name"));
    }
    {
        let mut standing = vault.standing();
        // Who asked before and was not admitted may come with another invitation; who is in a team, or holds
        // anything of one, may not.
        if standing.roster.founded() {
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
    // What an earlier request was answered says nothing of this one.
    app.sync().forget_failure();
    app.sync().reconnect();
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
    let Some(bytes) = vault.store.secret(JOIN_REQUEST)? else {
        return Ok(None);
    };
    Ok(Some(decode("join request", &bytes)?))
}
