//! A conversation over a line: moves its messages, and tells how it goes.

use super::conversation::{Conversation, Peer};
use super::line::Line;
use super::link::{Ended, Until};
use super::room::{Event, Heads};
use crate::App;
use crate::error::Error;
use crate::ipc::Origin;
use crate::open_vault::OpenVault;
use nabij_protocol::message::Message;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::timeout;

/// A hub that says nothing for so long, not even to a ping, is taken for gone.
const SILENCE: Duration = Duration::from_secs(20);

/// How many pages are taken in together at most: who writes meanwhile waits for them.
const TOGETHER: usize = 4;

/// A conversation with the hub over a line.
pub(super) struct Talk<'a> {
    app: &'a App,
    vault: &'a Arc<OpenVault>,
    pub(super) line: Line,
    conversation: Conversation,
    first: Vec<Message>,
    total: u64,
}

impl<'a> Talk<'a> {
    pub(super) fn new(
        app: &'a App,
        vault: &'a Arc<OpenVault>,
        line: Line,
        peer: Peer,
    ) -> Result<Talk<'a>, Error> {
        let salt = line.handshake_hash();
        let (conversation, first) = Conversation::begin(app, vault, peer, salt)?;
        Ok(Talk {
            app,
            vault,
            line,
            conversation,
            first,
            total: 0,
        })
    }

    pub(super) async fn go_on(
        &mut self,
        until: Until,
        mut grown: UnboundedReceiver<Heads>,
    ) -> Result<Ended, Error> {
        let first = std::mem::take(&mut self.first);
        self.send(first).await?;
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
                    let answers = self.conversation.grown(&heads)?;
                    self.send(answers).await?;
                }
            }
            self.report();
        }
    }

    /// Hears a message; a page together with those that are here already, because one write of several costs less.
    async fn hear(&mut self, first: Message) -> Result<(), Error> {
        let (mut messages, mut broken) = (vec![first], None);
        while messages.len() < TOGETHER && matches!(messages.last(), Some(Message::Page(_))) {
            match self.line.receive_now().await {
                Ok(Some(message)) => messages.push(message),
                Ok(None) => break,
                Err(error) => {
                    broken = Some(error);
                    break;
                }
            }
        }
        // What came before a line broke is kept.
        let answers = self.conversation.hear_all(messages)?;
        match broken {
            Some(error) => Err(error),
            None => self.send(answers).await,
        }
    }

    async fn send(&mut self, messages: Vec<Message>) -> Result<(), Error> {
        for message in messages {
            self.line.send(&message).await?;
        }
        Ok(())
    }

    /// Whether everything has gone both ways and the hub has signed for it.
    fn finished(&mut self) -> Result<bool, Error> {
        // Who wants to join was told before the hub's first answer, so being caught up includes that.
        let caught_up = self.conversation.caught_up();
        let done = caught_up && !self.vault.store.waiting_to_share()?.any();
        let room = self.app.sync();
        let resting = self.conversation.resting();
        if caught_up && !done && !resting.is_empty() {
            let refusal = self.conversation.turned_down();
            let own = self.vault.device_id();
            let scopes = resting.into_iter().filter(|(_, log)| log.device == own);
            room.note_refused(scopes.map(|(scope, _)| (scope, refusal)).collect());
            return Err(Error::HubRefused(refusal));
        }
        if done {
            room.note_refused(BTreeMap::new());
        }
        if done && !room.view().caught_up {
            room.end_round(|view| {
                view.caught_up = true;
                view.failure = None;
                view.done = 0;
                view.total = 0;
            });
            self.total = 0;
            room.tell(self.app.now(), Event::CaughtUp);
            self.app.announce(["sync"], &Origin::default());
        }
        Ok(done)
    }

    fn report(&mut self) {
        let left = self.conversation.left();
        self.total = if left == 0 { 0 } else { self.total.max(left) };
        let total = self.total;
        let room = self.app.sync();
        let (sent, received) = self.line.moved();
        room.report(|view| (view.bytes_sent, view.bytes_received) = (sent, received));
        let before = room.view();
        let done = total.saturating_sub(left);
        if (before.done, before.total) != (done, total) {
            room.report(|view| (view.done, view.total) = (done, total));
            self.app.announce(["sync"], &Origin::default());
        }
    }
}
