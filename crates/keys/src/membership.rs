//! Who can read a space: the epoch key, sealed to each member in an envelope.
//!
//! Envelopes are HPKE (RFC 9180, base mode) with X-Wing (ML-KEM-768 and X25519), HKDF-SHA256 and
//! ChaCha20-Poly1305: what a hub keeps for twenty years must not open when one of the two is broken.
//! Envelopes do not say who made them; the signed log in which they stand does.

use crate::Error;
use crate::aead::{bound, lock, unlock_key};
use crate::secret::{random, stars};
use hpke::aead::ChaCha20Poly1305;
use hpke::kdf::HkdfSha256;
use hpke::kem::XWing;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use minicbor::Encode;
use nabij_protocol::id::{EpochId, Hash, MemberId, SpaceId, TeamId};
use nabij_protocol::record::ParentEpoch;
use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

type Private = <XWing as Kem>::PrivateKey;
type Public = <XWing as Kem>::PublicKey;
type Encapsulated = <XWing as Kem>::EncappedKey;

/// The bytes of an encapsulated key, with which an envelope starts.
const ENCAPSULATED: usize = 1120;

/// What opens a member's envelopes: an X-Wing private key. Kept only in encrypted databases.
pub struct MemberKeys(Private);

stars!(MemberKeys);

impl MemberKeys {
    /// A new random key pair.
    pub fn generate(rng: &mut impl CryptoRng) -> MemberKeys {
        MemberKeys(XWing::gen_keypair_with_rng(rng).0)
    }

    /// The public key, 1216 bytes.
    pub fn public(&self) -> Vec<u8> {
        XWing::sk_to_pk(&self.0).to_bytes().to_vec()
    }

    /// 32 bytes. To be written into an encrypted database and nowhere else.
    pub fn to_secret_bytes(&self) -> Zeroizing<Vec<u8>> {
        let mut bytes = Zeroizing::new(vec![0; Private::size()]);
        self.0.write_exact(&mut bytes);
        bytes
    }

    /// From what [`MemberKeys::to_secret_bytes`] gave.
    ///
    /// # Errors
    /// [`Error::Damaged`] for any other length.
    pub fn from_secret_bytes(bytes: &[u8]) -> Result<MemberKeys, Error> {
        Private::from_bytes(bytes)
            .map(MemberKeys)
            .map_err(|_| Error::Damaged)
    }
}

