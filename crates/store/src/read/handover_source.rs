//! What a handover is made of: the stops and contacts of a shift, what was agreed and is still open.

use super::{each, member, shared};
use crate::columns::{id, ids, millis, optional_id, optional_millis, optional_personal, space};
use crate::error::Error;
use crate::store::Store;
use nabij_domain::contact_moment::ContactOutcome;
use nabij_domain::stop::Mood;
use nabij_domain::{ContactKind, Id, Millis, Personal};
use nabij_protocol::id::{MemberId, SpaceId};
use rusqlite::{Row, named_params};

/// A shift as far as its handover needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HandoverShift {
    /// Its document.
    pub id: Id,
    /// When it began.
    pub at: Millis,
    /// When it ended; none while it runs.
    pub ended_at: Option<Millis>,
}

/// Everything a shift holds that the next one may have to know, each in the order in which it happened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandoverSource {
    /// The stops of its rounds.
    pub stops: Vec<StopSource>,
    /// The contacts in it.
    pub contacts: Vec<ContactSource>,
    /// What was agreed in it and is still open.
    pub actions: Vec<ActionSource>,
}

/// A stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StopSource {
    /// Its document.
    pub id: Id,
    /// When.
    pub at: Millis,
    /// What the place is called, when its document is here.
    pub place: Option<Personal>,
    /// How many people stood there.
    pub head_count: Option<u32>,
    /// What the mood was.
    pub mood: Option<Mood>,
    /// What the group is called.
    pub group: Option<Personal>,
    /// What was talked about.
    pub topic: Option<Personal>,
    /// What was agreed.
    pub agreement: Option<Personal>,
    /// What comes next.
    pub next_step: Option<Personal>,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
}

/// A contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContactSource {
    /// Its document.
    pub id: Id,
    /// The space it lies in.
    pub space: SpaceId,
    /// Whether that is a case.
    pub in_case: bool,
    /// Whom it was with: the persons it names, or what was written.
    pub who: Option<Personal>,
    /// What kind of contact it was.
    pub kind: ContactKind,
    /// Whether somebody was reached.
    pub outcome: ContactOutcome,
    /// What happened.
    pub text: Personal,
    /// When.
    pub at: Millis,
    /// Where: as written, or where the stop was.
    pub place: Option<Personal>,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
}

/// Something agreed that is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionSource {
    /// Its document.
    pub id: Id,
    /// The space it lies in.
    pub space: SpaceId,
    /// Whether that is a case.
    pub in_case: bool,
    /// What.
    pub text: Personal,
    /// The person without a case whom it is about.
    pub who: Option<Personal>,
    /// The colleague who does it.
    pub colleague: Option<MemberId>,
    /// Who else does it.
    pub owner: Option<Personal>,
    /// By when.
    pub due: Option<Millis>,
    /// When it was written down.
    pub at: Millis,
    /// Where the contact was in which it was agreed.
    pub place: Option<Personal>,
    /// Whether the hub has every change that this laptop made to it.
    pub shared: bool,
}

const STOPS: &str = "SELECT d.id, t.at, p.name AS place, t.head_count, t.mood, g.name AS in_group,
    t.topic, t.agreement, t.next_step,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM stop t JOIN document d ON d.num = t.document
    LEFT JOIN document pd ON pd.id = t.place LEFT JOIN place p ON p.document = pd.num
    LEFT JOIN document gd ON gd.id = t.in_group LEFT JOIN street_group g ON g.document = gd.num
  WHERE t.shift = ?1 AND t.withdrawn = 0 ORDER BY t.at, d.id";

/// Moments with where they were; `place` is what was written, or the place of the stop.
const CONTACTS: &str = "SELECT d.id, m.space, m.in_case, m.kind, m.outcome, m.text, m.at,
    coalesce(
      (SELECT group_concat(n.nickname, ', ' ORDER BY n.nickname)
        FROM contact_moment_person cp JOIN document nd ON nd.id = cp.person
          JOIN person n ON n.document = nd.num
        WHERE cp.document = m.document AND n.withdrawn = 0
          AND NOT EXISTS (SELECT 1 FROM person_standing s
            WHERE s.document = n.document AND s.expires_at <= :now)),
      m.nickname) AS who,
    coalesce(m.place, p.name) AS place,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM contact_moment m JOIN document d ON d.num = m.document
    LEFT JOIN document td ON td.id = m.stop LEFT JOIN stop t ON t.document = td.num
    LEFT JOIN document pd ON pd.id = t.place LEFT JOIN place p ON p.document = pd.num
  WHERE m.withdrawn = 0";

/// In the shift, or of its coach within its time and in no shift.
const CONTACTS_OF_SHIFT: &str = "AND (m.shift = :shift
    OR (m.shift IS NULL AND m.recorded_by = :by AND m.at BETWEEN :from AND :until))
  ORDER BY m.at, d.id";

const ACTIONS: &str = "SELECT d.id, a.space, a.in_case, a.text,
    CASE WHEN n.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM person_standing s
        WHERE s.document = n.document AND s.expires_at <= :now) THEN n.nickname END AS who, a.colleague, a.owner,
    a.due, a.recorded_at AS at, coalesce(m.place, p.name) AS place,
    EXISTS (SELECT 1 FROM unshared u WHERE u.document = d.id) AS unshared
  FROM action a JOIN document d ON d.num = a.document
    LEFT JOIN document nd ON nd.id = a.person LEFT JOIN person n ON n.document = nd.num
    LEFT JOIN document md ON md.id = a.contact_moment LEFT JOIN contact_moment m ON m.document = md.num
    LEFT JOIN document td ON td.id = m.stop LEFT JOIN stop t ON t.document = td.num
    LEFT JOIN document pd ON pd.id = t.place LEFT JOIN place p ON p.document = pd.num
  WHERE a.withdrawn = 0 AND a.outcome = 'open'";

