//! Who is in the team, and how this laptop stands to it.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::{OpenVault, TeamView};
use nabij_domain::{Personal, colleague};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a colleague does, in the words of the field. Gives no right: spaces do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
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

pub(crate) fn read_team(app: &App, _: Empty, _: &Origin) -> Result<TeamInfo, Error> {
    let vault = app.vault()?;
    let standing = vault.team_view();
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
pub(crate) fn colleagues(vault: &OpenVault, standing: &TeamView) -> Result<Vec<Colleague>, Error> {
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
