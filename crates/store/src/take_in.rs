//! Taking entries in: into the log, then document by document into what is read.

pub(crate) mod ahead;
mod merge;
mod waiting;

use crate::error::{Error, damaged};
use crate::log::{Incoming, Opened, TakenIn, append, stored};
use crate::topic::Topic;
use crate::{projection, search};
use merge::{Fate, Merged};
use nabij_domain::{Change, Document, DocumentKind, Millis};
use nabij_protocol::entry::{Content, Place};
use nabij_protocol::id::{DocumentId, MemberId, Scope, SpaceId};
use rusqlite::{OptionalExtension, Transaction, params};
use std::collections::BTreeMap;

/// An opened change that is to be put into its document.
pub(crate) struct Candidate {
    /// Its row in the log.
    pub entry: i64,
    /// When its author says to have written it.
    pub claimed: Millis,
    /// The change.
    pub change: Change,
    /// Who wrote it.
    pub author: MemberId,
}

/// Opened changes, by document and the space in whose log they stand.
pub(crate) type Batch = BTreeMap<(DocumentId, SpaceId), Vec<Candidate>>;

/// See [`crate::Store::take_in`].
pub(crate) fn take_in(
    tx: &Transaction<'_>,
    entries: Vec<Incoming<'_>>,
    now: Millis,
    step: &dyn Fn(),
) -> Result<TakenIn, Error> {
    let mut taken = TakenIn::default();
    let mut batch = Batch::new();
    for incoming in entries {
        let appended = append(tx, &incoming, now)?;
        if appended.new {
            ahead::arrived(tx, &incoming.place)?;
            taken.new += 1;
            taken.topics.insert(Topic::Sync);
        }
        match (incoming.place.scope, incoming.content) {
            (Scope::Changes(space), Content::Change(change)) if appended.open => {
                let document = change.document;
                open(
                    tx,
                    &mut batch,
                    appended.entry,
                    (document, space),
                    incoming.opened,
                    now,
                    &mut taken,
                )?;
            }
            (Scope::Team, _) if appended.new => {
                taken.topics.insert(Topic::Team);
            }
            (Scope::Space(space), _) if appended.new => {
                taken.topics.extend([Topic::Cases, Topic::Case(space)]);
            }
            _ => {}
        }
    }
    apply_all(tx, batch, now, &mut taken, step)?;
    Ok(taken)
}

/// See [`crate::Store::reopen`].
pub(crate) fn reopen(
    tx: &Transaction<'_>,
    opened: Vec<(Place, Opened)>,
    now: Millis,
) -> Result<TakenIn, Error> {
    let mut taken = TakenIn::default();
    let mut batch = Batch::new();
    for (place, opened) in opened {
        let (Some(found), Some(space)) = (stored(tx, &place)?, place.scope.space()) else {
            return Err(Error::Gap {
                expected: place.number,
            });
        };
        if found.open {
            open(
                tx,
                &mut batch,
                found.entry,
                (found.document, space),
                opened,
                now,
                &mut taken,
            )?;
        }
    }
    apply_all(tx, batch, now, &mut taken, &|| ())?;
    Ok(taken)
}

/// Sorts one change of the log by what could be opened of it. Also the way of a rebuild.
pub(crate) fn open(
    tx: &Transaction<'_>,
    batch: &mut Batch,
    entry: i64,
    of: (DocumentId, SpaceId),
    opened: Opened,
    now: Millis,
    taken: &mut TakenIn,
) -> Result<(), Error> {
    match opened {
        Opened::Change {
            claimed,
            change,
            author,
        } => {
            batch.entry(of).or_default().push(Candidate {
                entry,
                claimed,
                change,
                author,
            });
        }
        Opened::NoKey | Opened::Record => {
            waiting::for_key(tx, entry, of)?;
            taken.waiting += 1;
        }
        Opened::CannotOpen(code) => quarantine(tx, entry, code, now, taken)?,
    }
    Ok(())
}

/// Puts every opened change into its document, and what it now reads into the read model; tells `step` of each
/// document.
pub(crate) fn apply_all(
    tx: &Transaction<'_>,
    batch: Batch,
    now: Millis,
    taken: &mut TakenIn,
    step: &dyn Fn(),
) -> Result<(), Error> {
    let mut index = search::Changes::default();
    for group in groups(batch) {
        let mut unmerged = Vec::with_capacity(group.len());
        for (of, candidates) in group {
            unmerged.extend(prepare(tx, of, candidates, now, taken)?);
        }
        let merged = merge::side_by_side(&unmerged);
        for (unmerged, merged) in unmerged.into_iter().zip(merged) {
            apply(tx, &unmerged, merged, now, taken, &mut index)?;
            step();
        }
    }
    index.write(tx)
}

