//! The newest entries, for a laptop that has much to catch up on.

use super::Keeper;
use crate::error::Denied;
use nabij_protocol::entry::{RUN_BYTES, encode};
use nabij_protocol::id::{LogId, Scope, TeamId};
use nabij_protocol::message::Tail;
use nabij_protocol::session::Wanted;
use std::collections::BTreeSet;

/// How many of the newest changes are shown before the rest.
const NEWEST: usize = 64;
/// How many more, shared out over the logs of all spaces: what is handed in at once arrives space by space.
const SPREAD: usize = 4_000;
/// The most that one log is given of those.
const OF_ONE_LOG: usize = 3;
/// How long the first stretch of a case's log may be to be shown as what the case is called.
const FIRST: usize = 8;

impl Keeper {
    /// How each space begins, which says what it is called, the newest changes of all, and the newest few of
    /// each log: in portions of about a page.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn glimpse(
        &mut self,
        team: &TeamId,
        scopes: &BTreeSet<Scope>,
    ) -> Result<Vec<Vec<Tail>>, Denied> {
        let roster = self.roster(team)?;
        let vectors = self.store.vectors(team)?;
        let mut tails = Vec::new();
        for scope in scopes {
            let (Some(vector), Some(space)) = (
                vectors.0.get(scope),
                scope.space().and_then(|space| roster.space(&space)),
            ) else {
                continue;
            };
            let by_opener = |log: &&LogId| {
                roster
                    .devices_of(&space.opener)
                    .any(|device| device.card.id() == log.device)
            };
            for log in vector.0.keys().filter(by_opener) {
                let first = self.tail(team, *scope, *log, 0, 1)?;
                tails.extend(first.filter(|tail| tail.run.contents.len() <= FIRST));
            }
        }
        let mut firsts = self.store.newest(team, scopes, NEWEST)?;
        let logs = || {
            let changes = vectors
                .0
                .iter()
                .filter(|(scope, _)| matches!(scope, Scope::Changes(_)) && scopes.contains(scope));
            changes.flat_map(|(scope, vector)| {
                vector.0.iter().map(|(log, last)| ((*scope, *log), *last))
            })
        };
        let each = (SPREAD / logs().count().max(1)).clamp(1, OF_ONE_LOG) as u64;
        for (log, last) in logs().take(SPREAD) {
            let first = last.saturating_sub(each.saturating_sub(1)).max(1);
            firsts
                .entry(log)
                .and_modify(|known| *known = first.min(*known))
                .or_insert(first);
        }
        for ((scope, log), first) in firsts {
            let last = vectors.of(&scope, &log);
            tails.extend(self.tail(team, scope, log, first.saturating_sub(1), last)?);
        }
        let mut portions: Vec<Vec<Tail>> = Vec::new();
        let mut size = RUN_BYTES;
        for tail in tails {
            if size >= RUN_BYTES {
                portions.push(Vec::new());
                size = 0;
            }
            size = size.saturating_add(encode(&tail).len());
            if let Some(portion) = portions.last_mut() {
                portion.push(tail);
            }
        }
        Ok(portions)
    }

    fn tail(
        &mut self,
        team: &TeamId,
        scope: Scope,
        log: LogId,
        after: u64,
        up_to: u64,
    ) -> Result<Option<Tail>, Denied> {
        let wanted = Wanted {
            scope,
            log,
            after,
            up_to,
            bytes: RUN_BYTES,
        };
        let run = self.run(team, &wanted)?;
        let previous = self.store.hash_at(team, &scope, &log, after)?;
        Ok(previous
            .zip(run)
            .map(|(previous, run)| Tail { previous, run }))
    }
}
