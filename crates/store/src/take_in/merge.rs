//! Putting opened changes into one document, so that a bad one never blocks the good ones.

use super::{Candidate, Unmerged};
use nabij_domain::{CannotTakeIn, Change, Document};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::thread::ScopedJoinHandle;

/// What became of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is in the document.
    In,
    /// Its predecessors are not here yet.
    Waits,
    /// It does not pass the wall, for this reason.
    Refused(&'static str),
}

/// The document after a merge.
pub(super) struct Merged {
    /// The document, when anything new came into it.
    pub document: Option<Document>,
    /// How many changes were new to it.
    pub applied: usize,
    /// For each candidate in order.
    pub fates: Vec<Fate>,
}

/// How many documents are worth a thread of their own.
const WORTH_A_THREAD: usize = 8;

/// Merges documents on all cores: the wall that each change passes is most of the work of taking it in.
pub(super) fn side_by_side(documents: &[Unmerged]) -> Vec<Merged> {
    let all = |documents: &[Unmerged]| -> Vec<Merged> {
        let merged = documents.iter().map(|unmerged| {
            let kept = unmerged.kept.as_ref();
            merge(kept.map(|kept| &kept.document), &unmerged.candidates)
        });
        merged.collect()
    };
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let threads = cores.min(documents.len() / WORTH_A_THREAD);
    if threads < 2 {
        return all(documents);
    }
    let mut parts = documents.chunks(documents.len().div_ceil(threads));
    let here = parts.next().unwrap_or_default();
    std::thread::scope(|scope| {
        // Where no thread can be had, its part is merged here.
        let elsewhere: Vec<_> = parts
            .map(|part| {
                let worker = std::thread::Builder::new().name("merge".to_owned());
                (part, worker.spawn_scoped(scope, move || all(part)).ok())
            })
            .collect();
        let mut merged = all(here);
        for (part, worker) in elsewhere {
            merged.extend(match worker.map(ScopedJoinHandle::join) {
                Some(Ok(part)) => part,
                Some(Err(panic)) => resume_unwind(panic),
                None => all(part),
            });
        }
        merged
    })
}

/// Merges all candidates at once; only when that fails, one by one, to find the bad ones.
fn merge(current: Option<&Document>, candidates: &[Candidate]) -> Merged {
    let changes: Vec<Change> = candidates
        .iter()
        .map(|candidate| candidate.change.clone())
        .collect();
    match Document::take_in(current, &changes) {
        Ok(taken) => {
            let mut fates = vec![Fate::In; changes.len()];
            for place in taken.waiting {
                if let Some(fate) = fates.get_mut(place) {
                    *fate = Fate::Waits;
                }
            }
            let document = taken.document.filter(|_| taken.applied > 0);
            Merged {
                document,
                applied: taken.applied,
                fates,
            }
        }
        Err(_) => one_by_one(current, &changes),
    }
}

fn one_by_one(current: Option<&Document>, changes: &[Change]) -> Merged {
    let mut fates = vec![Fate::Waits; changes.len()];
    let mut document: Option<Document> = None;
    let mut applied = 0;
    loop {
        let mut moved = false;
        for (change, fate) in changes.iter().zip(&mut fates) {
            if *fate != Fate::Waits {
                continue;
            }
            match Document::take_in(document.as_ref().or(current), std::slice::from_ref(change)) {
                Ok(taken) if taken.waiting.is_empty() => {
                    if taken.applied > 0 {
                        applied += taken.applied;
                        document = taken.document;
                    }
                    *fate = Fate::In;
                    moved = true;
                }
                Ok(_) => {}
                Err(error) => *fate = Fate::Refused(code(error)),
            }
        }
        if !moved {
            return Merged {
                document,
                applied,
                fates,
            };
        }
    }
}

/// A short code for the quarantine. What a newer version of Nabij wrote is no fault.
fn code(error: CannotTakeIn) -> &'static str {
    match error {
        CannotTakeIn::TooLarge => "too_large",
        CannotTakeIn::NotAChange => "not_a_change",
        CannotTakeIn::Malformed => "malformed",
        CannotTakeIn::ActorReused => "actor_reused",
        CannotTakeIn::Panicked => "panicked",
        CannotTakeIn::WontReload => "wont_reload",
        CannotTakeIn::Unreadable => "unreadable",
        CannotTakeIn::UnknownKind | CannotTakeIn::NewerFormat { .. } => "newer",
    }
}
