//! Stops: a place, a head count, a mood; no names. Only the place is needed.

use crate::App;
use crate::cases::Share;
use crate::contact_moments::filled;
use crate::differences::{Difference, Names, differences};
use crate::error::Error;
use crate::groups::group_of;
use crate::ipc::{Origin, given};
use crate::open_vault::{OpenVault, TeamStanding};
use crate::places::place_of;
use crate::shifts::shift_of;
use crate::write::{Write, new_id, write};
use nabij_domain::{Id, Millis, Personal, group, stop};
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the mood (sfeer) was, in five words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Mood {
    /// Rustig.
    Calm,
    /// Gezellig.
    Friendly,
    /// Onrustig.
    Restless,
    /// Gespannen.
    Tense,
    /// Grimmig.
    Grim,
}

impl From<Mood> for stop::Mood {
    fn from(mood: Mood) -> Self {
        match mood {
            Mood::Calm => stop::Mood::Calm,
            Mood::Friendly => stop::Mood::Friendly,
            Mood::Restless => stop::Mood::Restless,
            Mood::Tense => stop::Mood::Tense,
            Mood::Grim => stop::Mood::Grim,
        }
    }
}

impl From<stop::Mood> for Mood {
    fn from(mood: stop::Mood) -> Self {
        match mood {
            stop::Mood::Calm => Mood::Calm,
            stop::Mood::Friendly => Mood::Friendly,
            stop::Mood::Restless => Mood::Restless,
            stop::Mood::Tense => Mood::Tense,
            stop::Mood::Grim => Mood::Grim,
        }
    }
}

/// A stop as a shift's log shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StopRow {
    /// Which.
    pub id: String,
    /// In which shift.
    pub shift_id: String,
    /// In which round.
    pub round_id: Option<String>,
    /// Where, from the team's list.
    pub place_id: String,
    /// What that place is called.
    pub place_name: Option<String>,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// How many people stood there.
    pub head_count: Option<u32>,
    /// What the mood was.
    pub mood: Option<Mood>,
    /// The group that was met.
    pub group_id: Option<String>,
    /// What that group is called.
    pub group_name: Option<String>,
    /// What was talked about.
    pub topic: Option<String>,
    /// What was agreed.
    pub agreement: Option<String>,
    /// What comes next.
    pub next_step: Option<String>,
    /// Who recorded it.
    pub by: String,
    /// Whether that is the one who uses this laptop.
    pub mine: bool,
    /// Whether it was changed since.
    pub edited: bool,
    /// The version to send back with an edit.
    pub version: String,
    /// Whether what was written here is shared.
    pub share: Share,
    /// Where two colleagues set one value.
    pub differences: Vec<Difference>,
}

/// Records a stop, in the shift that runs, or in a new one when none runs.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordStop {
    /// In which shift; none: the one that runs.
    #[serde(default)]
    #[ts(optional)]
    pub shift_id: Option<String>,
    /// What the place is called; a name that the team has no place for becomes one.
    pub place: String,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// How many people stood there.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub head_count: Option<u32>,
    /// What the mood was.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub mood: Option<Mood>,
    /// What the group is called; a name that the team has no group for becomes one. No names of persons.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub group: Option<String>,
    /// What was talked about.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub topic: Option<String>,
    /// What was agreed.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub agreement: Option<String>,
    /// What comes next.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub next_step: Option<String>,
}

/// A stop that was recorded, and what else became of it: take these back together.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordedStop {
    /// The stop.
    pub stop: StopRow,
    /// The stop and whatever was new with it: the place, the group, the shift.
    pub ids: Vec<String>,
}

/// Changes a stop: only what is named.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditStop {
    /// Which.
    pub id: String,
    /// The version on which it was opened.
    pub version: String,
    /// What the place is called.
    #[serde(default)]
    #[ts(optional)]
    pub place: Option<String>,
    /// When; milliseconds since 1970.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<i64>,
    /// How many people stood there; `null` when nobody counted.
    #[serde(default, deserialize_with = "given")]
    #[ts(optional)]
    pub head_count: Option<Option<u32>>,
    /// What the mood was; `null` for none.
    #[serde(default, deserialize_with = "given")]
    #[ts(optional)]
    pub mood: Option<Option<Mood>>,
    /// What the group is called; empty for none.
    #[serde(default)]
    #[ts(optional)]
    pub group: Option<String>,
    /// What was talked about; empty for nothing.
    #[serde(default)]
    #[ts(optional)]
    pub topic: Option<String>,
    /// What was agreed; empty for nothing.
    #[serde(default)]
    #[ts(optional)]
    pub agreement: Option<String>,
    /// What comes next; empty for nothing.
    #[serde(default)]
    #[ts(optional)]
    pub next_step: Option<String>,
}

