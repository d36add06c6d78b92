//! Conversations whose messages somebody hands over: for simulations, which decide in which order they come,
//! which get lost, and when a laptop falls over. The messages are the bytes that carriers move.

use crate::App;
use crate::error::Error;
use crate::failure::Failure;
use crate::sync::{Conversation, Heads, Peer, pin};
use nabij_protocol::id::{Hash, Signature, SigningPublic};
use nabij_protocol::message::{Hello, Message};
use tokio::sync::mpsc::UnboundedReceiver;

/// A conversation of this laptop with a hub or another laptop.
pub struct ByHand {
    conversation: Conversation,
    grown: UnboundedReceiver<Heads>,
}

/// Messages in their encoded form, in order.
pub type Messages = Vec<Vec<u8>>;

impl App {
    /// This laptop's public signing key.
    ///
    /// # Errors
    /// Without an open vault.
    pub fn signing_key(&self) -> Result<[u8; 32], Failure> {
        told(self.vault().map(|vault| vault.device.card().signing.0))
    }

    /// Fills the disk of this laptop but for so many pages of the database; none: there is room again. It lasts
    /// until the vault is closed.
    ///
    /// # Errors
    /// Without an open vault.
    pub fn fills_disk(&self, pages: Option<u32>) -> Result<(), Failure> {
        told((|| Ok(self.vault()?.store.limit_growth(pages)?))())
    }

    /// What this laptop says first to a hub; the proof of its keys is the carrier's and left out.
    ///
    /// # Errors
    /// Without an open vault in a team.
    pub fn hello_by_hand(&self) -> Result<Vec<u8>, Failure> {
        told(hello(self))
    }

    /// Begins with the hub that has this signing key. `salt` is the same on both sides and new each time.
    ///
    /// # Errors
    /// As with a carrier.
    pub fn begins_with_hub(
        &self,
        hub: [u8; 32],
        salt: [u8; 32],
    ) -> Result<(ByHand, Messages), Failure> {
        told(begin(self, Peer::Hub(SigningPublic(hub)), salt))
    }

    /// Begins with another laptop.
    ///
    /// # Errors
    /// As with a carrier.
    pub fn begins_with_laptop(
        &self,
        laptop: [u8; 32],
        salt: [u8; 32],
    ) -> Result<(ByHand, Messages), Failure> {
        told(begin(self, Peer::Laptop(SigningPublic(laptop)), salt))
    }

    /// Answers another laptop.
    ///
    /// # Errors
    /// As with a carrier.
    pub fn answers_laptop(&self, laptop: [u8; 32], salt: [u8; 32]) -> Result<ByHand, Failure> {
        told((|| {
            let vault = self.vault()?;
            let laptop = SigningPublic(laptop);
            let grown = self.sync().listen();
            let conversation = Conversation::answer(self, &vault, laptop, Hash(salt))?;
            Ok(ByHand {
                conversation,
                grown,
            })
        })())
    }
}

impl ByHand {
    /// Takes in messages that came together; answers what to send.
    ///
    /// # Errors
    /// What would end the connection.
    pub fn hear(&mut self, together: &[Vec<u8>]) -> Result<Messages, Failure> {
        told((|| {
            let messages = together.iter().map(|bytes| Message::decode(bytes));
            let messages = messages.collect::<Result<_, _>>()?;
            Ok(encoded(self.conversation.hear_all(messages)?))
        })())
    }

    /// What to send because something was written here, or came over another conversation.
    ///
    /// # Errors
    /// What would end the connection.
    pub fn news(&mut self) -> Result<Messages, Failure> {
        let mut out = Vec::new();
        while let Ok(heads) = self.grown.try_recv() {
            out.extend(encoded(told(self.conversation.grown(&heads))?));
        }
        Ok(out)
    }
}

fn hello(app: &App) -> Result<Vec<u8>, Error> {
    let vault = app.vault()?;
    let team = vault.team_view().team.ok_or(Error::NotAMember)?;
    let hello = Hello {
        version: nabij_protocol::PROTOCOL_VERSION,
        team,
        device: vault.device.card(),
        proof: Signature([0; 64]),
        token: None,
    };
    Ok(Message::Hello(hello).encode())
}

fn begin(app: &App, peer: Peer, salt: [u8; 32]) -> Result<(ByHand, Messages), Error> {
    let vault = app.vault()?;
    if let Peer::Hub(hub) = &peer {
        pin(&vault, hub)?;
    }
    let grown = app.sync().listen();
    let (conversation, first) = Conversation::begin(app, &vault, peer, Hash(salt))?;
    let by_hand = ByHand {
        conversation,
        grown,
    };
    Ok((by_hand, encoded(first)))
}

fn encoded(messages: Vec<Message>) -> Messages {
    messages.iter().map(Message::encode).collect()
}

fn told<T>(result: Result<T, Error>) -> Result<T, Failure> {
    result.map_err(|error| Failure::of(&error))
}
