//! Runs cut out of a log.

use super::{Entry, HubStore};
use crate::HubError;
use nabij_protocol::entry::{Content, Payload, Run};
use nabij_protocol::id::{Signature, TeamId};
use nabij_protocol::session::Wanted;

/// What an entry costs in a page beside its payload, roughly.
const OVERHEAD: usize = 120;
/// How many entries are read at a time.
const AT_ONCE: usize = 32;

/// Cuts a run out of a log: from the entry after `wanted.after` to the last signed entry that fits into
/// about `wanted.bytes`, or to the first signed one if none fits. None when nothing is there.
///
/// # Errors
/// A fault of the database; [`HubError::Damaged`].
pub(crate) fn run(
    store: &mut dyn HubStore,
    team: &TeamId,
    wanted: &Wanted,
) -> Result<Option<Run>, HubError> {
    let mut cut = Cut {
        contents: Vec::new(),
        signed: None,
        bytes: 0,
        last: wanted.after,
    };
    loop {
        let entries = store.entries(team, &wanted.scope, &wanted.log, cut.last, AT_ONCE)?;
        let more = entries.len() == AT_ONCE;
        let mut goes_on = true;
        for entry in entries {
            goes_on = cut.take(entry, wanted)?;
            if !goes_on {
                break;
            }
        }
        if !(goes_on && more) {
            break;
        }
    }
    let Cut {
        mut contents,
        signed,
        ..
    } = cut;
    Ok(signed.map(|(length, signature)| {
        contents.truncate(length);
        Run {
            scope: wanted.scope,
            log: wanted.log,
            after: wanted.after,
            contents,
            signature,
        }
    }))
}

/// A run on its way.
struct Cut {
    contents: Vec<Content>,
    /// Up to where it is signed.
    signed: Option<(usize, Signature)>,
    bytes: usize,
    last: u64,
}

impl Cut {
    /// Takes the next entry; false when the run ends before it.
    fn take(&mut self, entry: Entry, wanted: &Wanted) -> Result<bool, HubError> {
        self.last = self.last.saturating_add(1);
        if entry.number != self.last {
            return Err(HubError::Damaged("log with a hole"));
        }
        self.bytes = self.bytes.saturating_add(size(&entry.content));
        if self.signed.is_some() && (self.bytes > wanted.bytes || entry.number > wanted.up_to) {
            return Ok(false);
        }
        self.contents.push(entry.content);
        if let Some(signature) = entry.signature {
            self.signed = Some((self.contents.len(), signature));
        }
        Ok(true)
    }
}

fn size(content: &Content) -> usize {
    let payload = match content {
        Content::Record(bytes) => bytes.len(),
        Content::Change(change) => match &change.payload {
            Payload::Here(bytes) => bytes.len(),
            Payload::Erased(_) => 0,
        },
    };
    payload.saturating_add(OVERHEAD)
}
