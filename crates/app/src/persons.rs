//! Persons without a case: by nickname, not kept for ever, and one day perhaps a case.

mod likely;
mod merge;

pub use likely::LikelySame;
pub use merge::{MergePerson, PersonMergeRow};
pub(crate) use merge::{merge_person, person_merge_row_of};

use crate::App;
use crate::cases::Share;
use crate::contact_moments::filled;
use crate::differences::{Difference, Names, differences};
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::places::place_of;
use crate::timeline::{TimelineItem, at_most, items};
use crate::write::{Write, write};
use nabij_domain::person::{self, PersonEdit};
use nabij_domain::{Id, Millis, Personal, Version, name_key};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The most persons that one list answers.
const LONGEST_LIST: usize = 200;

/// For what purpose somebody without a case is kept longer than 90 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Purpose {
    /// None: gone 90 days after having been seen last.
    None,
    /// Asks for help (hulpvraag).
    Help,
    /// Safety of this person or others (veiligheid).
    Safety,
    /// There is an agreement to keep (lopende afspraak).
    Agreement,
}

impl Purpose {
    fn of(purpose: Option<person::Purpose>) -> Purpose {
        match purpose {
            None => Purpose::None,
            Some(person::Purpose::Help) => Purpose::Help,
            Some(person::Purpose::Safety) => Purpose::Safety,
            Some(person::Purpose::Agreement) => Purpose::Agreement,
        }
    }

    fn chosen(self) -> Option<person::Purpose> {
        match self {
            Purpose::None => None,
            Purpose::Help => Some(person::Purpose::Help),
            Purpose::Safety => Some(person::Purpose::Safety),
            Purpose::Agreement => Some(person::Purpose::Agreement),
        }
    }
}

/// A person as lists show it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// Which.
    pub id: String,
    /// What coaches call this person.
    pub nickname: String,
    /// By what to know this person again.
    pub text: Option<String>,
    /// The group this person is met with.
    pub group_id: Option<String>,
    /// What that group is called.
    pub group_name: Option<String>,
    /// What the place is called where this person was met last.
    pub place_name: Option<String>,
    /// For what purpose this person is kept.
    pub purpose: Purpose,
    /// Who recorded it.
    pub by: String,
    /// When it was recorded; milliseconds since 1970.
    pub recorded_at: i64,
    /// How many contact moments.
    #[ts(type = "number")]
    pub moments: u64,
    /// When this person was seen last; milliseconds since 1970.
    pub seen_at: i64,
    /// When this person is gone from every list, 90 days after having been seen last; none: there is a purpose.
    pub expires_at: Option<i64>,
    /// The case that this person turned out to be. Its name, colleagues who hold it know.
    pub case_id: Option<String>,
    /// The person that this person turned out to be.
    pub merged_into_id: Option<String>,
    /// The version to send back with an edit.
    pub version: String,
    /// Whether what was written here is shared.
    pub share: Share,
    /// Where two colleagues set one value.
    pub differences: Vec<Difference>,
}

/// Which persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum PersonFilter {
    /// Everybody who is kept.
    #[default]
    All,
    /// Only who was merged into nobody yet.
    ToLink,
}

/// Lists persons.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListPersons {
    /// Which.
    #[serde(default)]
    #[ts(optional, as = "Option<PersonFilter>")]
    pub filter: PersonFilter,
    /// Only those met last at the place of this name.
    #[serde(default)]
    #[ts(optional)]
    pub place: Option<String>,
    /// Only those of this group.
    #[serde(default)]
    #[ts(optional)]
    pub group_id: Option<String>,
    /// Only those in whose nickname, description, group or place all these words begin a word.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<String>,
}

/// Persons.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonRows {
    /// Most recently seen first, at most 200.
    pub persons: Vec<PersonRow>,
    /// How many there are in all.
    #[ts(type = "number")]
    pub total: usize,
}

/// Reads a person.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ReadPerson {
    /// Which.
    pub person_id: String,
    /// How many items of the timeline at the most.
    pub limit: u32,
    /// Only what was before; milliseconds since 1970.
    #[serde(default)]
    pub before: Option<i64>,
}

/// One person.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PersonFile {
    /// As the list shows it.
    pub person: PersonRow,
    /// Who may be the same, the likeliest first. Only a suggestion.
    pub likely: Vec<LikelySame>,
    /// Contact moments and merges, newest first; also those of persons who were merged into this one.
    pub timeline: Vec<TimelineItem>,
    /// Whether there is more before.
    pub more: bool,
}

/// Changes a person: only what is named.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditPerson {
    /// Which.
    pub id: String,
    /// The version on which it was opened.
    pub version: String,
    /// What coaches call this person.
    #[serde(default)]
    #[ts(optional)]
    pub nickname: Option<String>,
    /// By what to know this person again; empty for nothing.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
    /// The group; empty for none.
    #[serde(default)]
    #[ts(optional)]
    pub group_id: Option<String>,
    /// The place, in words: becomes one of the team's list. Empty for none.
    #[serde(default)]
    #[ts(optional)]
    pub place: Option<String>,
    /// For what purpose this person is kept.
    #[serde(default)]
    #[ts(optional)]
    pub purpose: Option<Purpose>,
}

