//! Conversations whose messages somebody hands over: for simulations. The messages are the bytes that
//! carriers move.

use crate::Hub;
use crate::connection::End;
use crate::conversation::{Conversation, Desk};
use crate::keeper::Notice;
use crate::shared::Shared;
use nabij_protocol::id::Hash;
use nabij_protocol::message::{Message, Standing};
use nabij_protocol::session::{Session, Side};
use std::sync::Arc;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::TryRecvError;

/// A conversation of this hub with one laptop.
pub struct ByHand {
    shared: Arc<Shared>,
    conversation: Conversation,
    notices: Receiver<Arc<Notice>>,
}

/// Messages in their encoded form, in order.
pub type Messages = Vec<Vec<u8>>;

impl Hub {
    /// The hub's public signing key.
    pub fn signing_key(&self) -> [u8; 32] {
        self.shared.identity().signing_public().0
    }

    /// Fills the hub's disk but for so many pages of its file; none: there is room again.
    ///
    /// # Errors
    /// [`crate::HubError::Database`].
    pub fn fills_disk(&self, pages: Option<u32>) -> Result<(), crate::HubError> {
        self.shared
            .with(|keeper| keeper.store().limit_growth(pages))
    }

    /// Takes in a laptop's hello, of which the carrier has checked the proof. None when it is refused or may
    /// only ask to join.
    pub fn meets(&self, hello: &[u8], salt: [u8; 32]) -> Option<(ByHand, Messages)> {
        let Ok(Message::Hello(hello)) = Message::decode(hello) else {
            return None;
        };
        let shared = Arc::clone(&self.shared);
        let (id, now) = (shared.next_connection(), shared.now());
        let greeted = shared.with(|keeper| keeper.greet(&hello, now)).ok()?;
        if !matches!(greeted.standing, Standing::Member | Standing::Founder) {
            return None;
        }
        let session = Session::new(Side::Hub, Hash(salt), greeted.held, Some(greeted.visible));
        let mut by_hand = ByHand {
            shared,
            conversation: Conversation::new(hello, id, Some(session)),
            notices: greeted.notices,
        };
        let first = by_hand.work(|conversation, desk| {
            conversation.start(desk, greeted.standing, &greeted.roster)
        })?;
        Some((by_hand, first))
    }
}

impl ByHand {
    /// Takes in a message; answers what to send, or none when the connection ends.
    pub fn hear(&mut self, bytes: &[u8]) -> Option<Messages> {
        let message = Message::decode(bytes).ok()?;
        self.work(|conversation, desk| conversation.message(desk, message))
    }

    /// What to send because of what others brought; none when the connection ends.
    pub fn news(&mut self) -> Option<Messages> {
        let mut out = Vec::new();
        loop {
            let more = match self.notices.try_recv() {
                Ok(notice) => self.work(|conversation, desk| conversation.notice(desk, &notice)),
                Err(TryRecvError::Lagged(_)) => self.work(Conversation::catch_up),
                Err(TryRecvError::Empty) => return Some(out),
                Err(TryRecvError::Closed) => None,
            };
            out.extend(more?);
        }
    }

    fn work(
        &mut self,
        work: impl FnOnce(&mut Conversation, &mut Desk<'_>) -> Result<(), End>,
    ) -> Option<Messages> {
        let now = self.shared.now();
        let (identity, conversation) = (self.shared.identity(), &mut self.conversation);
        let done = self.shared.with(|keeper| {
            let mut desk = Desk {
                keeper,
                identity,
                now,
            };
            work(conversation, &mut desk)
        });
        let out = self.conversation.sent();
        done.ok()?;
        Some(out.iter().map(Message::encode).collect())
    }
}
