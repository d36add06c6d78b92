//! Contact moments: what happened, with whom, where. The commonest thing that is written.

mod record;

pub(crate) use record::record_contact_moment;
pub use record::{AgreedAction, RecordContactMoment, Recorded, Whom};

use crate::App;
use crate::cases::Share;
use crate::differences::{Difference, Names, differences_with_persons};
use crate::error::Error;
use crate::ipc::Origin;
use crate::life_domains::LifeDomain;
use crate::open_vault::OpenVault;
use nabij_domain::contact_moment::{self, ContactMomentEdit};
use nabij_domain::{Id, LifeDomains, Millis, Personal, statement};
use nabij_store::PersonName;
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

/// Whether somebody was reached. Not reached is an honest answer, not a failing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum ContactOutcome {
    /// Somebody was.
    #[default]
    Reached,
    /// Nobody was (niet bereikt).
    NotReached,
}

impl From<ContactOutcome> for contact_moment::ContactOutcome {
    fn from(outcome: ContactOutcome) -> Self {
        match outcome {
            ContactOutcome::Reached => contact_moment::ContactOutcome::Reached,
            ContactOutcome::NotReached => contact_moment::ContactOutcome::NotReached,
        }
    }
}

impl From<contact_moment::ContactOutcome> for ContactOutcome {
    fn from(outcome: contact_moment::ContactOutcome) -> Self {
        match outcome {
            contact_moment::ContactOutcome::Reached => ContactOutcome::Reached,
            contact_moment::ContactOutcome::NotReached => ContactOutcome::NotReached,
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
    /// Who it was with, in the coach's words, where that is not one of `persons`.
    pub nickname: Option<String>,
    /// The persons without a case whom it was with.
    pub persons: Vec<MomentPerson>,
    /// How many others the same was written for, whom this copy does not name.
    pub others: u32,
    /// What kind.
    pub kind: ContactKind,
    /// What happened.
    pub text: String,
    /// The same in parts: what is fact, experience or interpretation, and what is neither.
    pub statements: Vec<Statement>,
    /// When; milliseconds since 1970.
    pub at: i64,
    /// Where.
    pub place: Option<String>,
    /// Whether somebody was reached.
    pub outcome: ContactOutcome,
    /// The parts of a life it was about.
    pub life_domains: Vec<LifeDomain>,
    /// The group it was with.
    pub group_id: Option<String>,
    /// What that group is called.
    pub group_name: Option<String>,
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

/// A person without a case whom a contact moment was with.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MomentPerson {
    /// Which.
    pub id: String,
    /// What coaches call this person; none when that is not here or not kept any longer.
    pub nickname: Option<String>,
    /// Whether this person is not kept any longer.
    pub expired: bool,
}

impl MomentPerson {
    pub(crate) fn of(name: &PersonName, now: Millis) -> MomentPerson {
        MomentPerson {
            id: name.id.to_string(),
            nickname: name.nickname(now).map(|name| name.as_str().to_owned()),
            expired: name.is_expired(now),
        }
    }
}

/// A stretch of a text that is of one kind.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Statement {
    /// Its kind; none for what is simply told.
    pub kind: Option<StatementKind>,
    /// The text, without the word that says its kind.
    pub text: String,
}

/// What kind of statement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum StatementKind {
    /// What was seen or heard (feit).
    Fact,
    /// How those involved see it (beleving).
    Experience,
    /// What the professional makes of it (duiding).
    Interpretation,
}

fn statements(text: &str) -> Vec<Statement> {
    let found = statement::statements(text).into_iter();
    found
        .map(|one| Statement {
            kind: one.kind.map(|kind| match kind {
                statement::StatementKind::Fact => StatementKind::Fact,
                statement::StatementKind::Experience => StatementKind::Experience,
                statement::StatementKind::Interpretation => StatementKind::Interpretation,
            }),
            text: one.text.to_owned(),
        })
        .collect()
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
    /// Whether somebody was reached.
    #[serde(default)]
    #[ts(optional)]
    pub outcome: Option<ContactOutcome>,
    /// The parts of a life it was about.
    #[serde(default)]
    #[ts(optional)]
    pub life_domains: Option<Vec<LifeDomain>>,
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
        outcome: request.outcome.map(Into::into),
        life_domains: request.life_domains.map(life_domains),
        ..Default::default()
    };
    vault.edit(
        app,
        id,
        &request.version,
        origin,
        |document, base, author, now| contact_moment::edit(document, base, edit, author, now),
    )?;
    contact_moment_row(app, &vault, id)
}

fn life_domains(domains: Vec<LifeDomain>) -> LifeDomains {
    LifeDomains::of(domains.into_iter().map(Into::into))
}

/// An empty field of a form says nothing.
pub(crate) fn filled(text: Option<String>) -> Option<Personal> {
    text.filter(|text| !text.trim().is_empty())
        .map(Personal::from)
}

pub(crate) fn contact_moment_row(
    app: &App,
    vault: &OpenVault,
    id: Id,
) -> Result<ContactMomentRow, Error> {
    let row = vault.store.contact_moment(id)?.ok_or(Error::NotFound)?;
    Ok(contact_moment_row_of(
        &Names::of(vault)?,
        row,
        Millis(app.now()),
    ))
}

pub(crate) fn contact_moment_row_of(
    names: &Names,
    row: nabij_store::ContactMomentRow,
    now: Millis,
) -> ContactMomentRow {
    ContactMomentRow {
        id: row.id.to_string(),
        case_id: row.case.map(|case| case.to_string()),
        case_name: row.case_name.map(Personal::into_inner),
        nickname: row.nickname.map(Personal::into_inner),
        persons: row
            .persons
            .iter()
            .map(|name| MomentPerson::of(name, now))
            .collect(),
        others: row.others,
        kind: row.kind.into(),
        statements: statements(row.text.as_str()),
        text: row.text.into_inner(),
        at: row.at.0,
        place: row.place.map(Personal::into_inner),
        outcome: row.outcome.into(),
        life_domains: row.life_domains.into_iter().map(Into::into).collect(),
        group_id: row.group.map(|group| group.to_string()),
        group_name: row.group_name.map(Personal::into_inner),
        by: names.name(&row.by),
        mine: names.is_me(&row.by),
        recorded_at: row.recorded_at.0,
        edited: row.edited,
        version: row.version.to_string(),
        share: Share::of(row.shared),
        differences: differences_with_persons(names, &row.differences, now),
    }
}
