//! Where what the other side says or sends is not what is here: a hub that lost or withholds, a fork.

use super::{Conversation, Peer, may};
use crate::error::Error;
use crate::ipc::Origin;
use nabij_protocol::entry::Run;
use nabij_protocol::id::{LogId, Scope, SigningPublic};
use nabij_protocol::message::Message;
use nabij_protocol::receipt::Receipt;
use nabij_store::{Finding, FindingKind};

/// How long a colleague may hold what the hub does not have before that is noticed: a day, for laptops that
/// share from hand to hand. Milliseconds.
const GRACE: i64 = 24 * 60 * 60 * 1000;

impl Conversation {
    /// What the other side says that it holds, against what it has signed for and what we wrote.
    pub(super) fn compare(&self, message: &Message) -> Result<(), Error> {
        let Message::Hold(hold) = message else {
            return Ok(());
        };
        let (own, may) = (self.vault.log(), may(&self.vault, None));
        let mut lost: u64 = 0;
        for (scope, vector) in hold.iter().filter(|(scope, _)| may.contains(scope)) {
            if vector.of(&own) > self.vault.store.head(scope, &own)?.0 {
                crate::incarnation::held_elsewhere(&self.vault, &own)?;
            }
            if let Peer::Hub(hub) = &self.peer {
                let now = nabij_domain::Millis(self.app.now());
                let gone = self.vault.store.hub_holds(hub, scope, vector, now)?;
                lost = lost.saturating_add(gone);
            }
        }
        if lost > 0 {
            self.app.announce(["sync", "team"], &Origin::default());
        }
        Ok(())
    }

    /// One run alone does not fit: it is noted. The hub has another history of that log then: ours is written
    /// anew, and of a colleague's what is here is set aside, so that the hub's can come. Another laptop cannot
    /// bring that about: nothing proves what it says.
    pub(super) fn does_not_fit(&self, run: &Run) -> Result<(), Error> {
        if let Peer::Hub(_) = self.peer
            && self.resolve(&run.scope, &run.log, run.after.saturating_add(1))?
        {
            return Err(Error::BegunAnew);
        }
        self.vault.store.note_finding(&Finding {
            kind: FindingKind::DoesNotFit,
            peer: self.peer.signing(),
            scope: run.scope,
            log: run.log,
            number: run.after.saturating_add(1),
            count: run.contents.len().try_into().unwrap_or(u64::MAX),
            at: nabij_domain::Millis(self.app.now()),
        })?;
        self.app.announce(["sync"], &Origin::default());
        Ok(())
    }

    /// A receipt over other entries than are here, signed by the one that we speak to.
    pub(super) fn resolve_all(&self, receipt: &Receipt) -> Result<(), Error> {
        let mut anew = false;
        for (scope, held) in receipt.statement.held() {
            if let Some(hash) = self.vault.store.hash_at(&scope, &held.log, held.number)?
                && hash.mark() != held.mark
            {
                anew |= self.resolve(&scope, &held.log, held.number)?;
            }
        }
        if anew {
            return Err(Error::BegunAnew);
        }
        Ok(())
    }

    /// The other side has another entry at this number of a log. Ours is written anew for whoever has signed
    /// for that; a colleague's begins anew only for the hub. Answers whether anything was begun anew.
    fn resolve(&self, scope: &Scope, log: &LogId, number: u64) -> Result<bool, Error> {
        if log.device == self.vault.device_id() {
            let peer = self.peer.signing();
            crate::incarnation::write_anew(&self.app, &self.vault, &peer, (scope, log, number))
        } else if let Peer::Hub(_) = self.peer {
            Ok(self.vault.store.begin_log_anew(scope, log)?)
        } else {
            Ok(false)
        }
    }

    /// What others have said for a day to hold, and this hub does not give. All that anybody ever said is looked
    /// through, so not at every meeting; but what was noted goes as soon as it has come.
    pub(super) fn look_for_withheld(&self, hub: &SigningPublic) -> Result<(), Error> {
        let (now, store) = (self.app.now(), &self.vault.store);
        let noted = |finding: &Finding| finding.kind == FindingKind::Withheld;
        if self.app.sync().look_is_due(now) || store.findings()?.iter().any(noted) {
            let before = nabij_domain::Millis(now.saturating_sub(GRACE));
            store.note_withheld(hub, before, nabij_domain::Millis(now))?;
        }
        Ok(())
    }
}
