//! A session over a line: carries out what the protocol asks for.

use super::line::Line;
use super::link::{Ended, Until};
use super::room::Heads;
use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use crate::receive::take_in_page;
use crate::topics::words;
use nabij_protocol::id::{Millis, Scope, SigningPublic};
use nabij_protocol::message::{Message, Refusal};
use nabij_protocol::receipt::{Receipt, Statement};
use nabij_protocol::session::{Effect, Session, Side};
use nabij_protocol::vector::Vector;
use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;

/// A hub that says nothing for so long, not even to a ping, is taken for gone.
const SILENCE: Duration = Duration::from_secs(20);

/// A session over a line.
pub(super) struct Talk<'a> {
    app: &'a App,
    vault: &'a Arc<OpenVault>,
    pub(super) line: Line,
    hub: SigningPublic,
    session: Session,
    caught_up: bool,
    total: u64,
}

impl<'a> Talk<'a> {
    pub(super) fn new(
        app: &'a App,
        vault: &'a Arc<OpenVault>,
        line: Line,
        hub: SigningPublic,
    ) -> Result<Talk<'a>, Error> {
        let session = Session::new(Side::Laptop, vault.store.vectors()?, None);
        Ok(Talk {
            app,
            vault,
            line,
            hub,
            session,
            caught_up: false,
            total: 0,
        })
    }

    pub(super) async fn go_on(
        &mut self,
        until: Until,
        mut grown: UnboundedReceiver<Heads>,
    ) -> Result<Ended, Error> {
        let unreceipted = self.vault.store.scopes_without_receipt(&self.hub)?;
        self.keep_order();
        let effects = self.session.open(&unreceipted);
        self.perform(effects).await?;
        let mut silent = false;
        loop {
            if self.finished()? && until == Until::CaughtUp {
                return Ok(Ended::CaughtUp);
            }
            tokio::select! {
                message = timeout(SILENCE, self.line.receive()) => match message {
                    Ok(message) => {
                        silent = false;
                        if let Some(message) = message? {
                            self.hear(message).await?;
                        }
                    }
                    Err(_) if silent || until == Until::CaughtUp => return Err(Error::Offline),
                    Err(_) => {
                        silent = true;
                        self.line.ping().await?;
                    }
                },
                Some(heads) = grown.recv() => {
                    self.keep_order();
                    let effects = self.session.grown(&heads);
                    // A write from before the session began is news to nobody: the session says nothing of it.
                    if self.session.outgoing() > 0 {
                        self.caught_up = false;
                    }
                    self.perform(effects).await?;
                }
            }
            self.report();
        }
    }

    /// Whether everything has gone both ways and the hub has signed for it.
    fn finished(&mut self) -> Result<bool, Error> {
        // Who wants to join was told before the hub's first answer, so being caught up includes that.
        let done = self.caught_up && !self.vault.store.waiting_to_share()?.any();
        let room = self.app.sync();
        if self.caught_up && !done && self.session.resting().next().is_some() {
            return Err(Error::HubRefused(Refusal::NotAllowed));
        }
        if done && !room.view().caught_up {
            room.end_round(|view| {
                view.caught_up = true;
                view.failure = None;
                view.done = 0;
                view.total = 0;
            });
            self.total = 0;
            self.app.announce(["sync"], &Origin::default());
        }
        Ok(done)
    }

    fn report(&mut self) {
        let left = self
            .session
            .outgoing()
            .saturating_add(self.session.incoming());
        self.total = if left == 0 { 0 } else { self.total.max(left) };
        let total = self.total;
        let room = self.app.sync();
        let before = room.view();
        let done = total.saturating_sub(left);
        if (before.done, before.total) != (done, total) {
            room.report(|view| (view.done, view.total) = (done, total));
            self.app.announce(["sync"], &Origin::default());
        }
    }

    async fn hear(&mut self, message: Message) -> Result<(), Error> {
        match message {
            // Stored nothing of that page, to its knowledge; the session tries the rest and comes back to it.
            Message::Refused(Refusal::NotAllowed) => {
                let effects = self.session.declined();
                self.perform(effects).await
            }
            Message::Refused(refusal) => Err(Error::HubRefused(refusal)),
            Message::Joiners(requests) => {
                if crate::invitations::admit(self.app, self.vault, &requests)? > 0 {
                    self.caught_up = false;
                }
                Ok(())
            }
            message => {
                let effects = self.session.receive(message)?;
                self.perform(effects).await
            }
        }
    }

    async fn perform(&mut self, effects: Vec<Effect>) -> Result<(), Error> {
        let mut effects: VecDeque<Effect> = effects.into();
        while let Some(effect) = effects.pop_front() {
            match effect {
                Effect::Send(message) => self.line.send(&message).await?,
                Effect::Store(runs) => {
                    let received = take_in_page(self.app, self.vault, runs)?;
                    if received.new > 0 {
                        crate::spaces::upkeep(self.app)?;
                        self.keep_order();
                    }
                    effects.extend(self.session.stored(&received.heads));
                }
                Effect::Fetch(wanted) => {
                    let run = self.vault.store.run(
                        &wanted.scope,
                        &wanted.log,
                        wanted.after,
                        wanted.up_to,
                        wanted.bytes,
                    )?;
                    effects.extend(self.session.fetched(run));
                }
                Effect::Acknowledge(stored) => {
                    let receipt = self.sign_receipt(stored)?;
                    self.line.send(&Message::Receipt(receipt)).await?;
                }
                Effect::KeepReceipt(receipt) => self.keep_receipt(&receipt)?,
                Effect::CaughtUp => self.caught_up = true,
            }
        }
        Ok(())
    }

    /// Whoever introduces a laptop goes before it.
    fn keep_order(&mut self) {
        let standing = self.vault.standing();
        self.session.set_order(standing.roster.introductions());
    }

    fn sign_receipt(&self, stored: Vec<(Scope, Vector)>) -> Result<Receipt, Error> {
        let team = self.vault.standing().team.ok_or(Error::NotAMember)?;
        let signer = self.vault.device.card().signing;
        let statement = Statement {
            team,
            signer,
            at: Millis(self.app.now()),
            stored,
        };
        let signature = self.vault.device.sign(&statement.signed_bytes());
        Ok(Receipt {
            statement,
            signature,
        })
    }

    /// Only the hub that we speak to can say what it has stored.
    fn keep_receipt(&self, receipt: &Receipt) -> Result<(), Error> {
        receipt.check()?;
        let team = self.vault.standing().team;
        if receipt.statement.signer != self.hub || Some(receipt.statement.team) != team {
            return Err(Error::Protocol(nabij_protocol::Error::BadSignature));
        }
        let topics = self.vault.store.keep_receipt(receipt)?;
        let mut topics = words(&topics);
        topics.insert("sync".to_owned());
        self.app.announce(topics, &Origin::default());
        Ok(())
    }
}