pub(crate) fn list_persons(
    app: &App,
    request: ListPersons,
    _: &Origin,
) -> Result<PersonRows, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let group: Option<Id> = request.group_id.as_deref().map(str::parse).transpose()?;
    let place = request.place.map(|place| name_key(&place.into()));
    let words = words(request.words.as_deref().unwrap_or_default());
    let mut rows = vault.store.persons(Millis(app.now()))?;
    rows.retain(|row| {
        (request.filter == PersonFilter::All || row.merged_into.is_none())
            && group.is_none_or(|group| row.group == Some(group))
            && place
                .as_ref()
                .is_none_or(|place| row.place_name.as_ref().map(name_key).as_ref() == Some(place))
            && all_begin(&words, &person_words(row))
    });
    let total = rows.len();
    rows.truncate(LONGEST_LIST);
    let persons = rows
        .into_iter()
        .map(|row| person_row_of(&vault, &names, row))
        .collect::<Result<_, _>>()?;
    Ok(PersonRows { persons, total })
}

pub(crate) fn read_person(app: &App, request: ReadPerson, _: &Origin) -> Result<PersonFile, Error> {
    let vault = app.vault()?;
    let names = Names::of(&vault)?;
    let row = kept(app, &vault, request.person_id.parse()?)?;
    let (timeline, more) =
        vault
            .store
            .person_timeline(row.id, request.before.map(Millis), at_most(request.limit))?;
    Ok(PersonFile {
        likely: likely::likely(app, &vault, &row)?,
        person: person_row_of(&vault, &names, row)?,
        timeline: items(app, &names, timeline),
        more,
    })
}

pub(crate) fn edit_person(
    app: &App,
    request: EditPerson,
    origin: &Origin,
) -> Result<PersonRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let base: Version = request.version.parse()?;
    kept(app, &vault, id)?;
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let now = Millis(app.now());
    let mut writes = Vec::new();
    let place = match request.place.map(|place| filled(Some(place))) {
        Some(Some(place)) => {
            let (place, new) = place_of(&vault, &standing, &place, now)?;
            writes.extend(new);
            Some(Some(place))
        }
        emptied => emptied.map(|_| None),
    };
    let group = request.group_id.map(|group| filled(Some(group)));
    let edit = PersonEdit {
        nickname: request.nickname.map(Personal::from),
        text: request.text.map(|text| filled(Some(text))),
        group: match group {
            Some(Some(group)) => Some(Some(group.as_str().parse()?)),
            emptied => emptied.map(|_| None),
        },
        place,
        purpose: request.purpose.map(Purpose::chosen),
    };
    let (space, mut document) = vault.store.document(id)?.ok_or(Error::NotFound)?;
    let change = person::edit(&mut document, &base, edit, &vault.author(me), now)?;
    writes.extend(change.map(|change| Write::change(space, id, change)));
    if !writes.is_empty() {
        write(app, &vault, &mut standing, writes, origin)?;
    }
    drop(standing);
    let row = vault.store.person(id)?.ok_or(Error::NotFound)?;
    person_row_of(&vault, &Names::of(&vault)?, row)
}

/// A person who is kept; whoever is not kept any longer cannot be found.
fn kept(app: &App, vault: &OpenVault, id: Id) -> Result<nabij_store::PersonRow, Error> {
    let row = vault.store.person(id)?.ok_or(Error::NotFound)?;
    match row.is_expired(Millis(app.now())) {
        true => Err(Error::NotFound),
        false => Ok(row),
    }
}

fn person_row_of(
    vault: &OpenVault,
    names: &Names,
    row: nabij_store::PersonRow,
) -> Result<PersonRow, Error> {
    let into_person = match row.merged_into {
        Some(into) => vault.store.person(into)?.is_some(),
        None => false,
    };
    let into = row.merged_into.map(|into| into.to_string());
    Ok(PersonRow {
        id: row.id.to_string(),
        nickname: row.nickname.into_inner(),
        text: row.text.map(Personal::into_inner),
        group_id: row.group.map(|group| group.to_string()),
        group_name: row.group_name.map(Personal::into_inner),
        place_name: row.place_name.map(Personal::into_inner),
        purpose: Purpose::of(row.purpose),
        by: names.name(&row.by),
        recorded_at: row.recorded_at.0,
        moments: row.moments,
        seen_at: row.seen.0,
        expires_at: row.expires_at.map(|at| at.0),
        case_id: into.clone().filter(|_| !into_person),
        merged_into_id: into.filter(|_| into_person),
        version: row.version.to_string(),
        share: Share::of(row.shared),
        differences: differences(names, &row.differences),
    })
}

/// The words of a text, to compare.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|char: char| !char.is_alphanumeric());
    words
        .map(|word| name_key(&word.into()))
        .filter(|word| !word.is_empty())
        .collect()
}

/// Whether each of `sought` begins one of `words`.
pub(crate) fn all_begin(sought: &[String], words: &[String]) -> bool {
    sought
        .iter()
        .all(|sought| words.iter().any(|word| word.starts_with(sought.as_str())))
}

/// Every word by which a person is found.
pub(crate) fn person_words(row: &nabij_store::PersonRow) -> Vec<String> {
    let texts = [
        Some(&row.nickname),
        row.text.as_ref(),
        row.group_name.as_ref(),
        row.place_name.as_ref(),
    ];
    texts
        .into_iter()
        .flatten()
        .flat_map(|text| words(text.as_str()))
        .collect()
}
