//! Actions, in any space.

use super::{DifferenceRow, difference, each, member, shared, version};
use crate::columns::{
    id, millis, number_from, optional_id, optional_millis, optional_personal, space,
};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::action::ActionOutcome;
use nabij_domain::{Id, Millis, Personal, Version};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Connection, Params, Row, named_params};

/// An action as lists and forms show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionRow {
    /// Its document.
    pub id: Id,
    /// The space it lies in: a case's, or the street.
    pub space: SpaceId,
    /// The case (the space's id) when it belongs to one.
    pub case: Option<Id>,
    /// What that case is called, when its document is here.
    pub case_name: Option<Personal>,
    /// The person without a case whom it is about.
    pub person: Option<Id>,
    /// What that person is called, when the document is here.
    pub nickname: Option<Personal>,
    /// When that person is not kept any longer; `None` with a purpose.
    pub person_expires_at: Option<Millis>,
    /// What was agreed.
    pub text: Personal,
    /// The colleague who does it.
    pub colleague: Option<MemberId>,
    /// Who else does it, in words.
    pub owner: Option<Personal>,
    /// By when.
    pub due: Option<Millis>,
    /// Whether the hour counts, not only the day.
    pub due_hour: bool,
    /// How it stands.
    pub outcome: ActionOutcome,
    /// When it ended.
    pub ended_at: Option<Millis>,
    /// Who recorded it.
    pub by: MemberId,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// Taken back.
    pub withdrawn: bool,
    /// The version that this shows.
    pub version: Version,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<DifferenceRow>,
}

/// Which actions to list: those that fit everything that is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionsSought {
    /// Those that this member does, or wrote down without saying which colleague does it.
    pub of: Option<MemberId>,
    /// Those of this case.
    pub case: Option<Id>,
    /// Those about this person without a case.
    pub person: Option<Id>,
    /// Those that are open (`true`) or have ended (`false`).
    pub open: Option<bool>,
    /// Those with a date (`true`) or without (`false`).
    pub dated: Option<bool>,
    /// Those that are due from this moment on.
    pub from: Option<Millis>,
    /// Those that are due before this moment.
    pub until: Option<Millis>,
}

/// Some actions, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionRows {
    /// What is open first, by when it is due and without a date last; then what ended, the newest first.
    pub actions: Vec<ActionRow>,
    /// How many fit.
    pub total: u64,
}

const SELECT: &str = "SELECT d.num, d.id, d.version, a.space, a.in_case, c.name AS case_name,
    a.person, CASE WHEN p.withdrawn = 0 THEN p.nickname END AS nickname,
    (SELECT s.expires_at FROM person_standing s WHERE s.document = pd.num) AS person_expires_at, a.text, a.colleague, a.owner, a.due, a.due_hour, a.outcome, a.ended_at,
    a.recorded_by, a.recorded_at, a.withdrawn,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared";

const FROM: &str = "FROM action a JOIN document d ON d.num = a.document
    LEFT JOIN case_of_space c ON a.in_case AND c.space = a.space
    LEFT JOIN document pd ON pd.id = a.person
    LEFT JOIN person p ON p.document = pd.num";

/// Actions of a case that was taken back are not to be done.
const SOUGHT: &str = "WHERE a.withdrawn = 0 AND coalesce(c.withdrawn, 0) = 0
    AND (:of IS NULL OR a.colleague = :of OR (a.colleague IS NULL AND a.recorded_by = :of))
    AND (:case IS NULL OR (a.in_case AND a.space = :case))
    AND (:person IS NULL OR a.person = :person)
    AND (:open IS NULL OR (a.outcome = 'open') = :open)
    AND (:dated IS NULL OR (a.due IS NOT NULL) = :dated)
    AND (:from IS NULL OR a.due >= :from) AND (:until IS NULL OR a.due < :until)";

const ORDER: &str = "ORDER BY a.outcome <> 'open',
    CASE WHEN a.outcome = 'open' THEN a.due END NULLS LAST,
    CASE WHEN a.outcome <> 'open' THEN a.ended_at END DESC, a.recorded_at, d.id";

impl Store {
    /// An action, also one that was taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn action(&self, id: Id) -> Result<Option<ActionRow>, Error> {
        self.read(|connection| Ok(rows(connection, "WHERE d.id = ?1", [&id.0])?.pop()))
    }

    /// The actions that are sought, at most `limit` of them.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn actions(&self, sought: &ActionsSought, limit: u32) -> Result<ActionRows, Error> {
        let (of, case, person) = (
            sought.of.map(|of| of.0),
            sought.case.map(|case| case.0),
            sought.person.map(|person| person.0),
        );
        let (from, until) = (
            sought.from.map(|from| from.0),
            sought.until.map(|until| until.0),
        );
        let params = named_params! {
            ":of": of, ":case": case, ":person": person, ":open": sought.open,
            ":dated": sought.dated, ":from": from, ":until": until,
        };
        self.read(|connection| {
            let total = connection
                .prepare_cached(&format!("SELECT count(*) {FROM} {SOUGHT}"))?
                .query_row(params, |row| row.get(0))?;
            let condition = format!("{SOUGHT} {ORDER} LIMIT {limit}");
            Ok(ActionRows {
                actions: rows(connection, &condition, params)?,
                total: number_from(total)?,
            })
        })
    }
}

pub(super) fn rows(
    connection: &Connection,
    condition: &str,
    params: impl Params,
) -> Result<Vec<ActionRow>, Error> {
    each(
        connection,
        &format!("{SELECT} {FROM} {condition}"),
        params,
        |row| from(connection, row),
    )
}

fn from(connection: &Connection, row: &Row<'_>) -> Result<ActionRow, Error> {
    let space = space(row, "space")?;
    let in_case: bool = row.get("in_case")?;
    let outcome = ActionOutcome::parse(&row.get::<_, String>("outcome")?);
    Ok(ActionRow {
        id: id(row, "id")?,
        space,
        case: in_case.then_some(Id(space.0)),
        case_name: optional_personal(row, "case_name")?,
        person: optional_id(row, "person")?,
        nickname: optional_personal(row, "nickname")?,
        person_expires_at: optional_millis(row, "person_expires_at")?,
        text: Personal::from(row.get::<_, String>("text")?),
        colleague: row.get::<_, Option<[u8; 16]>>("colleague")?.map(MemberId),
        owner: optional_personal(row, "owner")?,
        due: optional_millis(row, "due")?,
        due_hour: row.get("due_hour")?,
        outcome: outcome.ok_or(Error::Damaged)?,
        ended_at: optional_millis(row, "ended_at")?,
        by: member(row, "recorded_by")?,
        recorded_at: millis(row, "recorded_at")?,
        withdrawn: row.get("withdrawn")?,
        version: version(row)?,
        shared: shared(row)?,
        differences: difference::of(connection, row.get("num")?)?,
    })
}
