//! Founding a team: its roster, its common spaces, and its first colleague.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::{OpenVault, TeamStanding};
use crate::random::random;
use crate::spaces::open_space;
use crate::team::{Role, TeamInfo, read_team};
use crate::write::{Write, new_id, write};
use nabij_domain::colleague::{self, NewColleague};
use nabij_domain::team::{self, NewTeam};
use nabij_domain::{Id, Personal};
use nabij_protocol::id::{MemberId, TeamId};
use nabij_protocol::record::{RecordKind, SpaceKind};
use serde::Deserialize;
use ts_rs::TS;

/// Founds a team.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
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

pub(crate) fn found_team(
    app: &App,
    request: FoundTeam,
    origin: &Origin,
) -> Result<TeamInfo, Error> {
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
        let (_, team_change) = team::create(
            &author,
            NewTeam {
                name: Personal::from(request.team_name),
            },
            now,
        )?;
        let me_new = NewColleague {
            member: Id(me.0),
            name: Personal::from(request.name),
            role: request.role.into(),
        };
        let (_, me_change) = colleague::create(&author, me_new, now)?;
        standing.belong(Some(team), Some(me));
        let planned = plan_founding(
            &vault,
            &mut standing,
            team,
            me,
            salt,
            team_change,
            me_change,
        )
        .and_then(|writes| write(app, &vault, &mut standing, writes, origin));
        if let Err(error) = planned {
            // If the founding was written after all, the next unlock finds it.
            if vault.store.team()?.is_none() {
                vault.leave_team(&mut standing)?;
            }
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
    let (directory, open_directory) = open_space(vault, standing, SpaceKind::Team, team, me, &[])?;
    let (_, open_street) = open_space(vault, standing, SpaceKind::Street, team, me, &[])?;
    let mut writes = vec![Write::team(found)];
    writes.extend(open_directory);
    writes.extend(open_street);
    writes.push(Write::change(directory, new_id(), team_change));
    writes.push(Write::change(directory, new_id(), me_change));
    Ok(writes)
}
