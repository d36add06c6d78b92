//! Receipts: what the hub states itself, and what it keeps of laptops' for each other.

use super::{Keeper, Notice, visible};
use crate::error::Denied;
use crate::store::Identity;
use nabij_protocol::id::{DeviceId, LogId, Millis, Scope, TeamId};
use nabij_protocol::message::{Confirmed, Refusal};
use nabij_protocol::receipt::{Held, Receipt, Stored};
use std::sync::Arc;

impl Keeper {
    /// The hub's own receipt over these ends of logs; none if nothing of it is here.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn receipt(
        &self,
        identity: &Identity,
        team: TeamId,
        now: Millis,
        stored: &[(Scope, Vec<(LogId, u64)>)],
    ) -> Result<Option<Receipt>, Denied> {
        let mut parts = Vec::with_capacity(stored.len());
        for (scope, logs) in stored {
            let mut held = Vec::with_capacity(logs.len());
            for (log, number) in logs {
                if let Some(hash) = self.store.hash_at(&team, scope, log, *number)? {
                    held.push(Held {
                        log: *log,
                        number: *number,
                        mark: hash.mark(),
                    });
                }
            }
            if !held.is_empty() {
                parts.push(Stored::Here(*scope, held));
            }
        }
        Ok((!parts.is_empty()).then(|| identity.receipt(team, now, parts)))
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
        let writing = self.store.begin()?;
        let arrival = writing.keep_receipt(team, &receipt)?;
        writing.commit()?;
        if let Some(arrival) = arrival {
            self.announce(
                team,
                Notice {
                    from,
                    heads: Vec::new(),
                    roster: None,
                    joiner: false,
                    receipt: Some(Arc::new((arrival, receipt))),
                },
            );
        }
        Ok(())
    }

    /// What other laptops have stated since that arrival, as far as this laptop may know of it; none if
    /// nothing came since.
    ///
    /// # Errors
    /// A fault of the database.
    pub(crate) fn confirmed(
        &mut self,
        team: &TeamId,
        laptop: &DeviceId,
        after: u64,
    ) -> Result<Option<Confirmed>, Denied> {
        let (up_to, receipts) = self.store.receipts_after(team, after)?;
        if up_to == after {
            return Ok(None);
        }
        let roster = self.roster(team)?;
        let scopes = visible(&roster, laptop);
        let receipts = receipts
            .iter()
            .filter(|receipt| DeviceId::of(&receipt.statement.signer) != *laptop)
            .filter_map(|receipt| receipt.for_scopes(&scopes))
            .collect();
        Ok(Some(Confirmed { up_to, receipts }))
    }
}
