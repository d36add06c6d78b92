//! A greeted laptop on its line: frames in, frames out; what they mean is the conversation's.

use super::line::Line;
use super::{End, greeting};
use crate::conversation::{Conversation, Desk};
use crate::error::Denied;
use crate::keeper::Notice;
use crate::limits::Pace;
use crate::shared::Shared;
use nabij_protocol::message::{Message, Refusal, Standing};
use nabij_protocol::noise::Channel;
use nabij_protocol::roster::Roster;
use std::sync::Arc;
use tokio::sync::broadcast::error::RecvError;
use tokio::time::Instant;

/// One greeted connection.
pub(super) struct Served<'c> {
    shared: &'c Arc<Shared>,
    pub(super) line: &'c mut Line,
    channel: Channel,
    /// None only while it works on a message.
    conversation: Option<Conversation>,
    pace: Pace,
}

impl<'c> Served<'c> {
    /// After the welcome.
    pub(super) fn new(
        shared: &'c Arc<Shared>,
        line: &'c mut Line,
        channel: Channel,
        conversation: Conversation,
    ) -> Self {
        Served {
            shared,
            line,
            channel,
            conversation: Some(conversation),
            pace: Pace::new(Instant::now()),
        }
    }

    /// What a laptop hears without asking.
    ///
    /// # Errors
    /// How the connection ended.
    pub(super) async fn start(
        &mut self,
        standing: Standing,
        roster: Arc<Roster>,
    ) -> Result<(), End> {
        self.work(move |conversation, desk| conversation.start(desk, standing, &roster))
            .await
    }

    /// Tells the other side why its connection ends, where that is not said yet.
    pub(super) fn tell(&mut self, end: End) -> End {
        if let End::Refused(refusal) = &end {
            let _ = self.send(&Message::Refused(*refusal));
        }
        end
    }

    /// Takes in a frame.
    ///
    /// # Errors
    /// How the connection ended; the other side has been told.
    pub(super) async fn frame(&mut self, frame: &[u8]) -> Result<(), End> {
        let wait = self.pace.take(Instant::now(), frame.len());
        if !wait.is_zero() {
            tokio::time::sleep(wait).await;
        }
        let done = match self.open(frame) {
            Ok(message) => {
                self.work(move |conversation, desk| conversation.message(desk, message))
                    .await
            }
            Err(end) => Err(end),
        };
        done.map_err(|end| self.tell(end))
    }

    /// News from another connection.
    ///
    /// # Errors
    /// How the connection ended; the other side has been told.
    pub(super) async fn notice(
        &mut self,
        notice: Result<Arc<Notice>, RecvError>,
    ) -> Result<(), End> {
        let done = match notice {
            Ok(notice) => {
                self.work(move |conversation, desk| conversation.notice(desk, &notice))
                    .await
            }
            Err(RecvError::Lagged(_)) => self.work(Conversation::catch_up).await,
            Err(RecvError::Closed) => Err(End::Stopping),
        };
        done.map_err(|end| self.tell(end))
    }

    /// Lets the conversation work where waiting for the disk holds nobody else up, and sends what it says.
    async fn work(
        &mut self,
        work: impl FnOnce(&mut Conversation, &mut Desk<'_>) -> Result<(), End> + Send + 'static,
    ) -> Result<(), End> {
        let mut conversation = self.conversation.take().ok_or(End::Stopping)?;
        let (shared, now) = (Arc::clone(self.shared), self.shared.now());
        let worked = self
            .shared
            .keep(move |keeper| {
                let mut desk = Desk {
                    keeper,
                    identity: shared.identity(),
                    now,
                };
                let done = work(&mut conversation, &mut desk);
                Ok((conversation, done))
            })
            .await;
        let (mut conversation, done) = match worked {
            Ok(worked) => worked,
            Err(Denied::Refused(refusal)) => return Err(End::Refused(refusal)),
            Err(Denied::Fault(_)) => return Err(End::Refused(Refusal::CannotStore)),
        };
        for message in conversation.sent() {
            self.send(&message)?;
        }
        self.conversation = Some(conversation);
        done
    }

    fn open(&mut self, frame: &[u8]) -> Result<Message, End> {
        Ok(Message::decode(&self.channel.open(frame)?)?)
    }

    fn send(&mut self, message: &Message) -> Result<(), End> {
        greeting::send(self.line, &mut self.channel, message)
    }
}
