//! Receipts: what the hub states itself, and what it keeps of laptops' for each other.

use super::{Keeper, visible};
use crate::error::Denied;
use crate::store::Identity;
use nabij_protocol::entry::{RUN_BYTES, encode};
use nabij_protocol::id::{DeviceId, LogId, Millis, Scope, TeamId};
use nabij_protocol::message::{Confirmed, Refusal};
use nabij_protocol::receipt::{Receipt, Stored};

impl Keeper {
    /// The hub's own receipt over these ends of logs; none if nothing of it is here.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn receipt(
        &mut self,
        identity: &Identity,
        team: TeamId,
        now: Millis,
        stored: &[(Scope, Vec<(LogId, u64)>)],
    ) -> Result<Option<Receipt>, Denied> {
        let parts = Stored::over(stored, |scope, log, number| {
            self.store.hash_at(&team, scope, log, number)
        })?;
        if parts.is_empty() {
            return Ok(None);
        }
        self.metrics.receipt_signed();
        Ok(Some(identity.receipt(team, now, parts)))
    }

    /// Keeps what a laptop has stated, and tells the others.
    ///
    /// # Errors
    /// [`Refusal::BadProof`] unless it is of this laptop and this team; a fault of the database.
    pub(crate) fn keep_receipt(
        &mut self,
        team: &TeamId,
        laptop: &DeviceId,
        receipt: Receipt,
        from: u64,
    ) -> Result<(), Denied> {
        let theirs = DeviceId::of(&receipt.statement.signer) == *laptop;
        if !theirs || receipt.statement.team != *team || receipt.check().is_err() {
            return Err(Refusal::BadProof.into());
        }
        let mut writing = self.store.begin(team)?;
        let arrival = writing.keep_receipt(&receipt)?;
        writing.commit()?;
        self.metrics.receipt_kept();
        if let Some(arrival) = arrival {
            self.tell_receipts(team, Some((arrival, from)))?;
        }
        Ok(())
    }

    /// What other laptops have stated since that arrival, as far as this laptop may know of it, in portions
    /// of about a page; nothing if nothing came since.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn confirmed(
        &mut self,
        team: &TeamId,
        laptop: &DeviceId,
        after: u64,
    ) -> Result<Vec<Confirmed>, Denied> {
        let roster = self.roster(team)?;
        let scopes = visible(&roster, laptop);
        let mut portions: Vec<Confirmed> = Vec::new();
        let mut size = RUN_BYTES;
        for (arrival, receipt) in self.store.receipts_after(team, after)? {
            if size >= RUN_BYTES {
                size = 0;
                portions.push(Confirmed {
                    up_to: arrival,
                    receipts: Vec::new(),
                });
            }
            let theirs = DeviceId::of(&receipt.statement.signer) == *laptop;
            let shown = receipt.for_scopes(&scopes).filter(|_| !theirs);
            if let Some(portion) = portions.last_mut() {
                size = size.saturating_add(shown.as_ref().map_or(0, |shown| encode(shown).len()));
                portion.up_to = arrival;
                portion.receipts.extend(shown);
            }
        }
        Ok(portions)
    }
}
