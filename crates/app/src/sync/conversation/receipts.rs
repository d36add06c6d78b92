//! What this laptop signs to hold, and what others have signed.

use super::{Conversation, Peer};
use crate::error::Error;
use crate::ipc::Origin;
use crate::topics::words;
use nabij_protocol::id::{DeviceId, LogId, Millis, Scope, SigningPublic};
use nabij_protocol::message::Confirmed;
use nabij_protocol::receipt::{Receipt, Statement, Stored};
use nabij_store::Topic;
use std::collections::BTreeSet;

impl Conversation {
    /// Nothing is left to send: what the other side holds is still what it signed for, though no receipt says so
    /// anew. What it turned down it has not got.
    pub(super) fn say_again(&self) -> Result<(), Error> {
        if self.resting().is_empty() {
            let now = nabij_domain::Millis(self.app.now());
            self.vault.store.said_again(&self.peer.signing(), now)?;
        }
        Ok(())
    }

    pub(super) fn sign_receipt(
        &self,
        stored: &[(Scope, Vec<(LogId, u64)>)],
    ) -> Result<Option<Receipt>, Error> {
        let team = self.vault.team_view().team.ok_or(Error::NotAMember)?;
        let store = &self.vault.store;
        let parts = Stored::over(stored, |scope, log, number| {
            store.hash_at(scope, log, number)
        })?;
        if parts.is_empty() {
            return Ok(None);
        }
        let statement = Statement {
            team,
            signer: self.vault.device.card().signing,
            at: Millis(self.app.now()),
            stored: parts,
        };
        let signature = self.vault.device.sign(&statement.signed_bytes());
        Ok(Some(Receipt {
            statement,
            signature,
        }))
    }

    /// Only the one that we speak to can say what it has stored.
    pub(super) fn keep_receipt(&self, receipt: &Receipt) -> Result<(), Error> {
        receipt.check()?;
        let team = self.vault.team_view().team;
        if receipt.statement.signer != self.peer.signing() || Some(receipt.statement.team) != team {
            return Err(Error::Protocol(nabij_protocol::Error::BadSignature));
        }
        let touched = self.vault.store.keep_receipt(receipt)?;
        self.tell(&touched);
        self.resolve_all(receipt)
    }

    /// What the hub tells of other laptops: each signed by a laptop that the roster knows, or left aside.
    pub(super) fn keep_confirmed(&self, confirmed: &Confirmed) -> Result<(), Error> {
        let Peer::Hub(hub) = self.peer else {
            return Err(Error::Protocol(nabij_protocol::Error::OutOfTurn(
                "confirmed",
            )));
        };
        let standing = self.vault.team_view();
        let known = |receipt: &&Receipt| {
            let signer = DeviceId::of(&receipt.statement.signer);
            standing.team == Some(receipt.statement.team)
                && standing.roster.known_device(&signer).is_some()
                && receipt.check().is_ok()
        };
        let receipts: Vec<&Receipt> = confirmed.receipts.iter().filter(known).collect();
        let (name, up_to) = (confirmed_setting(&hub), confirmed.up_to.to_string());
        let touched = self.vault.store.keep_told(&receipts, (&name, &up_to))?;
        self.tell(&touched);
        Ok(())
    }

    /// Up to which arrival the hub has told of other laptops' receipts.
    pub(super) fn confirmed(&self) -> Result<u64, Error> {
        let Peer::Hub(hub) = self.peer else {
            return Ok(0);
        };
        let kept = self.vault.store.setting(&confirmed_setting(&hub))?;
        Ok(kept.and_then(|text| text.parse().ok()).unwrap_or(0))
    }

    fn tell(&self, touched: &BTreeSet<Topic>) {
        let mut topics = words(touched);
        topics.insert("sync".to_owned());
        self.app.announce(topics, &Origin::default());
    }
}

/// Each hub counts arrivals by itself.
fn confirmed_setting(hub: &SigningPublic) -> String {
    format!("confirmed:{}", nabij_protocol::id::HubId::of(hub))
}