const ACTIONS_OF_SHIFT: &str = "AND (a.shift = :shift OR m.shift = :shift
    OR (a.shift IS NULL AND m.shift IS NULL AND a.recorded_by = :by
      AND a.recorded_at BETWEEN :from AND :until))
  ORDER BY a.recorded_at, d.id";

impl Store {
    /// The shift with this id, or the newest that this member began or works along in; without those taken back.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn handover_shift(
        &self,
        shift: Option<Id>,
        me: &MemberId,
    ) -> Result<Option<HandoverShift>, Error> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached(
                "SELECT d.id, s.at, s.ended_at, s.recorded_by, s.colleagues
                 FROM shift s JOIN document d ON d.num = s.document
                 WHERE s.withdrawn = 0 AND (?1 IS NULL OR d.id = ?1) ORDER BY s.at DESC, d.id",
            )?;
            let mut rows = statement.query([shift.map(|shift| shift.0)])?;
            while let Some(row) = rows.next()? {
                let along = ids(row, "colleagues")?;
                if shift.is_some()
                    || member(row, "recorded_by")? == *me
                    || along.contains(&Id(me.0))
                {
                    return Ok(Some(HandoverShift {
                        id: id(row, "id")?,
                        at: millis(row, "at")?,
                        ended_at: optional_millis(row, "ended_at")?,
                    }));
                }
            }
            Ok(None)
        })
    }

    /// What the shift holds; who is not kept any longer at `now` has no name in it. What this member wrote between its beginning and `until` without naming a shift is in
    /// it too.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn handover_source(
        &self,
        shift: &HandoverShift,
        by: &MemberId,
        until: Millis,
        now: Millis,
    ) -> Result<HandoverSource, Error> {
        self.read(|connection| {
            let within = named_params! {
                ":shift": shift.id.0, ":by": by.0, ":from": shift.at.0, ":until": until.0,
                ":now": now.0,
            };
            Ok(HandoverSource {
                stops: each(connection, STOPS, [&shift.id.0], stop)?,
                contacts: each(
                    connection,
                    &format!("{CONTACTS} {CONTACTS_OF_SHIFT}"),
                    within,
                    contact,
                )?,
                actions: each(
                    connection,
                    &format!("{ACTIONS} {ACTIONS_OF_SHIFT}"),
                    within,
                    action,
                )?,
            })
        })
    }

    /// What a case's successor reads first, at `now`: its newest contacts, newest first, and all that is still open.
    ///
    /// # Errors
    /// Faults of the file.
    pub fn caseload_source(
        &self,
        case: Id,
        contacts: u32,
        now: Millis,
    ) -> Result<HandoverSource, Error> {
        self.read(|connection| {
            Ok(HandoverSource {
                stops: Vec::new(),
                contacts: each(
                    connection,
                    &format!("{CONTACTS} AND m.space = :case ORDER BY m.at DESC, d.id LIMIT :most"),
                    named_params! { ":case": case.0, ":most": contacts, ":now": now.0 },
                    contact,
                )?,
                actions: each(
                    connection,
                    &format!("{ACTIONS} AND a.space = :case ORDER BY a.due IS NULL, a.due, d.id"),
                    named_params! { ":case": case.0, ":now": now.0 },
                    action,
                )?,
            })
        })
    }
}

fn stop(row: &Row<'_>) -> Result<StopSource, Error> {
    let mood: Option<String> = row.get("mood")?;
    Ok(StopSource {
        id: id(row, "id")?,
        at: millis(row, "at")?,
        place: optional_personal(row, "place")?,
        head_count: row.get("head_count")?,
        mood: mood.as_deref().and_then(Mood::parse),
        group: optional_personal(row, "in_group")?,
        topic: optional_personal(row, "topic")?,
        agreement: optional_personal(row, "agreement")?,
        next_step: optional_personal(row, "next_step")?,
        shared: shared(row)?,
    })
}

fn contact(row: &Row<'_>) -> Result<ContactSource, Error> {
    let outcome: String = row.get("outcome")?;
    Ok(ContactSource {
        id: id(row, "id")?,
        space: space(row, "space")?,
        in_case: row.get("in_case")?,
        who: optional_personal(row, "who")?,
        kind: ContactKind::parse(&row.get::<_, String>("kind")?),
        outcome: ContactOutcome::parse(&outcome).unwrap_or(ContactOutcome::Reached),
        text: Personal::from(row.get::<_, String>("text")?),
        at: millis(row, "at")?,
        place: optional_personal(row, "place")?,
        shared: shared(row)?,
    })
}

fn action(row: &Row<'_>) -> Result<ActionSource, Error> {
    Ok(ActionSource {
        id: id(row, "id")?,
        space: space(row, "space")?,
        in_case: row.get("in_case")?,
        text: Personal::from(row.get::<_, String>("text")?),
        who: optional_personal(row, "who")?,
        colleague: optional_id(row, "colleague")?.map(|each| MemberId(each.0)),
        owner: optional_personal(row, "owner")?,
        due: optional_millis(row, "due")?,
        at: millis(row, "at")?,
        place: optional_personal(row, "place")?,
        shared: shared(row)?,
    })
}
