//! What a laptop signs and speaks with.

use crate::Error;
use crate::secret::{random, stars};
use ed25519_dalek::{Signer, SigningKey};
use nabij_protocol::entry::signed_bytes;
use nabij_protocol::id::{DeviceId, Hash, NoisePublic, Signature, SigningPublic};
use nabij_protocol::record::DeviceCard;
use rand_core::CryptoRng;
use x25519_dalek::{PublicKey, StaticSecret};
use zeroize::Zeroizing;

/// The private keys of one laptop (or hub): Ed25519 for its signatures, X25519 for its Noise sessions.
/// Made on it, and kept only in its encrypted database.
pub struct DeviceKeys {
    signing: SigningKey,
    noise: StaticSecret,
}

stars!(DeviceKeys);

impl DeviceKeys {
    /// New random keys.
    pub fn generate(rng: &mut impl CryptoRng) -> DeviceKeys {
        let (signing, noise) = (
            Zeroizing::new(random(rng)),
            Zeroizing::new(random::<32>(rng)),
        );
        DeviceKeys {
            signing: SigningKey::from_bytes(&signing),
            noise: StaticSecret::from(*noise),
        }
    }

    /// The public halves.
    pub fn card(&self) -> DeviceCard {
        DeviceCard {
            signing: SigningPublic(self.signing.verifying_key().to_bytes()),
            noise: NoisePublic(PublicKey::from(&self.noise).to_bytes()),
        }
    }

    /// The id that derives from the signing key.
    pub fn id(&self) -> DeviceId {
        self.card().id()
    }

    /// The X25519 private key, for the Noise session only.
    pub fn noise_private(&self) -> &[u8; 32] {
        self.noise.as_bytes()
    }

    /// A signature over bytes that carry a label of their purpose, as all `signed_bytes` of the protocol do.
    pub fn sign(&self, bytes: &[u8]) -> Signature {
        Signature(self.signing.sign(bytes).to_bytes())
    }

    /// A signature that covers a log up to the entry with this hash.
    pub fn sign_head(&self, head: &Hash) -> Signature {
        self.sign(&signed_bytes(head))
    }

    /// 64 bytes: signing key, Noise key. To be written into the encrypted database and nowhere else.
    pub fn to_secret_bytes(&self) -> Zeroizing<Vec<u8>> {
        let signing = Zeroizing::new(self.signing.to_bytes());
        Zeroizing::new([&signing[..], self.noise.as_bytes()].concat())
    }

    /// From what [`DeviceKeys::to_secret_bytes`] gave.
    ///
    /// # Errors
    /// [`Error::Damaged`] for any other length.
    pub fn from_secret_bytes(bytes: &[u8]) -> Result<DeviceKeys, Error> {
        let (signing, noise) = bytes.split_first_chunk::<32>().ok_or(Error::Damaged)?;
        let noise: Zeroizing<[u8; 32]> =
            Zeroizing::new(noise.try_into().map_err(|_| Error::Damaged)?);
        Ok(DeviceKeys {
            signing: SigningKey::from_bytes(signing),
            noise: StaticSecret::from(*noise),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_rng::TestRng;
    use nabij_protocol::entry::verify_head;

    #[test]
    fn a_signed_head_holds_and_another_does_not() {
        let keys = DeviceKeys::generate(&mut TestRng::new(1));
        let head = Hash::derive("test", b"head");
        let signature = keys.sign_head(&head);
        assert!(verify_head(&keys.card().signing, &head, &signature).is_ok());
        assert!(verify_head(&keys.card().signing, &Hash::ZERO, &signature).is_err());
        let other = DeviceKeys::generate(&mut TestRng::new(2));
        assert!(verify_head(&other.card().signing, &head, &signature).is_err());
    }

    #[test]
    fn keys_come_back_from_their_bytes() {
        let keys = DeviceKeys::generate(&mut TestRng::new(1));
        let bytes = keys.to_secret_bytes();
        let again = DeviceKeys::from_secret_bytes(&bytes).unwrap();
        assert_eq!((again.card(), again.id()), (keys.card(), keys.id()));
        assert_eq!(again.noise_private(), keys.noise_private());
        assert_eq!(
            DeviceKeys::from_secret_bytes(&bytes[1..]).err(),
            Some(Error::Damaged)
        );
    }

    #[test]
    fn debug_shows_stars() {
        let keys = DeviceKeys::generate(&mut TestRng::new(1));
        assert_eq!(format!("{keys:?}"), "DeviceKeys(***)");
    }
}
