//! Contact moments: what happened, with whom, where. The commonest thing that is written.

use crate::App;
use crate::cases::{Share, case_id};
use crate::differences::{Difference, Names, differences};
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::write::{Write, new_id, write, write_and_forget_draft};
use nabij_domain::contact_moment::{self, ContactMomentEdit, NewContactMoment};
use nabij_domain::{Id, Millis, Personal};
use nabij_protocol::id::SpaceId;
use nabij_protocol::record::SpaceKind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of contact it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ContactKind {
    /// A conversation (gesprek).
    Conversation,
    /// A message or call (app of bel).
    Message,
    /// A home visit (huisbezoek).
    HomeVisit,
    /// A signal of concern (signaal).
    Signal,
    /// A consultation with others (overleg).
    Consultation,
    /// Something else.
    Other,
}

impl From<ContactKind> for contact_moment::ContactKind {
    fn from(kind: ContactKind) -> Self {
        match kind {
            ContactKind::Conversation => contact_moment::ContactKind::Conversation,
            ContactKind::Message => contact_moment::ContactKind::Message,
            ContactKind::HomeVisit => contact_moment::ContactKind::HomeVisit,
            ContactKind::Signal => contact_moment::ContactKind::Signal,
            ContactKind::Consultation => contact_moment::ContactKind::Consultation,
            ContactKind::Other => contact_moment::ContactKind::Other,
        }
    }
}

impl From<contact_moment::ContactKind> for ContactKind {
    fn from(kind: contact_moment::ContactKind) -> Self {
        match kind {
            contact_moment::ContactKind::Conversation => ContactKind::Conversation,
            contact_moment::ContactKind::Message => ContactKind::Message,
            contact_moment::ContactKind::HomeVisit => ContactKind::HomeVisit,
            contact_moment::ContactKind::Signal => ContactKind::Signal,
            contact_moment::ContactKind::Consultation => ContactKind::Consultation,
            contact_moment::ContactKind::Other => ContactKind::Other,
        }
    }
}

/// A contact moment as a timeline shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ContactMomentRow {
    /// Which.
    pub id: String,
    /// In which case; none on the street.
    pub case_id: Option<String>,
    /// That case's name.
    pub case_name: Option<String>,
    /// Who it was with, in the coach's words.
    pub nickname: Option<String>,
    /// What kind.
    pub kind: ContactKind,
    /// What happened.
    pub text: String,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// Where.
    pub place: Option<String>,
    /// Who recorded it.
    pub by: String,
    /// Whether that is the one who uses this laptop.
    pub mine: bool,
    /// When it was recorded; milliseconds since 1970.
    pub recorded_at: i64,
    /// Whether it was changed since.
    pub edited: bool,
    /// The version to send back with an edit.
    pub version: String,
    /// Whether what was written here is shared.
    pub share: Share,
    /// Where two colleagues set one value.
    pub differences: Vec<Difference>,
}

/// Records a contact moment.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordContactMoment {
    /// In which case; none: on the street.
    #[serde(default)]
    pub case_id: Option<String>,
    /// Who it was with, in the coach's words.
    #[serde(default)]
    pub nickname: Option<String>,
    /// What kind.
    pub kind: ContactKind,
    /// What happened: the only thing that is required.
    pub text: String,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// Where.
    #[serde(default)]
    pub place: Option<String>,
    /// Whether it was the draft, which is then forgotten in the same write.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub from_draft: bool,
}

/// Changes a contact moment: only what is named.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EditContactMoment {
    /// Which.
    pub id: String,
    /// The version on which it was opened.
    pub version: String,
    /// What happened.
    #[serde(default)]
    #[ts(optional)]
    pub text: Option<String>,
    /// What kind.
    #[serde(default)]
    #[ts(optional)]
    pub kind: Option<ContactKind>,
    /// When; milliseconds since 1970.
    #[serde(default)]
    #[ts(optional)]
    pub at: Option<i64>,
    /// Where; empty for nowhere.
    #[serde(default)]
    #[ts(optional)]
    pub place: Option<String>,
}

pub(crate) fn record_contact_moment(
    app: &App,
    request: RecordContactMoment,
    origin: &Origin,
) -> Result<ContactMomentRow, Error> {
    let vault = app.vault()?;
    let mut standing = vault.standing();
    let (_, me) = standing.membership()?;
    let case = request.case_id.as_deref().map(case_id).transpose()?;
    let space = match case {
        Some(case) => {
            vault.store.case(case)?.ok_or(Error::NotFound)?;
            SpaceId(case.0)
        }
        None => standing.common_space(SpaceKind::Street)?,
    };
    let new = NewContactMoment {
        case,
        nickname: filled(request.nickname),
        place: filled(request.place),
        ..NewContactMoment::new(
            request.kind.into(),
            Personal::from(request.text),
            Millis(request.at),
        )
    };
    let (_, change) = contact_moment::create(&vault.author(me), new, Millis(app.now()))?;
    let id = new_id();
    let writes = vec![Write::change(space, id, change)];
    if request.from_draft {
        write_and_forget_draft(app, &vault, &mut standing, writes, origin)?;
    } else {
        write(app, &vault, &mut standing, writes, origin)?;
    }
    drop(standing);
    contact_moment_row(&vault, id)
}

pub(crate) fn edit_contact_moment(
    app: &App,
    request: EditContactMoment,
    origin: &Origin,
) -> Result<ContactMomentRow, Error> {
    let vault = app.vault()?;
    let id: Id = request.id.parse()?;
    let edit = ContactMomentEdit {
        text: request.text.map(Personal::from),
        kind: request.kind.map(Into::into),
        at: request.at.map(Millis),
        place: request.place.map(|place| filled(Some(place))),
        ..Default::default()
    };
    vault.edit(
        app,
        id,
        &request.version,
        origin,
        |document, base, author, now| contact_moment::edit(document, base, edit, author, now),
    )?;
    contact_moment_row(&vault, id)
}

/// An empty field of a form says nothing.
fn filled(text: Option<String>) -> Option<Personal> {
    text.filter(|text| !text.trim().is_empty())
        .map(Personal::from)
}

fn contact_moment_row(vault: &OpenVault, id: Id) -> Result<ContactMomentRow, Error> {
    let row = vault.store.contact_moment(id)?.ok_or(Error::NotFound)?;
    Ok(contact_moment_row_of(&Names::of(vault)?, row))
}

pub(crate) fn contact_moment_row_of(
    names: &Names,
    row: nabij_store::ContactMomentRow,
) -> ContactMomentRow {
    ContactMomentRow {
        id: row.id.to_string(),
        case_id: row.case.map(|case| case.to_string()),
        case_name: row.case_name.map(Personal::into_inner),
        nickname: row.nickname.map(Personal::into_inner),
        kind: row.kind.into(),
        text: row.text.into_inner(),
        at: row.at.0,
        place: row.place.map(Personal::into_inner),
        by: names.name(&row.by),
        mine: names.is_me(&row.by),
        recorded_at: row.recorded_at.0,
        edited: row.edited,
        version: row.version.to_string(),
        share: Share::of(row.shared),
        differences: differences(names, &row.differences),
    }
}