/// Seals a few bytes for the member with this public key, bound to `info`.
pub(crate) fn seal_envelope(
    member_key: &[u8],
    info: &[u8],
    plain: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, Error> {
    let public = Public::from_bytes(member_key).map_err(|_| Error::BadKey)?;
    let (encapsulated, sealed) = hpke::single_shot_seal_with_rng::<
        ChaCha20Poly1305,
        HkdfSha256,
        XWing,
    >(&OpModeS::Base, &public, info, plain, &[], rng)
    .map_err(|_| Error::BadKey)?;
    Ok([&encapsulated.to_bytes()[..], &sealed].concat())
}

/// Opens what [`seal_envelope`] made.
pub(crate) fn open_envelope(
    member: &MemberKeys,
    info: &[u8],
    sealed: &[u8],
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let (encapsulated, ciphertext) = sealed
        .split_first_chunk::<ENCAPSULATED>()
        .ok_or(Error::CannotOpen)?;
    let encapsulated = Encapsulated::from_bytes(encapsulated).map_err(|_| Error::CannotOpen)?;
    hpke::single_shot_open::<ChaCha20Poly1305, HkdfSha256, XWing>(
        &OpModeR::Base,
        &member.0,
        &encapsulated,
        info,
        ciphertext,
        &[],
    )
    .map(Zeroizing::new)
    .map_err(|_| Error::CannotOpen)
}

/// What an envelope is bound to: it opens for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode)]
pub struct EnvelopeContext {
    /// The team.
    #[n(0)]
    pub team: TeamId,
    /// The space whose key it is.
    #[n(1)]
    pub space: SpaceId,
    /// The name of the key within.
    #[n(2)]
    pub epoch: EpochId,
    /// For whom.
    #[n(3)]
    pub member: MemberId,
}

impl EnvelopeContext {
    fn info(&self) -> Vec<u8> {
        bound("nabij 2026 envelope", self)
    }
}

/// The key of a space for one stretch of its life: seals the keys of its documents.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct EpochKey([u8; 32]);

stars!(EpochKey);

impl EpochKey {
    /// A new random key.
    pub fn generate(rng: &mut impl CryptoRng) -> EpochKey {
        EpochKey(random(rng))
    }

    /// The key's name: a hash of it, so that two rotations at the same time do not share one.
    pub fn id(&self) -> EpochId {
        EpochId::from_hash(Hash::derive("nabij 2026 epoch id", &self.0))
    }

    /// The key in an envelope (1168 bytes) for the member with this public key.
    ///
    /// # Errors
    /// [`Error::OtherEpoch`] if the context names another key than this, [`Error::BadKey`].
    pub fn seal_for(
        &self,
        member_key: &[u8],
        context: &EnvelopeContext,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, Error> {
        if context.epoch != self.id() {
            return Err(Error::OtherEpoch);
        }
        seal_envelope(member_key, &context.info(), &self.0, rng)
    }

    /// The key in an envelope for this member.
    ///
    /// # Errors
    /// [`Error::CannotOpen`] if it was made for someone or something else or any byte was altered,
    /// [`Error::OtherEpoch`] if the key within does not have the name that the context says.
    pub fn open_envelope(
        member: &MemberKeys,
        context: &EnvelopeContext,
        sealed: &[u8],
    ) -> Result<EpochKey, Error> {
        let plain = open_envelope(member, &context.info(), sealed)?;
        let key = EpochKey(plain.as_slice().try_into().map_err(|_| Error::CannotOpen)?);
        key.named(context.epoch)
    }

    /// An earlier key of the same space under this one, so that this one opens all history.
    ///
    /// # Errors
    /// None in practice; [`Error::TooLarge`] from the cipher.
    pub fn seal_parent(
        &self,
        team: TeamId,
        space: SpaceId,
        parent: &EpochKey,
        rng: &mut impl CryptoRng,
    ) -> Result<ParentEpoch, Error> {
        let (nonce, epoch) = (random(rng), parent.id());
        let sealed = lock(
            &self.0,
            &nonce,
            &self.parent_bound(team, space, epoch),
            &parent.0,
        )?;
        Ok(ParentEpoch {
            epoch,
            nonce,
            sealed,
        })
    }

    /// The earlier key.
    ///
    /// # Errors
    /// [`Error::CannotOpen`], [`Error::Damaged`], [`Error::OtherEpoch`].
    pub fn open_parent(
        &self,
        team: TeamId,
        space: SpaceId,
        parent: &ParentEpoch,
    ) -> Result<EpochKey, Error> {
        let aad = self.parent_bound(team, space, parent.epoch);
        let key = unlock_key(&self.0, &parent.nonce, &aad, &parent.sealed)?;
        EpochKey(*key).named(parent.epoch)
    }

    fn parent_bound(&self, team: TeamId, space: SpaceId, parent: EpochId) -> Vec<u8> {
        bound("nabij 2026 parent epoch", &(team, space, self.id(), parent))
    }

    fn named(self, epoch: EpochId) -> Result<EpochKey, Error> {
        if self.id() == epoch {
            Ok(self)
        } else {
            Err(Error::OtherEpoch)
        }
    }

    /// The bytes, to be kept in the encrypted database: opening an envelope anew at each start would cost
    /// a thousand times more.
    pub fn to_secret_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.to_vec())
    }

    /// From the bytes that were kept.
    ///
    /// # Errors
    /// [`Error::Damaged`] for another length.
    pub fn from_secret_bytes(bytes: &[u8]) -> Result<EpochKey, Error> {
        bytes.try_into().map(EpochKey).map_err(|_| Error::Damaged)
    }

    /// The bytes, for the seals of this room only.
    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

#[cfg(test)]
mod tests;