pub(crate) fn record_stop(
    app: &App,
    request: RecordStop,
    origin: &Origin,
) -> Result<RecordedStop, Error> {
    let vault = app.vault()?;
    let now = Millis(app.now());
    let at = Millis(request.at);
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let street = standing.common_space(SpaceKind::Street)?;
    let mut writes: Vec<Write> = Vec::new();
    let shift = match request.shift_id.as_deref() {
        Some(shift) => {
            let id: Id = shift.parse()?;
            vault.store.shift(id)?.ok_or(Error::NotFound)?.id
        }
        None => {
            let (shift, new) = shift_of(&vault, &standing, &[], at, now)?;
            writes.extend(new);
            shift
        }
    };
    let (place, new) = place_of(&vault, &standing, &Personal::from(request.place), now)?;
    writes.extend(new);
    let group = match filled(request.group) {
        Some(name) => Some(met(&vault, &standing, &mut writes, name, place, now)?),
        None => None,
    };
    let new = stop::NewStop {
        shift,
        round: round_at(&vault, shift, at)?,
        place,
        at,
        head_count: request.head_count,
        mood: request.mood.map(Into::into),
        group,
        topic: filled(request.topic),
        agreement: filled(request.agreement),
        next_step: filled(request.next_step),
    };
    let (_, change) = stop::create(&vault.author(me), new, now)?;
    let id = new_id();
    writes.push(Write::change(street, id, change));
    let ids = writes.iter().rev().filter_map(Write::document);
    let ids = ids.map(|id| id.to_string()).collect();
    write(app, &vault, &mut standing, writes, origin)?;
    drop(standing);
    let stop = stop_row(&vault, id)?;
    Ok(RecordedStop { stop, ids })
}

pub(crate) fn edit_stop(app: &App, request: EditStop, origin: &Origin) -> Result<StopRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let now = Millis(app.now());
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let mut writes: Vec<Write> = Vec::new();
    let place = match request.place {
        Some(name) => {
            let (place, new) = place_of(&vault, &standing, &Personal::from(name), now)?;
            writes.extend(new);
            Some(place)
        }
        None => None,
    };
    let stands = vault.store.stop(id)?.ok_or(Error::NotFound)?;
    let group = match request.group.map(|name| filled(Some(name))) {
        Some(Some(name)) => {
            let at = place.unwrap_or(stands.place);
            Some(Some(met(&vault, &standing, &mut writes, name, at, now)?))
        }
        other => other.map(|_| None),
    };
    let edit = stop::StopEdit {
        place,
        at: request.at.map(Millis),
        head_count: request.head_count,
        mood: request.mood.map(|mood| mood.map(Into::into)),
        group,
        topic: request.topic.map(|topic| filled(Some(topic))),
        agreement: request.agreement.map(|line| filled(Some(line))),
        next_step: request.next_step.map(|line| filled(Some(line))),
    };
    let (space, mut document) = vault.store.document(id)?.ok_or(Error::NotFound)?;
    let base = request.version.parse()?;
    let change = stop::edit(&mut document, &base, edit, &vault.author(me), now)?;
    if let Some(change) = change {
        writes.push(Write::change(space, id, change));
        write(app, &vault, &mut standing, writes, origin)?;
    }
    drop(standing);
    stop_row(&vault, id)
}

/// The group of this name, or a new one that is usually met at this place.
fn met(
    vault: &OpenVault,
    standing: &TeamStanding,
    writes: &mut Vec<Write>,
    name: Personal,
    place: Id,
    now: Millis,
) -> Result<Id, Error> {
    let new = group::NewGroup {
        name,
        place: Some(place),
        text: None,
    };
    let (group, new) = group_of(vault, standing, new, now)?;
    writes.extend(new);
    Ok(group)
}

/// The round of a shift that was walked at that moment.
fn round_at(vault: &OpenVault, shift: Id, at: Millis) -> Result<Option<Id>, Error> {
    let rounds = vault.store.shift_log(shift)?.rounds;
    let walked = rounds
        .iter()
        .rev()
        .find(|round| round.at <= at && round.ended_at.is_none_or(|end| at < end));
    Ok(walked.map(|round| round.id))
}

fn stop_row(vault: &OpenVault, id: Id) -> Result<StopRow, Error> {
    let row = vault.store.stop(id)?.ok_or(Error::NotFound)?;
    Ok(stop_row_of(&Names::of(vault)?, row))
}

pub(crate) fn stop_row_of(names: &Names, row: nabij_store::StopRow) -> StopRow {
    StopRow {
        id: row.id.to_string(),
        shift_id: row.shift.to_string(),
        round_id: row.round.map(|round| round.to_string()),
        place_id: row.place.to_string(),
        place_name: row.place_name.map(Personal::into_inner),
        at: row.at.0,
        head_count: row.head_count,
        mood: row.mood.map(Into::into),
        group_id: row.group.map(|group| group.to_string()),
        group_name: row.group_name.map(Personal::into_inner),
        topic: row.topic.map(Personal::into_inner),
        agreement: row.agreement.map(Personal::into_inner),
        next_step: row.next_step.map(Personal::into_inner),
        by: names.name(&row.by),
        mine: names.is_me(&row.by),
        edited: row.edited,
        version: row.version.to_string(),
        share: Share::of(row.shared),
        differences: differences(names, &row.differences),
    }
}
