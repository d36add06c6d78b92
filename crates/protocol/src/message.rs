//! The messages of a session, whatever carries them.

use crate::Error;
use crate::entry::{Run, decode, encode};
use crate::id::{Hash, Millis, NoisePublic, Scope, Signature, SigningPublic, TeamId};
use crate::join::JoinRequest;
use crate::receipt::Receipt;
use crate::record::DeviceCard;
use crate::vector::Vector;
use minicbor::{Decode, Encode};

/// The most bytes of one encoded message.
pub const MAX_MESSAGE: usize = 4 << 20;
/// The first byte of a message whose CBOR is packed with zstd. No message's CBOR begins with it, so that a
/// greeting reads the same in every version.
const PACKED: u8 = 1;
/// From how many bytes on packing is tried.
const WORTH_PACKING: usize = 512;
/// What costs little: most of a page is sealed and does not shrink.
const PACKING_LEVEL: i32 = 1;

/// One message.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Message {
    /// Laptop to hub, first: who I am. Proven by the device's signature on the Noise handshake hash.
    #[n(0)]
    Hello(#[n(0)] Hello),
    /// Hub to laptop, in answer.
    #[n(1)]
    Welcome(#[n(0)] Welcome),
    /// Either way: I refuse, and why. The connection ends, except after [`Refusal::NotAllowed`]
    /// and [`Refusal::Full`].
    #[n(2)]
    Refused(#[n(0)] Refusal),
    /// The connecting side, first in a session: what I hold, in one digest.
    #[n(3)]
    Have(#[n(0)] Have),
    /// Either way: what I hold of these scopes; send me what I lack.
    #[n(4)]
    Hold(#[n(0)] Vec<(Scope, Vector)>),
    /// Either way: entries that you lack.
    #[n(5)]
    Page(#[n(0)] Vec<Run>),
    /// Either way: what I have stored durably.
    #[n(6)]
    Receipt(#[n(0)] Receipt),
    /// Newcomer to hub.
    #[n(7)]
    Join(#[n(0)] JoinRequest),
    /// Hub to newcomer: your request is kept.
    #[n(8)]
    Joining,
    /// Hub to an admin's laptop: requests that wait to be admitted.
    #[n(9)]
    Joiners(#[n(0)] Vec<JoinRequest>),
    /// In answer to a [`Message::Have`] that differs: short digests of the scopes that I have for you.
    #[n(10)]
    Digests(#[n(0)] Digests),
    /// Before the rest of much: the newest entries, so that there is something to work with.
    #[n(11)]
    Glimpse(#[n(0)] Vec<Tail>),
    /// Hub to laptop: what other laptops have stated to hold, as far as this laptop may know of it.
    #[n(12)]
    Confirmed(#[n(0)] Confirmed),
}

/// Who connects.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Hello {
    /// [`crate::PROTOCOL_VERSION`] of the speaker.
    #[n(0)]
    pub version: u16,
    /// The team.
    #[n(1)]
    pub team: TeamId,
    /// The laptop.
    #[n(2)]
    pub device: DeviceCard,
    /// By the device over [`hello_bytes`] of the Noise handshake hash.
    #[n(3)]
    pub proof: Signature,
    /// From `nabij-hub admit`, for a team that the hub does not know yet.
    #[n(4)]
    pub token: Option<String>,
}

/// How the hub sees the one who connected.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Welcome {
    /// [`crate::PROTOCOL_VERSION`] of the speaker.
    #[n(0)]
    pub version: u16,
    /// The hub's signing key: the laptop pins it at first contact.
    #[n(1)]
    pub signing: SigningPublic,
    /// The hub's Noise key, which the session has shown.
    #[n(2)]
    pub noise: NoisePublic,
    /// By the hub over [`welcome_bytes`] of the Noise handshake hash.
    #[n(3)]
    pub proof: Signature,
    /// The hub's clock.
    #[n(4)]
    pub now: Millis,
    /// What the laptop may do.
    #[n(5)]
    pub standing: Standing,
}

/// What a laptop may do at a hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Standing {
    /// A member's laptop: everything in its spaces.
    #[n(0)]
    Member,
    /// Not in the team, which the hub knows: may send [`Message::Join`] and nothing else.
    #[n(1)]
    Stranger,
    /// The hub does not know the team but will take it: may send a page that founds it.
    #[n(2)]
    Founder,
    /// Asked to join and not yet admitted: waits; is told [`Message::Joining`] when it asks again.
    #[n(3)]
    Waiting,
}

/// Why one side refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Refusal {
    /// The versions do not fit.
    #[n(0)]
    Version,
    /// The team is unknown, and this hub takes no further one without a valid token.
    #[n(1)]
    UnknownTeam,
    /// A proof or a signature does not hold.
    #[n(2)]
    BadProof,
    /// The laptop was put out of the team.
    #[n(3)]
    PutOut,
    /// The invitation is not known here (yet: its maker's laptop has not shared it).
    #[n(4)]
    InvitationUnknown,
    /// The invitation has expired.
    #[n(5)]
    InvitationExpired,
    /// The invitation was used by someone else.
    #[n(6)]
    InvitationUsed,
    /// Something in a page is not allowed to this laptop, to this hub's knowledge. Nothing of that page
    /// was stored.
    #[n(7)]
    NotAllowed,
    /// Bytes that make no sense, or a log that does not continue.
    #[n(8)]
    Garbled,
    /// Two different entries claim the same number.
    #[n(9)]
    Fork,
    /// Too much at once; try later.
    #[n(10)]
    TooMuch,
    /// The hub cannot store now (a full disk, a fault).
    #[n(11)]
    CannotStore,
    /// The team has used up what this hub keeps for a team. Nothing of that page was stored.
    #[n(12)]
    Full,
}

/// What the connecting side holds, in one digest: enough when nothing differs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Encode, Decode)]
pub struct Have {
    /// Of every scope with its vector, in scope order ([`crate::vector::Vectors::root`]).
    #[n(0)]
    pub root: Option<Hash>,
    /// Of the scopes alone ([`crate::vector::Vectors::names`]): whether short digests need names.
    #[n(1)]
    pub names: Option<Hash>,
    /// Scopes in which own entries still lack a receipt, so that one is wanted even if nothing differs.
    #[n(2)]
    pub receipts: Vec<Scope>,
    /// The newest arrival of another laptop's receipt that this hub has told of; zero for none.
    #[n(3)]
    pub confirmed: u64,
}

/// Short digests of scopes, salted anew for each session ([`crate::vector::Vector::short_digest`]).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Digests {
    /// The scopes; none when the other side's list is the same and so implies them.
    #[n(0)]
    pub scopes: Option<Vec<Scope>>,
    /// Eight bytes for each, in scope order.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub digests: Vec<u8>,
}

/// A run that does not start where the reader's log ends: its own chain holds, and the signature on its
/// last entry covers it all.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Tail {
    /// The hash of the entry before the first.
    #[n(0)]
    pub previous: Hash,
    /// The entries.
    #[n(1)]
    pub run: Run,
}

/// Receipts of other laptops that the hub keeps.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Confirmed {
    /// Up to which arrival this tells; to be named in the next [`Have::confirmed`].
    #[n(0)]
    pub up_to: u64,
    /// The receipts, signed by those laptops.
    #[n(1)]
    pub receipts: Vec<Receipt>,
}

/// What a laptop signs in its hello.
pub fn hello_bytes(handshake: &Hash) -> Vec<u8> {
    [b"nabij 2026 hello" as &[u8], &handshake.0].concat()
}

/// What a hub signs in its welcome.
pub fn welcome_bytes(handshake: &Hash) -> Vec<u8> {
    [b"nabij 2026 welcome" as &[u8], &handshake.0].concat()
}

impl Message {
    /// What kind of message this is, for errors and logs.
    pub fn name(&self) -> &'static str {
        match self {
            Message::Hello(_) => "hello",
            Message::Welcome(_) => "welcome",
            Message::Refused(_) => "refused",
            Message::Have(_) => "have",
            Message::Hold(_) => "hold",
            Message::Page(_) => "page",
            Message::Receipt(_) => "receipt",
            Message::Join(_) => "join",
            Message::Joining => "joining",
            Message::Joiners(_) => "joiners",
            Message::Digests(_) => "digests",
            Message::Glimpse(_) => "glimpse",
            Message::Confirmed(_) => "confirmed",
        }
    }

    /// As bytes: CBOR; where zstd makes it smaller, a byte that says so and what zstd made of it.
    pub fn encode(&self) -> Vec<u8> {
        let plain = encode(self);
        if plain.len() >= WORTH_PACKING
            && let Ok(packed) = zstd::bulk::compress(&plain, PACKING_LEVEL)
            && packed.len() < plain.len()
        {
            return [&[PACKED][..], &packed].concat();
        }
        plain
    }

    /// From bytes. Unpacks at most [`MAX_MESSAGE`].
    ///
    /// # Errors
    /// [`Error::TooLarge`], [`Error::Malformed`].
    pub fn decode(bytes: &[u8]) -> Result<Message, Error> {
        if bytes.len() > MAX_MESSAGE {
            return Err(Error::TooLarge("message"));
        }
        match bytes.split_first() {
            Some((&PACKED, packed)) => {
                // The size that the frame claims is checked first, so that nothing is set aside for a lie.
                let size = zstd::zstd_safe::get_frame_content_size(packed)
                    .ok()
                    .flatten()
                    .and_then(|size| usize::try_from(size).ok())
                    .ok_or(Error::Malformed("message"))?;
                if size > MAX_MESSAGE {
                    return Err(Error::TooLarge("message"));
                }
                let plain = zstd::bulk::decompress(packed, size)
                    .map_err(|_| Error::Malformed("message"))?;
                decode("message", &plain)
            }
            _ => decode("message", bytes),
        }
    }
}
