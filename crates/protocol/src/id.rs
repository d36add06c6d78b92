//! Names of things that travel: fixed bytes, shown as lowercase hex, never a person's name.

use minicbor::{Decode, Encode};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $length:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(#[cbor(n(0), with = "minicbor::bytes")] pub [u8; $length]);

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(&data_encoding::HEXLOWER.encode(&self.0))
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let bytes = data_encoding::HEXLOWER_PERMISSIVE
                    .decode(text.as_bytes())
                    .map_err(|_| crate::Error::Malformed(stringify!($name)))?;
                bytes.try_into().map(Self).map_err(|_| crate::Error::Malformed(stringify!($name)))
            }
        }
    };
}

id!(/// A team: derived from its founding record, so that no other founding can claim it.
    TeamId, 16);
id!(/// A colleague in one team. Pseudonymous: the name lies in a sealed document.
    MemberId, 16);
id!(/// A laptop: derived from its signing key.
    DeviceId, 16);
id!(/// A space: the unit of access. Derived from who opened it, so that nobody else can have.
    SpaceId, 16);
id!(/// A document: the unit of key and erasure. Random.
    DocumentId, 16);
id!(/// An epoch key of a space, named by a hash of the key.
    EpochId, 16);
id!(/// The first half of an entry's hash: enough to tell whether two replicas hold the same entry.
    Mark, 16);
id!(/// A hub: derived from its signing key.
    HubId, 16);
id!(/// A share file: random, so that two files never look alike.
    FileId, 16);
id!(/// An invitation: the public half of the key that its secret yields.
    InvitationId, 32);
id!(/// A BLAKE3 hash.
    Hash, 32);
id!(/// An Ed25519 signature.
    Signature, 64);
id!(/// An Ed25519 public key.
    SigningPublic, 32);
id!(/// An X25519 public key for the Noise session.
    NoisePublic, 32);

impl Hash {
    /// What the first entry of a log names as its predecessor.
    pub const ZERO: Hash = Hash([0; 32]);

    /// BLAKE3 in key-derivation mode: `context` keeps hashes made for different purposes apart.
    pub fn derive(context: &str, bytes: &[u8]) -> Hash {
        Hash(blake3::derive_key(context, bytes))
    }

    /// Its first half.
    pub fn mark(&self) -> Mark {
        Mark(first_16(*self))
    }
}

fn first_16(hash: Hash) -> [u8; 16] {
    let mut short = [0; 16];
    for (to, from) in short.iter_mut().zip(hash.0) {
        *to = from;
    }
    short
}

impl DeviceId {
    /// The id of the device that signs with this key.
    pub fn of(key: &SigningPublic) -> DeviceId {
        DeviceId(first_16(Hash::derive("nabij 2026 device id", &key.0)))
    }
}

impl HubId {
    /// The id of the hub that signs with this key.
    pub fn of(key: &SigningPublic) -> HubId {
        HubId(first_16(Hash::derive("nabij 2026 hub id", &key.0)))
    }
}

impl TeamId {
    /// The id of the team founded by `member` on the device with key `device`; `salt` is random.
    pub fn founded(salt: &[u8; 16], member: &MemberId, device: &SigningPublic) -> TeamId {
        TeamId(first_16(Hash::derive(
            "nabij 2026 team id",
            &[&salt[..], &member.0, &device.0].concat(),
        )))
    }
}

impl SpaceId {
    /// The id of the space opened by `device` in `team`; `salt` is random.
    pub fn opened(team: &TeamId, device: &DeviceId, salt: &[u8; 16]) -> SpaceId {
        SpaceId(first_16(Hash::derive(
            "nabij 2026 space id",
            &[&team.0[..], &device.0, salt].concat(),
        )))
    }
}

impl EpochId {
    /// The id of an epoch, from the hash of its key that the key room makes.
    pub fn from_hash(hash: Hash) -> EpochId {
        EpochId(first_16(hash))
    }
}

/// A moment: milliseconds since 1970 in UTC. Claimed by whoever wrote it; no rule rests on it except
/// the expiry of an invitation, which the hub judges by its own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Millis(#[n(0)] pub i64);

/// One life of one laptop's database: random, renewed when a backup is restored, so that two histories
/// never share a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(transparent)]
pub struct Incarnation(#[n(0)] pub u64);

/// The writer of a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct LogId {
    /// The laptop that signs it.
    #[n(0)]
    pub device: DeviceId,
    /// The life of that laptop's database.
    #[n(1)]
    pub incarnation: Incarnation,
}

/// What a log is about; the unit that two replicas compare. Ordered so that what gives a right comes
/// before what needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub enum Scope {
    /// Records about the whole team: colleagues, laptops, invitations. Every member holds it.
    #[n(0)]
    Team,
    /// Records about one space: who holds it, under which keys. Only its holders have it.
    #[n(1)]
    Space(#[n(0)] SpaceId),
    /// The sealed changes in one space. Only its holders have it.
    #[n(2)]
    Changes(#[n(0)] SpaceId),
}

impl Scope {
    /// The space that the scope belongs to; none for the team's own.
    pub fn space(&self) -> Option<SpaceId> {
        match self {
            Scope::Team => None,
            Scope::Space(space) | Scope::Changes(space) => Some(*space),
        }
    }
}
