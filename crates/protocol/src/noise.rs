//! The secure channel: Noise XX over any carrier that keeps frames whole.
//!
//! It authenticates both Noise keys and hides what is said from whoever ends the TLS in between. It is
//! the second wall: what matters is sealed and signed by itself (`snow` has had no formal audit).

use crate::Error;
use crate::id::{Hash, NoisePublic};
use crate::message::MAX_MESSAGE;
use snow::params::DHChoice;
use snow::resolvers::{CryptoResolver, DefaultResolver};
use snow::{Builder, HandshakeState, TransportState};

#[cfg(test)]
mod tests;

/// The Noise protocol that is spoken.
const PATTERN: &str = "Noise_XX_25519_ChaChaPoly_BLAKE2s";
/// Binds the handshake to this protocol and version.
const PROLOGUE: &[u8] = b"nabij 2026 session 1";
/// The most bytes of one Noise message, by the Noise specification.
const MAX_SEGMENT: usize = 65_535;
/// The bytes that the authentication tag takes of each Noise message.
const TAG: usize = 16;
/// The most plaintext bytes of one Noise message.
const SEGMENT_TEXT: usize = MAX_SEGMENT - TAG;
/// The bytes of the length that stands before each Noise message in a frame.
const SEGMENT_HEAD: usize = 2;
/// The bytes of the length that stands before the message inside the ciphertext.
const MESSAGE_HEAD: usize = 4;

/// The most bytes of a frame that [`Channel::open`] accepts, for limits on the carrier.
pub const MAX_FRAME: usize = MAX_MESSAGE
    + MESSAGE_HEAD
    + ((MAX_MESSAGE + MESSAGE_HEAD) / SEGMENT_TEXT + 1) * (SEGMENT_HEAD + TAG);

/// The public half of an X25519 Noise key.
///
/// # Errors
/// [`Error::Channel`] if the cryptography is not available (it always is).
pub fn public_of(private: &[u8; 32]) -> Result<NoisePublic, Error> {
    let mut key = DefaultResolver
        .resolve_dh(&DHChoice::Curve25519)
        .ok_or(Error::Channel)?;
    key.set(private);
    key.pubkey()
        .try_into()
        .map(NoisePublic)
        .map_err(|_| Error::Channel)
}

/// A handshake under way: the initiator writes, reads and writes; the responder reads, writes and reads.
/// Its ephemeral key comes from the system's randomness.
pub struct Handshake(HandshakeState);

impl core::fmt::Debug for Handshake {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Handshake").finish_non_exhaustive()
    }
}

impl Handshake {
    /// The laptop's side, with its X25519 private key.
    ///
    /// # Errors
    /// [`Error::Channel`].
    pub fn initiator(private: &[u8; 32]) -> Result<Self, Error> {
        builder(private)?
            .build_initiator()
            .map(Self)
            .map_err(broken)
    }

    /// The hub's side, with its X25519 private key.
    ///
    /// # Errors
    /// [`Error::Channel`].
    pub fn responder(private: &[u8; 32]) -> Result<Self, Error> {
        builder(private)?
            .build_responder()
            .map(Self)
            .map_err(broken)
    }

    /// The next handshake message to send, as one frame.
    ///
    /// # Errors
    /// [`Error::Channel`] when it is not this side's turn.
    pub fn write(&mut self) -> Result<Vec<u8>, Error> {
        let mut message = vec![0; 256];
        let length = self.0.write_message(&[], &mut message).map_err(broken)?;
        message.truncate(length);
        Ok(message)
    }

    /// Takes in the other side's next handshake message.
    ///
    /// # Errors
    /// [`Error::Channel`] when it makes no sense, is not for this protocol, or carries anything extra.
    pub fn read(&mut self, message: &[u8]) -> Result<(), Error> {
        // No room for a payload: a handshake message that brings one is refused.
        match self.0.read_message(message, &mut []) {
            Ok(0) => Ok(()),
            _ => Err(Error::Channel),
        }
    }

    /// Whether all three messages have gone.
    pub fn finished(&self) -> bool {
        self.0.is_handshake_finished()
    }

