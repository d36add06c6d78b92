//! Groups: what the team calls a group on the street, without names of persons.

use crate::App;
use crate::cases::Share;
use crate::contact_moments::filled;
use crate::differences::{Difference, Names, differences};
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::{OpenVault, TeamStanding};
use crate::write::{Write, new_id, write};
use nabij_domain::{Id, Millis, Personal, group, name_key};
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A group as the list shows it: one for each name, whatever the case, accents and spaces.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GroupRow {
    /// Which.
    pub id: String,
    /// All documents of this name: take these back together.
    pub ids: Vec<String>,
    /// What colleagues call it.
    pub name: String,
    /// The place where it is usually met.
    pub place_id: Option<String>,
    /// What that place is called.
    pub place_name: Option<String>,
    /// What colleagues should know of it.
    pub text: Option<String>,
    /// At how many stops it was met.
    #[ts(type = "number")]
    pub stops: u64,
    /// When the newest was; milliseconds since 1970.
    pub last_at: Option<i64>,
    /// The version to send back with an edit.
    pub version: String,
    /// Whether what was written here is shared.
    pub share: Share,
    /// Where two colleagues set one value.
    pub differences: Vec<Difference>,
}

/// The team's groups.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Groups {
    /// By name.
    pub groups: Vec<GroupRow>,
}

/// Adds a group.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddGroup {
    /// What colleagues call it; no names of persons.
    pub name: String,
    /// The place where it is usually met.
    #[serde(default)]
    #[ts(optional)]
    pub place_id: Option<String>,
    /// What colleagues should know of it.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
}

/// Changes a group: only what is named. Given the name of another one, the two are one group from then on.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditGroup {
    /// Which.
    pub id: String,
    /// The version on which it was opened.
    pub version: String,
    /// What colleagues call it.
    #[serde(default)]
    #[ts(optional)]
    pub name: Option<String>,
    /// The place where it is usually met; empty for none.
    #[serde(default)]
    #[ts(optional)]
    pub place_id: Option<String>,
    /// What colleagues should know of it; empty for nothing.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
}

pub(crate) fn list_groups(app: &App, _: Empty, _: &Origin) -> Result<Groups, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let rows = vault.store.groups()?;
    Ok(Groups {
        groups: rows
            .into_iter()
            .map(|row| group_row_of(&names, row))
            .collect(),
    })
}

pub(crate) fn add_group(app: &App, request: AddGroup, origin: &Origin) -> Result<GroupRow, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let new = group::NewGroup {
        name: Personal::from(request.name),
        place: request.place_id.as_deref().map(str::parse).transpose()?,
        text: filled(request.text),
    };
    let (id, written) = group_of(&vault, &standing, new, Millis(app.now()))?;
    if let Some(group) = written {
        write(app, &vault, &mut standing, vec![group], origin)?;
    }
    drop(standing);
    group_row(&vault, id)
}

pub(crate) fn edit_group(
    app: &App,
    request: EditGroup,
    origin: &Origin,
) -> Result<GroupRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let groups = vault.store.groups()?;
    let group = groups.into_iter().find(|group| group.ids.contains(&id));
    let group = group.ok_or(Error::NotFound)?;
    let place = match request.place_id.as_deref() {
        None => None,
        Some("") => Some(None),
        Some(place) => Some(Some(place.parse::<Id>()?)),
    };
    let edit = group::GroupEdit {
        name: request.name.map(Personal::from),
        place,
        text: request.text.map(|text| filled(Some(text))),
    };
    // All documents of the name are one group to a coach: all get the name and the place, and the text, which was
    // shown as one, stands in the oldest.
    vault.edit_all(
        app,
        (group.id, &request.version),
        &group.ids,
        origin,
        |id, document, base, author, now| {
            let mut edit = edit.clone();
            if id != group.id {
                edit.text = edit.text.map(|_| None);
            }
            group::edit(document, base, edit, author, now)
        },
    )?;
    group_row(&vault, group.id)
}

/// The group that the team calls this, or a new one to write together with whatever refers to it.
///
/// # Errors
/// [`Error::Domain`] when the name is empty or too long; [`Error::NotAMember`].
pub(crate) fn group_of(
    vault: &OpenVault,
    standing: &TeamStanding,
    new: group::NewGroup,
    now: Millis,
) -> Result<(Id, Option<Write>), Error> {
    let (_, me) = standing.membership()?;
    let street = standing.common_space(SpaceKind::Street)?;
    let key = name_key(&new.name);
    let known = vault.store.groups()?;
    if let Some(known) = known.into_iter().find(|group| name_key(&group.name) == key) {
        return Ok((known.id, None));
    }
    let new = group::NewGroup {
        name: Personal::from(new.name.as_str().trim()),
        ..new
    };
    let (_, change) = group::create(&vault.author(me), new, now)?;
    let id = new_id();
    Ok((id, Some(Write::change(street, id, change))))
}

fn group_row(vault: &OpenVault, id: Id) -> Result<GroupRow, Error> {
    let groups = vault.store.groups()?;
    let row = groups.into_iter().find(|group| group.ids.contains(&id));
    Ok(group_row_of(
        &Names::of(vault)?,
        row.ok_or(Error::NotFound)?,
    ))
}

fn group_row_of(names: &Names, row: nabij_store::GroupRow) -> GroupRow {
    GroupRow {
        id: row.id.to_string(),
        ids: row.ids.iter().map(ToString::to_string).collect(),
        name: row.name.into_inner(),
        place_id: row.place.map(|place| place.to_string()),
        place_name: row.place_name.map(Personal::into_inner),
        text: row.text.map(Personal::into_inner),
        stops: row.stops,
        last_at: row.last_at.map(|at| at.0),
        version: row.version.to_string(),
        share: Share::of(row.shared),
        differences: differences(names, &row.differences),
    }
}
