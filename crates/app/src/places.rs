//! Places: the team's own list of where one goes. What a coach types in a form becomes a place by itself.

use crate::App;
use crate::cases::Share;
use crate::differences::{Difference, Names, differences};
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::open_vault::{OpenVault, TeamStanding};
use crate::write::{Write, new_id, write};
use nabij_domain::{Id, Millis, Personal, name_key, place};
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A place as the list shows it: one for each name, whatever the case, accents and spaces.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceRow {
    /// Which.
    pub id: String,
    /// All documents of this name: take these back together.
    pub ids: Vec<String>,
    /// What colleagues call it.
    pub name: String,
    /// How many stops were recorded there.
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

/// The team's places.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Places {
    /// By name.
    pub places: Vec<PlaceRow>,
}

/// Adds a place.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AddPlace {
    /// What colleagues call it.
    pub name: String,
}

/// Renames a place. Given the name of another one, the two are one place from then on.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditPlace {
    /// Which.
    pub id: String,
    /// The version on which it was opened.
    pub version: String,
    /// What colleagues call it.
    pub name: String,
}

pub(crate) fn list_places(app: &App, _: Empty, _: &Origin) -> Result<Places, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let rows = vault.store.places()?;
    Ok(Places {
        places: rows
            .into_iter()
            .map(|row| place_row_of(&names, row))
            .collect(),
    })
}

pub(crate) fn add_place(app: &App, request: AddPlace, origin: &Origin) -> Result<PlaceRow, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let now = Millis(app.now());
    let (id, write_place) = place_of(&vault, &standing, &Personal::from(request.name), now)?;
    if let Some(place) = write_place {
        write(app, &vault, &mut standing, vec![place], origin)?;
    }
    drop(standing);
    place_row(&vault, id)
}

pub(crate) fn edit_place(
    app: &App,
    request: EditPlace,
    origin: &Origin,
) -> Result<PlaceRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let places = vault.store.places()?;
    let place = places.into_iter().find(|place| place.ids.contains(&id));
    let place = place.ok_or(Error::NotFound)?;
    let edit = place::PlaceEdit {
        name: Some(Personal::from(request.name)),
    };
    // All documents of the name are one place to a coach, so all get the new name.
    vault.edit_all(
        app,
        (place.id, &request.version),
        &place.ids,
        origin,
        |_, document, base, author, now| place::edit(document, base, edit.clone(), author, now),
    )?;
    place_row(&vault, place.id)
}

/// The place that the team calls this, or a new one to write together with whatever refers to it.
///
/// # Errors
/// [`Error::Domain`] when the name is empty or too long; [`Error::NotAMember`].
pub(crate) fn place_of(
    vault: &OpenVault,
    standing: &TeamStanding,
    name: &Personal,
    now: Millis,
) -> Result<(Id, Option<Write>), Error> {
    let (_, me) = standing.membership()?;
    let street = standing.common_space(SpaceKind::Street)?;
    let key = name_key(name);
    let known = vault.store.places()?;
    if let Some(known) = known.into_iter().find(|place| name_key(&place.name) == key) {
        return Ok((known.id, None));
    }
    let new = place::NewPlace {
        name: Personal::from(name.as_str().trim()),
    };
    let (_, change) = place::create(&vault.author(me), new, now)?;
    let id = new_id();
    Ok((id, Some(Write::change(street, id, change))))
}

fn place_row(vault: &OpenVault, id: Id) -> Result<PlaceRow, Error> {
    let places = vault.store.places()?;
    let row = places.into_iter().find(|place| place.ids.contains(&id));
    Ok(place_row_of(
        &Names::of(vault)?,
        row.ok_or(Error::NotFound)?,
    ))
}

fn place_row_of(names: &Names, row: nabij_store::PlaceRow) -> PlaceRow {
    PlaceRow {
        id: row.id.to_string(),
        ids: row.ids.iter().map(ToString::to_string).collect(),
        name: row.name.into_inner(),
        stops: row.stops,
        last_at: row.last_at.map(|at| at.0),
        version: row.version.to_string(),
        share: Share::of(row.shared),
        differences: differences(names, &row.differences),
    }
}