    /// The channel that the finished handshake made.
    ///
    /// # Errors
    /// [`Error::Channel`] when it is not finished.
    pub fn finish(self) -> Result<Channel, Error> {
        if !self.finished() {
            return Err(Error::Channel);
        }
        let hash = self
            .0
            .get_handshake_hash()
            .try_into()
            .map_err(|_| Error::Channel)?;
        let their_key = self.0.get_remote_static().ok_or(Error::Channel)?;
        let their_key = their_key.try_into().map_err(|_| Error::Channel)?;
        Ok(Channel {
            hash: Hash(hash),
            their_key: NoisePublic(their_key),
            state: self.0.into_transport_mode().map_err(broken)?,
        })
    }
}

fn builder(private: &[u8; 32]) -> Result<Builder<'_>, Error> {
    let params = PATTERN.parse().map_err(broken)?;
    Builder::new(params)
        .local_private_key(private)
        .map_err(broken)?
        .prologue(PROLOGUE)
        .map_err(broken)
}

fn broken(_: snow::Error) -> Error {
    Error::Channel
}

/// An open channel. After an error it is of no further use: make a new connection.
pub struct Channel {
    hash: Hash,
    their_key: NoisePublic,
    state: TransportState,
}

impl core::fmt::Debug for Channel {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Channel").finish_non_exhaustive()
    }
}

impl Channel {
    /// Names this very handshake: what hello and welcome sign, so that neither can be replayed.
    pub fn handshake_hash(&self) -> Hash {
        self.hash
    }

    /// The Noise key that the other side has proven.
    pub fn their_key(&self) -> NoisePublic {
        self.their_key
    }

    /// One message as one frame: consecutive Noise messages, each after its length in two bytes, big
    /// end first. The message's own length stands inside, so that a frame cut short is noticed.
    ///
    /// # Errors
    /// [`Error::TooLarge`] beyond [`MAX_MESSAGE`], [`Error::Channel`].
    pub fn seal(&mut self, message: &[u8]) -> Result<Vec<u8>, Error> {
        if message.len() > MAX_MESSAGE {
            return Err(Error::TooLarge("message"));
        }
        let length = u32::try_from(message.len()).map_err(|_| Error::TooLarge("message"))?;
        let text = [&length.to_be_bytes()[..], message].concat();
        let mut frame = Vec::with_capacity(text.len() + 64);
        let mut segment = vec![0; MAX_SEGMENT];
        for part in text.chunks(SEGMENT_TEXT) {
            let length = self
                .state
                .write_message(part, &mut segment)
                .map_err(broken)?;
            let head = u16::try_from(length).map_err(|_| Error::Channel)?;
            frame.extend_from_slice(&head.to_be_bytes());
            frame.extend_from_slice(segment.get(..length).ok_or(Error::Channel)?);
        }
        Ok(frame)
    }

    /// The message in a frame.
    ///
    /// # Errors
    /// [`Error::TooLarge`] beyond [`MAX_FRAME`] or [`MAX_MESSAGE`], [`Error::Channel`] for anything that
    /// the other side did not seal, in this order, in this session.
    pub fn open(&mut self, frame: &[u8]) -> Result<Vec<u8>, Error> {
        if frame.len() > MAX_FRAME {
            return Err(Error::TooLarge("frame"));
        }
        let mut text = Vec::with_capacity(frame.len());
        let mut part = vec![0; MAX_SEGMENT];
        let mut rest = frame;
        while !rest.is_empty() {
            let (head, tail) = rest
                .split_first_chunk::<SEGMENT_HEAD>()
                .ok_or(Error::Channel)?;
            let length = usize::from(u16::from_be_bytes(*head));
            let (segment, tail) = tail.split_at_checked(length).ok_or(Error::Channel)?;
            let length = self
                .state
                .read_message(segment, &mut part)
                .map_err(broken)?;
            text.extend_from_slice(part.get(..length).ok_or(Error::Channel)?);
            rest = tail;
        }
        let (head, message) = text
            .split_first_chunk::<MESSAGE_HEAD>()
            .ok_or(Error::Channel)?;
        if usize::try_from(u32::from_be_bytes(*head)).ok() != Some(message.len()) {
            return Err(Error::Channel);
        }
        if message.len() > MAX_MESSAGE {
            return Err(Error::TooLarge("message"));
        }
        Ok(message.to_vec())
    }
}
