//! Records: the signed statements that make up the roster. Evaluated in [`crate::roster`].
//!
//! No record names a person: members are ids, and names lie in sealed documents.

use crate::id::{EpochId, InvitationId, LogId, MemberId, Millis, NoisePublic, SigningPublic};
use minicbor::{Decode, Encode};

/// One statement. Its author is the device of the log in which it stands.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Record {
    /// The life of the author's membership in which it was written: it counts only in that life.
    #[n(0)]
    pub life: u64,
    /// What it states.
    #[n(1)]
    pub kind: RecordKind,
}

/// What a record states. Lives alternate: odd is in, even is out; the highest that counts wins, so a
/// removal beats a concurrent admission of the same life, and coming back needs a new life.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum RecordKind {
    /// The first record of a team, in `Scope::Team`: the founder becomes its root, in life 1. The team's id
    /// is derived from it.
    #[n(0)]
    Found {
        /// Random.
        #[cbor(n(0), with = "minicbor::bytes")]
        salt: [u8; 16],
        /// The founder.
        #[n(1)]
        member: MemberId,
        /// The founder's member key (X-Wing public key, 1216 bytes).
        #[cbor(n(2), with = "minicbor::bytes")]
        member_key: Vec<u8>,
        /// The founder's laptop.
        #[n(3)]
        device: DeviceCard,
    },
    /// In `Scope::Team`: takes a member in (odd life) or puts one out (even life). Only by a strictly
    /// higher rank than both the rank given and the rank held.
    #[n(1)]
    Appoint {
        /// Who.
        #[n(0)]
        member: MemberId,
        /// With which rank.
        #[n(1)]
        rank: Rank,
        /// Which life.
        #[n(2)]
        life: u64,
        /// The member's key; needed with an odd life, empty otherwise.
        #[cbor(n(3), with = "minicbor::bytes")]
        member_key: Vec<u8>,
        /// With an even life: the last entry of each of the member's logs that still counts, per scope
        /// and log; logs not named count for nothing from then on.
        #[n(4)]
        cuts: Vec<Cut>,
        /// The invitation that was answered, which is thereby used.
        #[n(5)]
        invitation: Option<InvitationId>,
    },
    /// In `Scope::Team`: gives a member a laptop (odd life) or takes it away (even life). By a higher rank, or
    /// by the member himself from a laptop that he has.
    #[n(2)]
    Device {
        /// Whose.
        #[n(0)]
        member: MemberId,
        /// Which.
        #[n(1)]
        device: DeviceCard,
        /// Which life.
        #[n(2)]
        life: u64,
        /// With an even life: as in `Appoint`.
        #[n(3)]
        cuts: Vec<Cut>,
    },
    /// In `Scope::Team`: lets whoever holds the invitation's secret ask to join. By rank admin or higher.
    #[n(3)]
    Invite {
        /// The public half of the key that the secret yields.
        #[n(0)]
        invitation: InvitationId,
        /// The rank that it offers; lower than the author's.
        #[n(1)]
        rank: Rank,
        /// Until when; judged by the hub's clock.
        #[n(2)]
        expires: Millis,
    },
    /// The first record of a space, in its `Scope::Space`: the author becomes its first holder. The space's
    /// id is derived from it.
    #[n(4)]
    OpenSpace {
        /// Random.
        #[cbor(n(0), with = "minicbor::bytes")]
        salt: [u8; 16],
        /// What kind of space.
        #[n(1)]
        kind: SpaceKind,
    },
    /// In `Scope::Space`: lets a member hold the space (odd life; by a holder) or no longer (even life; by
    /// who opened the space, or a strictly higher rank than the member's).
    #[n(5)]
    Grant {
        /// Who.
        #[n(0)]
        member: MemberId,
        /// Which life.
        #[n(1)]
        life: u64,
        /// With an even life: as in `Appoint`, for this space.
        #[n(2)]
        cuts: Vec<Cut>,
    },
    /// In `Scope::Space`: an epoch key, or more envelopes of one. By a holder.
    #[n(6)]
    Epoch {
        /// The key's name.
        #[n(0)]
        epoch: EpochId,
        /// One more than the highest generation among `parents`; 1 for the first.
        #[n(1)]
        generation: u64,
        /// Earlier epoch keys, each sealed under this one, so that this one opens all history.
        #[n(2)]
        parents: Vec<ParentEpoch>,
        /// The key, for members.
        #[n(3)]
        envelopes: Vec<Envelope>,
    },
}

/// How much a member may decide about others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum Rank {
    /// Works in the spaces that were opened to them. Every role in the field, whatever its name.
    #[n(0)]
    Coach,
    /// Also invites and admits coaches.
    #[n(1)]
    Admin,
    /// Also appoints admins.
    #[n(2)]
    Owner,
    /// The founder.
    #[n(3)]
    Root,
}

/// What a space is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum SpaceKind {
    /// The team's directory. Opened with the team; every member is granted it on admission.
    #[n(0)]
    Team,
    /// One family or young person.
    #[n(1)]
    Case,
    /// What happens on the street without belonging to a case. Opened with the team.
    #[n(2)]
    Street,
}

/// The public keys of a laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct DeviceCard {
    /// What its logs are signed with; its id derives from it.
    #[n(0)]
    pub signing: SigningPublic,
    /// What it shows in the Noise session.
    #[n(1)]
    pub noise: NoisePublic,
}

impl DeviceCard {
    /// The device's id.
    pub fn id(&self) -> crate::id::DeviceId {
        crate::id::DeviceId::of(&self.signing)
    }
}

/// The last entry of a log that still counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Cut {
    /// The scope of the log.
    #[n(0)]
    pub scope: crate::id::Scope,
    /// The log.
    #[n(1)]
    pub log: LogId,
    /// The last number that counts.
    #[n(2)]
    pub number: u64,
}

/// An earlier epoch key, sealed under a later one.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct ParentEpoch {
    /// The earlier key's name.
    #[n(0)]
    pub epoch: EpochId,
    /// The random nonce.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub nonce: [u8; 24],
    /// The ciphertext of its 32 bytes.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
}

/// An epoch key sealed to one member (HPKE, X-Wing).
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Envelope {
    /// For whom.
    #[n(0)]
    pub member: MemberId,
    /// Encapsulated key and ciphertext.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
}
