//! The wall: nothing from outside touches a document before it has shown, on a copy, that it is harmless.
//!
//! Automerge's decoders can panic on malformed input, and some malformed changes are accepted and then make
//! the document unloadable. So: bounds, a copy, a net under the panics, save, load, compare, read.

use std::cell::Cell;
use std::collections::{HashMap, HashSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use automerge::{Automerge, AutomergeError, ChangeHash, ROOT, ReadDoc, ScalarValue, Value};

use super::refused::CannotTakeIn;
use super::{Change, Document, DocumentKind, FORMAT, TakenIn};
use crate::{
    action, case, case_note, colleague, contact_moment, group, handover, handover_reading,
    missed_check_in, person, person_merge, place, round, shift, stop, summary, team,
};

thread_local! {
    /// How many walls this thread is behind.
    static BEHIND: Cell<u32> = const { Cell::new(0) };
}

/// Installs, once, a panic hook that says nothing while a wall catches the panic: the message of a decoder
/// can hold content. Other panics go to the hook that was there before. The wall calls this itself; an app
/// that sets its own hook does so before the first document.
pub fn quiet_panics() {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        let before = take_hook();
        set_hook(Box::new(move |info| {
            // `try_with`: a panic while the thread is being torn down must not panic again.
            if BEHIND.try_with(Cell::get).unwrap_or(0) == 0 {
                before(info);
            }
        }));
    });
}

/// Counts itself out again however the work ends.
struct Behind;

impl Behind {
    fn enter() -> Self {
        BEHIND.with(|depth| depth.set(depth.get().saturating_add(1)));
        Behind
    }
}

impl Drop for Behind {
    fn drop(&mut self) {
        BEHIND.with(|depth| depth.set(depth.get().saturating_sub(1)));
    }
}

/// Does work of which a panic is an answer. The work must only touch what it throws away on failure.
pub(super) fn guarded<T>(
    work: impl FnOnce() -> Result<T, CannotTakeIn>,
) -> Result<T, CannotTakeIn> {
    quiet_panics();
    let _behind = Behind::enter();
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(CannotTakeIn::Panicked))
}

/// See [`Document::take_in`].
pub(super) fn take_in(
    current: Option<&Document>,
    changes: &[Change],
) -> Result<TakenIn, CannotTakeIn> {
    let parsed: Vec<automerge::Change> = changes
        .iter()
        .map(Change::parse)
        .collect::<Result<_, _>>()?;
    guarded(|| {
        let mut inner = match current {
            Some(document) => document.inner().clone(),
            None => Automerge::new(),
        };
        let Sorted { ready, waiting } = sort(&inner, &parsed)?;
        if ready.is_empty() {
            return Ok(TakenIn {
                document: current.cloned(),
                waiting,
                applied: 0,
            });
        }
        let applied = ready.len();
        inner.apply_changes(ready).map_err(|error| match error {
            AutomergeError::DuplicateSeqNumber(..) | AutomergeError::DuplicateActorId(_) => {
                CannotTakeIn::ActorReused
            }
            _ => CannotTakeIn::Malformed,
        })?;
        let merged = Document {
            inner,
            kind: DocumentKind::Case,
        };
        let reloaded = Document::load(&merged.save())?;
        if reloaded.version() != merged.version() {
            return Err(CannotTakeIn::WontReload);
        }
        // From here on the reloaded one is used: exactly what a restart would show.
        Ok(TakenIn {
            document: Some(reloaded),
            waiting,
            applied,
        })
    })
}

