//! Sealing one saved edit of one document, and opening it.
//!
//! Within the seal lies CBOR (claimed time, how it is packed, the change), padded with zero bytes. The
//! seal is bound to the place in the log and to the document, so nobody can move it elsewhere.

mod packing;

use crate::aead::{bound, lock, unlock, unlock_key};
use crate::padding::{only_padding, pad, padme};
use crate::secret::{random, stars};
use crate::{EpochKey, Error};
use minicbor::{Decode, Encode};
use nabij_protocol::entry::{MAX_CONTENT, Payload, Place, SealedChange, SealedKey, encode};
use nabij_protocol::id::{DocumentId, EpochId, Millis, SpaceId, TeamId};
use packing::{Packing, pack, unpack};
use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// The most bytes that a change may have when opened: 1 MiB.
pub const MAX_CHANGE: usize = 1 << 20;

/// The least length within a seal: a changed date should not look shorter than a changed word.
const SMALLEST: usize = 256;

/// The key of one document. Destroying every copy of its [`SealedKey`] destroys the document.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct DocumentKey([u8; 32]);

stars!(DocumentKey);

impl DocumentKey {
    /// A new random key.
    pub fn generate(rng: &mut impl CryptoRng) -> DocumentKey {
        DocumentKey(random(rng))
    }

    /// The key under the epoch key of the document's space.
    ///
    /// # Errors
    /// None in practice; [`Error::TooLarge`] from the cipher.
    pub fn seal(
        &self,
        epoch: &EpochKey,
        team: TeamId,
        space: SpaceId,
        document: DocumentId,
        rng: &mut impl CryptoRng,
    ) -> Result<SealedKey, Error> {
        let nonce = random(rng);
        let aad = key_bound(epoch.id(), team, space, document);
        let sealed = lock(epoch.bytes(), &nonce, &aad, &self.0)?;
        Ok(SealedKey {
            epoch: epoch.id(),
            nonce,
            sealed,
        })
    }

    /// The key, from under the epoch key that [`SealedKey::epoch`] names.
    ///
    /// # Errors
    /// [`Error::OtherEpoch`] if `epoch` is not that key, [`Error::CannotOpen`], [`Error::Damaged`].
    pub fn open(
        epoch: &EpochKey,
        team: TeamId,
        space: SpaceId,
        document: DocumentId,
        sealed: &SealedKey,
    ) -> Result<DocumentKey, Error> {
        if sealed.epoch != epoch.id() {
            return Err(Error::OtherEpoch);
        }
        let aad = key_bound(sealed.epoch, team, space, document);
        unlock_key(epoch.bytes(), &sealed.nonce, &aad, &sealed.sealed).map(|key| DocumentKey(*key))
    }
}

/// One saved edit, readable.
pub struct OpenedChange {
    /// When it was saved, by the clock of whoever saved it.
    pub claimed: Millis,
    /// The change, in the form that the document engine gave; at most [`MAX_CHANGE`] bytes.
    pub change: Zeroizing<Vec<u8>>,
}

stars!(OpenedChange);

/// What lies within the seal.
#[derive(Encode, Decode)]
struct Within<'a> {
    #[n(0)]
    claimed: Millis,
    #[n(1)]
    packing: Packing,
    #[cbor(b(2), with = "minicbor::bytes")]
    change: &'a [u8],
}

/// Seals a change for its place in the log. `attach` goes along with the document's first change to a document.
///
/// # Errors
/// [`Error::TooLarge`] if the change has more than [`MAX_CHANGE`] bytes, or is so large and so hard to
/// pack that it would not fit into an entry.
pub fn seal(
    key: &DocumentKey,
    place: &Place,
    document: DocumentId,
    opened: &OpenedChange,
    attach: Option<SealedKey>,
    rng: &mut impl CryptoRng,
) -> Result<SealedChange, Error> {
    if opened.change.len() > MAX_CHANGE {
        return Err(Error::TooLarge("change"));
    }
    let (packing, change) = pack(&opened.change);
    let within = Within {
        claimed: opened.claimed,
        packing,
        change: &change,
    };
    let mut plain = Zeroizing::new(encode(&within));
    let length = padme(plain.len()).max(SMALLEST);
    pad(&mut plain, length);
    let nonce = random(rng);
    let sealed = lock(&key.0, &nonce, &change_bound(place, document), &plain)?;
    if sealed.len() > MAX_CONTENT {
        return Err(Error::TooLarge("change"));
    }
    Ok(SealedChange {
        document,
        nonce,
        payload: Payload::Here(sealed),
        key: attach,
    })
}

/// Opens a sealed change that stands at `place`.
///
/// # Errors
/// [`Error::Erased`] if its bytes were destroyed, [`Error::CannotOpen`] for another key, place or document
/// or any altered byte, [`Error::Damaged`] if what was sealed is not a change of at most [`MAX_CHANGE`].
pub fn open(
    key: &DocumentKey,
    place: &Place,
    change: &SealedChange,
) -> Result<OpenedChange, Error> {
    let Payload::Here(sealed) = &change.payload else {
        return Err(Error::Erased);
    };
    if sealed.len() > MAX_CONTENT {
        return Err(Error::TooLarge("sealed change"));
    }
    let plain = unlock(
        &key.0,
        &change.nonce,
        &change_bound(place, change.document),
        sealed,
    )?;
    let mut decoder = minicbor::Decoder::new(&plain);
    let within: Within<'_> = decoder.decode().map_err(|_| Error::Damaged)?;
    if !only_padding(&plain, decoder.position()) {
        return Err(Error::Damaged);
    }
    Ok(OpenedChange {
        claimed: within.claimed,
        change: unpack(within.packing, within.change, MAX_CHANGE)?,
    })
}

fn change_bound(place: &Place, document: DocumentId) -> Vec<u8> {
    bound("nabij 2026 change", &(*place, document))
}

fn key_bound(epoch: EpochId, team: TeamId, space: SpaceId, document: DocumentId) -> Vec<u8> {
    bound("nabij 2026 document key", &(team, space, document, epoch))
}

#[cfg(test)]
mod tests;