/// How many documents are held in memory to be merged side by side.
const AT_ONCE: usize = 64;

/// Some of a batch, in its order.
type Group = Vec<((DocumentId, SpaceId), Vec<Candidate>)>;

/// Documents that can be merged side by side. One that is in two spaces is not: what the first does with it, the
/// second has to see.
fn groups(batch: Batch) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (of, candidates) in batch {
        match groups.last_mut() {
            Some(group)
                if group.len() < AT_ONCE
                    && group.last().is_some_and(|(last, _)| last.0 != of.0) =>
            {
                group.push((of, candidates));
            }
            _ => groups.push(vec![(of, candidates)]),
        }
    }
    groups
}

/// A document as it is kept.
struct Kept {
    num: i64,
    space: SpaceId,
    kind: String,
    document: Document,
    changes: i64,
}

/// A document as it is kept, if it is, and what is to come into it.
struct Unmerged {
    of: (DocumentId, SpaceId),
    kept: Option<Kept>,
    candidates: Vec<Candidate>,
}

fn prepare(
    tx: &Transaction<'_>,
    of: (DocumentId, SpaceId),
    mut candidates: Vec<Candidate>,
    now: Millis,
    taken: &mut TakenIn,
) -> Result<Option<Unmerged>, Error> {
    let kept = kept(tx, &of.0)?;
    // A document lies in exactly one space: holders of another one cannot write in it.
    if kept.as_ref().is_some_and(|kept| kept.space != of.1) {
        for candidate in candidates {
            quarantine(tx, candidate.entry, "other_space", now, taken)?;
        }
        return Ok(None);
    }
    waiting::add_opened(tx, of, &mut candidates)?;
    Ok(Some(Unmerged {
        of,
        kept,
        candidates,
    }))
}

fn apply(
    tx: &Transaction<'_>,
    unmerged: &Unmerged,
    merged: Merged,
    now: Millis,
    taken: &mut TakenIn,
    index: &mut search::Changes,
) -> Result<(), Error> {
    let fates = show(tx, unmerged, merged, taken, index)?;
    for (candidate, fate) in unmerged.candidates.iter().zip(fates) {
        match fate {
            Fate::In => settle(tx, candidate.entry)?,
            Fate::Waits => {
                waiting::for_predecessors(tx, unmerged.of, candidate)?;
                taken.waiting += 1;
            }
            Fate::Refused(code) => quarantine(tx, candidate.entry, code, now, taken)?,
        }
    }
    Ok(())
}

/// Keeps the document that a merge made, and what it now reads; answers what became of each candidate.
fn show(
    tx: &Transaction<'_>,
    unmerged: &Unmerged,
    merged: Merged,
    taken: &mut TakenIn,
    index: &mut search::Changes,
) -> Result<Vec<Fate>, Error> {
    let (id, space) = unmerged.of;
    let kept = unmerged.kept.as_ref();
    let Some(document) = merged.document else {
        return Ok(merged.fates);
    };
    let num = keep(tx, id, space, kept, &document, merged.applied)?;
    for (candidate, fate) in unmerged.candidates.iter().zip(&merged.fates) {
        if *fate == Fate::In {
            note_actor(tx, num, candidate)?;
        }
    }
    let former = kept.and_then(|kept| DocumentKind::parse(&kept.kind));
    if former.is_some() {
        index.forget(tx, num)?;
    }
    projection::project(tx, num, id, space, former, &document)?;
    index.remember(num);
    taken.topics.extend(topics(tx, document.kind(), space)?);
    Ok(merged.fates)
}

fn kept(tx: &Transaction<'_>, id: &DocumentId) -> Result<Option<Kept>, Error> {
    let row = tx
        .prepare_cached("SELECT num, space, kind, saved, changes FROM document WHERE id = ?1")?
        .query_row([&id.0], |row| {
            let saved: Vec<u8> = row.get(3)?;
            Ok((
                row.get(0)?,
                SpaceId(row.get(1)?),
                row.get(2)?,
                saved,
                row.get(4)?,
            ))
        })
        .optional()?;
    let Some((num, space, kind, saved, changes)) = row else {
        return Ok(None);
    };
    let document = Document::load(&saved).map_err(damaged)?;
    Ok(Some(Kept {
        num,
        space,
        kind,
        document,
        changes,
    }))
}

