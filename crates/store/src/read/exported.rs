//! Whole lists for other programs: as the window shows them, but all of it at once and without versions.

use super::member;
use crate::columns::{millis, optional_millis, optional_personal};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::action::ActionOutcome;
use nabij_domain::{ContactKind, ContactOutcome, Id, LifeDomain, Millis, Personal};
use nabij_protocol::id::MemberId;
use rusqlite::{Params, Row, params};

/// A contact moment, for other programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedMoment {
    /// The case, if it is in one.
    pub case_name: Option<Personal>,
    /// Whom it was with: by nickname, or the persons without a case.
    pub nickname: Option<Personal>,
    /// When.
    pub at: Millis,
    /// What kind.
    pub kind: ContactKind,
    /// What happened.
    pub text: Personal,
    /// Where.
    pub place: Option<Personal>,
    /// What it was about.
    pub life_domains: Vec<LifeDomain>,
    /// Whether somebody was reached.
    pub outcome: ContactOutcome,
    /// Who recorded it.
    pub by: MemberId,
}

/// An action, for other programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedAction {
    /// The case, if it is in one.
    pub case_name: Option<Personal>,
    /// The person without a case whom it is about.
    pub nickname: Option<Personal>,
    /// What was agreed.
    pub text: Personal,
    /// By when.
    pub due: Option<Millis>,
    /// The colleague who does it.
    pub colleague: Option<MemberId>,
    /// Who else does it, in words.
    pub owner: Option<Personal>,
    /// How it stands.
    pub outcome: ActionOutcome,
}

const MOMENTS: &str = "SELECT c.name AS case_name,
    coalesce(m.nickname, (SELECT group_concat(p.nickname, ', ') FROM contact_moment_person x
      JOIN document d ON d.id = x.person JOIN person p ON p.document = d.num
      JOIN person_standing s ON s.document = p.document
      WHERE x.document = m.document AND (s.expires_at IS NULL OR s.expires_at > ?1))) AS nickname,
    m.at, m.kind, m.text, m.place, m.life_domains, m.outcome, m.recorded_by
  FROM contact_moment m LEFT JOIN case_of_space c ON m.in_case AND c.space = m.space
  WHERE m.withdrawn = 0 AND coalesce(c.withdrawn, 0) = 0";

const ACTIONS: &str = "SELECT c.name AS case_name, p.nickname, a.text, a.due, a.colleague, a.owner,
    a.outcome
  FROM action a LEFT JOIN case_of_space c ON a.in_case AND c.space = a.space
    LEFT JOIN document d ON d.id = a.person
    LEFT JOIN person_standing s ON s.document = d.num AND (s.expires_at IS NULL OR s.expires_at > ?1)
    LEFT JOIN person p ON p.document = s.document
  WHERE a.withdrawn = 0 AND coalesce(c.withdrawn, 0) = 0 ORDER BY a.due IS NULL, a.due, a.document";

impl Store {
    /// The contact moments of a case, or all of them, the newest first. Without the names of persons who are not
    /// kept any longer at `now`.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn exported_moments(
        &self,
        case: Option<Id>,
        now: Millis,
    ) -> Result<Vec<ExportedMoment>, Error> {
        let order = "ORDER BY m.at DESC, m.document";
        match case {
            Some(case) => self.list(
                &format!("{MOMENTS} AND m.space = ?2 AND m.in_case {order}"),
                params![now.0, case.0],
                moment,
            ),
            None => self.list(&format!("{MOMENTS} {order}"), [now.0], moment),
        }
    }

    /// All actions, the next one first. Without the names of persons who are not kept any longer at `now`.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn exported_actions(&self, now: Millis) -> Result<Vec<ExportedAction>, Error> {
        self.list(ACTIONS, [now.0], action)
    }

    fn list<T>(
        &self,
        sql: &str,
        params: impl Params,
        from: fn(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map(params, from)?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

fn moment(row: &Row<'_>) -> rusqlite::Result<ExportedMoment> {
    let domains: String = row.get("life_domains")?;
    let outcome: String = row.get("outcome")?;
    Ok(ExportedMoment {
        case_name: optional_personal(row, "case_name")?,
        nickname: optional_personal(row, "nickname")?,
        at: millis(row, "at")?,
        kind: ContactKind::parse(&row.get::<_, String>("kind")?),
        text: Personal::from(row.get::<_, String>("text")?),
        place: optional_personal(row, "place")?,
        life_domains: domains
            .split_whitespace()
            .filter_map(LifeDomain::parse)
            .collect(),
        outcome: ContactOutcome::parse(&outcome).unwrap_or(ContactOutcome::Reached),
        by: member(row, "recorded_by")?,
    })
}

fn action(row: &Row<'_>) -> rusqlite::Result<ExportedAction> {
    let outcome: String = row.get("outcome")?;
    Ok(ExportedAction {
        case_name: optional_personal(row, "case_name")?,
        nickname: optional_personal(row, "nickname")?,
        text: Personal::from(row.get::<_, String>("text")?),
        due: optional_millis(row, "due")?,
        colleague: row.get::<_, Option<[u8; 16]>>("colleague")?.map(MemberId),
        owner: optional_personal(row, "owner")?,
        outcome: ActionOutcome::parse(&outcome).unwrap_or(ActionOutcome::Open),
    })
}