/// Names a freshly loaded document and reads it once, so that whatever can go wrong goes wrong here.
pub(super) fn recognise(inner: Automerge) -> Result<Document, CannotTakeIn> {
    // The newest format anybody wrote counts, also when two wrote one at the same time.
    let formats = inner
        .get_all(ROOT, "format")
        .map_err(|_| CannotTakeIn::Unreadable)?;
    for (value, _) in &formats {
        match value.as_scalar() {
            Some(ScalarValue::Uint(found)) if *found > u64::from(FORMAT) => {
                let found = u32::try_from(*found).unwrap_or(u32::MAX);
                return Err(CannotTakeIn::NewerFormat { found });
            }
            Some(ScalarValue::Uint(_)) => {}
            _ => return Err(CannotTakeIn::Unreadable),
        }
    }
    if formats.is_empty() {
        return Err(CannotTakeIn::Unreadable);
    }
    let kind = match inner.get(ROOT, "kind") {
        Ok(Some((Value::Scalar(word), _))) => match word.as_str() {
            Some(word) => DocumentKind::parse(word).ok_or(CannotTakeIn::UnknownKind)?,
            None => return Err(CannotTakeIn::Unreadable),
        },
        _ => return Err(CannotTakeIn::Unreadable),
    };
    let document = Document { inner, kind };
    let readable = match kind {
        DocumentKind::Case => case::read(&document).is_ok(),
        DocumentKind::ContactMoment => contact_moment::read(&document).is_ok(),
        DocumentKind::CaseNote => case_note::read(&document).is_ok(),
        DocumentKind::Summary => summary::read(&document).is_ok(),
        DocumentKind::Colleague => colleague::read(&document).is_ok(),
        DocumentKind::Team => team::read(&document).is_ok(),
        DocumentKind::Place => place::read(&document).is_ok(),
        DocumentKind::Group => group::read(&document).is_ok(),
        DocumentKind::Shift => shift::read(&document).is_ok(),
        DocumentKind::Round => round::read(&document).is_ok(),
        DocumentKind::Stop => stop::read(&document).is_ok(),
        DocumentKind::Person => person::read(&document).is_ok(),
        DocumentKind::PersonMerge => person_merge::read(&document).is_ok(),
        DocumentKind::Action => action::read(&document).is_ok(),
        DocumentKind::Handover => handover::read(&document).is_ok(),
        DocumentKind::HandoverReading => handover_reading::read(&document).is_ok(),
        DocumentKind::MissedCheckIn => missed_check_in::read(&document).is_ok(),
    };
    if readable {
        Ok(document)
    } else {
        Err(CannotTakeIn::Unreadable)
    }
}

/// Changes that can be applied, predecessors first, and the places of those that cannot yet.
struct Sorted {
    ready: Vec<automerge::Change>,
    waiting: Vec<usize>,
}

/// Orders changes and checks that each goes on counting where its predecessors stopped. Automerge numbers
/// operations with 32 bits and takes any number; one change with a number near the end would leave no room
/// for another, for ever.
fn sort(document: &Automerge, changes: &[automerge::Change]) -> Result<Sorted, CannotTakeIn> {
    // Newest operation number per change that is in the document or ready.
    let mut known: HashMap<ChangeHash, u64> = document
        .get_changes_meta(&[])
        .iter()
        .map(|meta| (meta.hash, meta.max_op))
        .collect();
    let mut seen: HashSet<ChangeHash> = known.keys().copied().collect();
    let mut missing: HashMap<usize, usize> = HashMap::new();
    let mut heirs: HashMap<ChangeHash, Vec<usize>> = HashMap::new();
    let mut next = VecDeque::new();
    for (place, change) in changes.iter().enumerate() {
        // A change offered twice counts once; one the document has does not count.
        if !seen.insert(change.hash()) {
            continue;
        }
        let deps: HashSet<_> = change
            .deps()
            .iter()
            .filter(|dep| !known.contains_key(dep))
            .collect();
        match deps.len() {
            0 => next.push_back(place),
            count => {
                missing.insert(place, count);
            }
        }
        for dep in deps {
            heirs.entry(*dep).or_default().push(place);
        }
    }
    let mut ready = Vec::new();
    while let Some(change) = next.pop_front().and_then(|place| changes.get(place)) {
        let tops = change.deps().iter().filter_map(|dep| known.get(dep));
        let first = tops.max().copied().unwrap_or(0).saturating_add(1);
        if change.start_op().get() != first {
            return Err(CannotTakeIn::Malformed);
        }
        known.insert(change.hash(), change.max_op());
        ready.push(change.clone());
        for place in heirs.remove(&change.hash()).unwrap_or_default() {
            if let Some(count) = missing.get_mut(&place) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    missing.remove(&place);
                    next.push_back(place);
                }
            }
        }
    }
    let mut waiting: Vec<usize> = missing.into_keys().collect();
    waiting.sort_unstable();
    Ok(Sorted { ready, waiting })
}