fn keep(
    tx: &Transaction<'_>,
    id: DocumentId,
    space: SpaceId,
    kept: Option<&Kept>,
    document: &Document,
    applied: usize,
) -> Result<i64, Error> {
    let changes = kept.map_or(0, |kept| kept.changes) + i64::try_from(applied).map_err(damaged)?;
    let (kind, saved, version) = (
        document.kind().as_str(),
        document.save(),
        document.version(),
    );
    match kept {
        Some(kept) => {
            tx.prepare_cached(
                "UPDATE document SET kind = ?2, saved = ?3, version = ?4, changes = ?5 WHERE num = ?1",
            )?
            .execute(params![kept.num, kind, saved, version.as_bytes(), changes])?;
            Ok(kept.num)
        }
        None => {
            tx.prepare_cached(
                "INSERT INTO document (id, space, kind, saved, version, changes)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![
                id.0,
                space.0,
                kind,
                saved,
                version.as_bytes(),
                changes
            ])?;
            Ok(tx.last_insert_rowid())
        }
    }
}

/// Remembers whose app run wrote the change, and when that run last wrote in this document.
fn note_actor(tx: &Transaction<'_>, num: i64, candidate: &Candidate) -> Result<(), Error> {
    let Ok(actor) = candidate.change.actor() else {
        return Ok(());
    };
    tx.prepare_cached("INSERT INTO actor (actor, member) VALUES (?1, ?2) ON CONFLICT DO NOTHING")?
        .execute(params![actor, candidate.author.0])?;
    tx.prepare_cached(
        "INSERT INTO document_actor (document, actor, at) VALUES (?1, ?2, ?3)
         ON CONFLICT (document, actor) DO UPDATE SET at = max(at, excluded.at)",
    )?
    .execute(params![num, actor, candidate.claimed.0])?;
    Ok(())
}

fn settle(tx: &Transaction<'_>, entry: i64) -> Result<(), Error> {
    tx.prepare_cached("DELETE FROM waiting WHERE entry = ?1")?
        .execute([entry])?;
    tx.prepare_cached("DELETE FROM quarantine WHERE entry = ?1")?
        .execute([entry])?;
    Ok(())
}

fn quarantine(
    tx: &Transaction<'_>,
    entry: i64,
    code: &str,
    now: Millis,
    taken: &mut TakenIn,
) -> Result<(), Error> {
    settle(tx, entry)?;
    tx.prepare_cached("INSERT INTO quarantine (entry, code, at) VALUES (?1, ?2, ?3)")?
        .execute(params![entry, code, now.0])?;
    taken.quarantined += 1;
    Ok(())
}

fn topics(tx: &Transaction<'_>, kind: DocumentKind, space: SpaceId) -> Result<Vec<Topic>, Error> {
    Ok(match kind {
        DocumentKind::Case => vec![Topic::Cases, Topic::Case(space), Topic::Search],
        DocumentKind::ContactMoment | DocumentKind::CaseNote | DocumentKind::Summary => {
            let mut topics = of_space(tx, space)?;
            if topics.contains(&Topic::Street) {
                topics.extend(cases_of_merges(tx)?);
            }
            topics.extend([Topic::Cases, Topic::Search]);
            topics
        }
        DocumentKind::Colleague | DocumentKind::Team => vec![Topic::Team],
        DocumentKind::Place
        | DocumentKind::Group
        | DocumentKind::Shift
        | DocumentKind::Round
        | DocumentKind::Stop
        | DocumentKind::MissedCheckIn => vec![Topic::Street, Topic::Search],
        // A person can have become a case, whose timeline then reads differently.
        DocumentKind::Person | DocumentKind::PersonMerge => {
            let mut topics = vec![Topic::Street, Topic::Cases, Topic::Search];
            topics.extend(cases_of_merges(tx)?);
            topics
        }
        DocumentKind::Action => vec![
            Topic::Actions,
            Topic::Case(space),
            Topic::Street,
            Topic::Search,
        ],
        DocumentKind::Handover | DocumentKind::HandoverReading => {
            vec![Topic::Handovers, Topic::Case(space), Topic::Search]
        }
    })
}

/// Every case that a person was ever merged into: what happens on the street may show there. There are few.
fn cases_of_merges(tx: &Transaction<'_>) -> Result<Vec<Topic>, Error> {
    let mut statement = tx.prepare_cached(
        "SELECT DISTINCT into_id FROM person_merge WHERE into_id IN (SELECT space FROM case_row)",
    )?;
    let cases = statement.query_map([], |row| row.get(0).map(|id| Topic::Case(SpaceId(id))))?;
    Ok(cases.collect::<Result<_, _>>()?)
}

/// What to read again of a space. One with contact moments that belong to no case is the street; saying
/// so of a case as well only costs a read.
pub(crate) fn of_space(tx: &Transaction<'_>, space: SpaceId) -> Result<Vec<Topic>, Error> {
    let street = tx
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM contact_moment WHERE space = ?1 AND in_case = 0)",
        )?
        .query_row([&space.0], |row| row.get(0))?;
    Ok(if street {
        vec![Topic::Case(space), Topic::Street]
    } else {
        vec![Topic::Case(space)]
    })
}
