//! One found document, as a list shows it.

use super::query::Term;
use super::snippet::{Part, snippet};
use crate::columns::{id, millis, optional_id, optional_personal, space};
use crate::error::{Error, damaged};
use nabij_domain::{ContactKind, DocumentKind, Id, Millis, Personal};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Connection, Row, params};

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HitKind {
    /// A case, by its name.
    Case,
    /// A person without a case.
    Person,
    /// A summary.
    Summary,
    /// A contact moment.
    ContactMoment,
    /// A note.
    CaseNote,
    /// An action.
    Action,
    /// A stop of a round.
    Stop,
    /// A group.
    Group,
    /// A place of the team's list.
    Place,
    /// A handover.
    Handover,
}

impl HitKind {
    /// The kind of its documents.
    pub(super) fn document_kind(self) -> DocumentKind {
        match self {
            HitKind::Case => DocumentKind::Case,
            HitKind::Person => DocumentKind::Person,
            HitKind::Summary => DocumentKind::Summary,
            HitKind::ContactMoment => DocumentKind::ContactMoment,
            HitKind::CaseNote => DocumentKind::CaseNote,
            HitKind::Action => DocumentKind::Action,
            HitKind::Stop => DocumentKind::Stop,
            HitKind::Group => DocumentKind::Group,
            HitKind::Place => DocumentKind::Place,
            HitKind::Handover => DocumentKind::Handover,
        }
    }

    fn parse(word: &str) -> Option<HitKind> {
        Some(match DocumentKind::parse(word)? {
            DocumentKind::Case => HitKind::Case,
            DocumentKind::Person => HitKind::Person,
            DocumentKind::Summary => HitKind::Summary,
            DocumentKind::ContactMoment => HitKind::ContactMoment,
            DocumentKind::CaseNote => HitKind::CaseNote,
            DocumentKind::Action => HitKind::Action,
            DocumentKind::Stop => HitKind::Stop,
            DocumentKind::Group => HitKind::Group,
            DocumentKind::Place => HitKind::Place,
            DocumentKind::Handover => HitKind::Handover,
            DocumentKind::Colleague
            | DocumentKind::Team
            | DocumentKind::Shift
            | DocumentKind::Round
            | DocumentKind::PersonMerge
            | DocumentKind::HandoverReading
            | DocumentKind::MissedCheckIn => return None,
        })
    }
}

/// One document with all the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// What kind of contact it was, when it is a contact moment.
    pub contact_kind: Option<ContactKind>,
    /// Its document.
    pub id: Id,
    /// The space it lies in.
    pub space: SpaceId,
    /// The case (the space's id), unless it lies in the street.
    pub case: Option<Id>,
    /// The shift it belongs to.
    pub shift: Option<Id>,
    /// What the case is called, or else the young person, the place or the group, when somebody said.
    pub title: Option<Personal>,
    /// When it happened, was opened or was recorded.
    pub at: Millis,
    /// Who recorded it.
    pub by: MemberId,
    /// Some of its text around the words.
    pub snippet: Vec<Part>,
}

/// Who a contact moment was with, without those who are not kept any longer.
const SELECT: &str = "SELECT i.id, i.kind, i.contact_kind, i.space, i.at, i.by, t.title AS indexed, t.body, t.other,
    coalesce(m.in_case, a.in_case, h.in_case, i.kind IN ('case', 'case_note', 'summary')) AS in_case,
    coalesce(m.shift, a.shift, h.shift, s.shift) AS shift, c.name AS case_name,
    coalesce(m.nickname,
      (SELECT group_concat(p.nickname, ', ' ORDER BY p.nickname) FROM contact_moment_person x
        JOIN document d ON d.id = x.person JOIN person p ON p.document = d.num
        JOIN person_standing ps ON ps.document = p.document
        WHERE x.document = i.num AND p.withdrawn = 0 AND coalesce(ps.expires_at > ?2, 1)),
      (SELECT p.nickname FROM document d JOIN person p ON p.document = d.num
        JOIN person_standing ps ON ps.document = p.document
        WHERE d.id = a.person AND p.withdrawn = 0 AND coalesce(ps.expires_at > ?2, 1)),
      (SELECT l.name FROM document d JOIN place l ON l.document = d.num WHERE d.id = s.place),
      CASE WHEN i.kind IN ('person', 'group', 'place') THEN t.title END) AS name
  FROM search_item i JOIN search_text t ON t.num = i.num
    LEFT JOIN contact_moment m ON m.document = i.num
    LEFT JOIN action a ON a.document = i.num
    LEFT JOIN handover h ON h.document = i.num
    LEFT JOIN stop s ON s.document = i.num
    LEFT JOIN case_of_space c ON c.space = i.space
  WHERE i.num = ?1";

/// The document with this row.
pub(super) fn hit(
    connection: &Connection,
    num: i64,
    terms: &[Term],
    now: Millis,
) -> Result<Hit, Error> {
    let mut statement = connection.prepare_cached(SELECT)?;
    let mut rows = statement.query(params![num, now.0])?;
    match rows.next()? {
        Some(row) => from(row, terms),
        None => Err(Error::Damaged),
    }
}

fn from(row: &Row<'_>, terms: &[Term]) -> Result<Hit, Error> {
    let kind = HitKind::parse(&row.get::<_, String>("kind")?).ok_or(Error::Damaged)?;
    let contact_kind: Option<String> = row.get("contact_kind")?;
    let space = space(row, "space")?;
    let in_case: bool = row.get("in_case")?;
    let title = match in_case {
        true => optional_personal(row, "case_name")?.or(optional_personal(row, "name")?),
        false => optional_personal(row, "name")?,
    };
    let text = |column| -> rusqlite::Result<String> {
        Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default())
    };
    Ok(Hit {
        kind,
        contact_kind: contact_kind.map(|word| ContactKind::parse(&word)),
        id: id(row, "id")?,
        space,
        case: in_case.then_some(Id(space.0)),
        shift: optional_id(row, "shift")?,
        title,
        at: millis(row, "at")?,
        by: MemberId(row.get("by").map_err(damaged)?),
        snippet: snippet(&text("indexed")?, &text("body")?, &text("other")?, terms),
    })
}
