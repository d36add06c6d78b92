//! The hub's own keys.

use super::HubStore;
use crate::HubError;
use ed25519_dalek::{Signer, SigningKey};
use nabij_protocol::id::{HubId, Millis, NoisePublic, Signature, SigningPublic, TeamId};
use nabij_protocol::noise;
use nabij_protocol::receipt::{Receipt, Statement, Stored};

/// Who this hub is: what it signs with and what it shows in the Noise session. Never printed.
pub(crate) struct Identity {
    signing: SigningKey,
    noise: [u8; 32],
    noise_public: NoisePublic,
}

impl Identity {
    /// The public signing key, which laptops pin.
    pub(crate) fn signing_public(&self) -> SigningPublic {
        SigningPublic(self.signing.verifying_key().to_bytes())
    }

    /// The hub's id.
    pub(crate) fn id(&self) -> HubId {
        HubId::of(&self.signing_public())
    }

    /// The secret for the Noise session.
    pub(crate) fn noise_private(&self) -> &[u8; 32] {
        &self.noise
    }

    /// The public half of [`Identity::noise_private`].
    pub(crate) fn noise_public(&self) -> NoisePublic {
        self.noise_public
    }

    /// Signs bytes that already name their purpose.
    pub(crate) fn sign(&self, bytes: &[u8]) -> Signature {
        Signature(self.signing.sign(bytes).to_bytes())
    }

    /// States that all this is stored.
    pub(crate) fn receipt(&self, team: TeamId, at: Millis, stored: Vec<Stored>) -> Receipt {
        let statement = Statement {
            team,
            signer: self.signing_public(),
            at,
            stored,
        };
        let signature = self.sign(&statement.signed_bytes());
        Receipt {
            statement,
            signature,
        }
    }
}

/// The hub's two secrets as a store keeps them. Never printed.
pub(crate) struct Keys {
    pub(crate) signing: [u8; 32],
    pub(crate) noise: [u8; 32],
}

impl Identity {
    /// The keys that the store has; made at the first call ever.
    ///
    /// # Errors
    /// A fault of the database, [`HubError::Randomness`], [`HubError::Damaged`].
    pub(crate) fn of(store: &mut dyn HubStore, now: Millis) -> Result<Identity, HubError> {
        let mut fresh = Keys {
            signing: [0; 32],
            noise: [0; 32],
        };
        getrandom::fill(&mut fresh.signing).map_err(|_| HubError::Randomness)?;
        getrandom::fill(&mut fresh.noise).map_err(|_| HubError::Randomness)?;
        let keys = store.keys(fresh, now)?;
        let noise_public = noise::public_of(&keys.noise).map_err(|_| HubError::Damaged("key"))?;
        Ok(Identity {
            signing: SigningKey::from_bytes(&keys.signing),
            noise: keys.noise,
            noise_public,
        })
    }
}
