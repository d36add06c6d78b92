//! What another process over the same database has kept: told to the connections of this one.

use super::Keeper;
use super::news::{ELSEWHERE, Notice};
use crate::HubError;
use crate::store::{Heard, News};
use nabij_protocol::id::TeamId;
use std::sync::Arc;

impl Keeper {
    /// Looks up what was heard of, and tells it on.
    ///
    /// # Errors
    /// A fault of the database; the same can be asked again.
    pub(crate) fn hear(&mut self, heard: Heard) -> Result<(), HubError> {
        match heard {
            Heard::Team(team, news) => self.hear_of(&team, news),
            Heard::Anything => {
                for team in self.channels.heard() {
                    self.hear_of(&team, News::Page)?;
                    self.hear_of(&team, News::Join)?;
                    self.hear_of(&team, News::Receipt)?;
                }
                Ok(())
            }
        }
    }

    fn hear_of(&mut self, team: &TeamId, news: News) -> Result<(), HubError> {
        if self.channels.listeners(team) == 0 {
            return Ok(());
        }
        match news {
            News::Page => {
                // Whoever may newly see a space is told before what came into it.
                self.roster(team)?;
                let held = self.store.vectors(team)?;
                let heads = self.channels.untold(team, &held);
                if !heads.is_empty() {
                    let notice = Notice {
                        heads,
                        ..Notice::default()
                    };
                    self.channels.announce(team, notice);
                }
            }
            News::Join => {
                let notice = Notice {
                    joiner: true,
                    ..Notice::default()
                };
                self.channels.announce(team, notice);
            }
            News::Receipt => self.tell_receipts(team, None)?,
        }
        Ok(())
    }

    /// Tells of all receipts that were not told yet, in the order of their arrival; `own`: one that a
    /// connection of this process has brought. Whoever is told of one has been told of all before it.
    ///
    /// # Errors
    /// A fault of the database.
    pub(super) fn tell_receipts(
        &mut self,
        team: &TeamId,
        own: Option<(u64, u64)>,
    ) -> Result<(), HubError> {
        let Some(told) = self.channels.receipts(team) else {
            return Ok(());
        };
        for (arrival, receipt) in self.store.receipts_after(team, told)? {
            let from = own
                .filter(|(own, _)| *own == arrival)
                .map_or(ELSEWHERE, |(_, connection)| connection);
            let notice = Notice {
                from,
                receipt: Some(Arc::new((arrival, receipt))),
                ..Notice::default()
            };
            self.channels.announce(team, notice);
            self.channels.told_receipts(team, arrival);
        }
        Ok(())
    }
}
