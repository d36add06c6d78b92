//! The hub's own keys.

use super::Store;
use crate::HubError;
use ed25519_dalek::{Signer, SigningKey};
use nabij_protocol::id::{HubId, Millis, NoisePublic, Signature, SigningPublic, TeamId};
use nabij_protocol::noise;
use nabij_protocol::receipt::{Receipt, Statement, Stored};
use rusqlite::{OptionalExtension, params};

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

impl Store {
    /// The hub's keys; made at the first call ever.
    ///
    /// # Errors
    /// [`HubError::Database`], [`HubError::Randomness`], [`HubError::Damaged`].
    pub(crate) fn identity(&mut self, now: Millis) -> Result<Identity, HubError> {
        let tx = self.begin()?;
        let kept: Option<([u8; 32], [u8; 32])> = tx
            .tx()
            .query_row("SELECT signing, noise FROM identity", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let (signing, noise) = match kept {
            Some(keys) => keys,
            None => {
                let (mut signing, mut noise) = ([0; 32], [0; 32]);
                getrandom::fill(&mut signing).map_err(|_| HubError::Randomness)?;
                getrandom::fill(&mut noise).map_err(|_| HubError::Randomness)?;
                tx.tx().execute(
                    "INSERT INTO identity (only, signing, noise, made_at) VALUES (1, ?1, ?2, ?3)",
                    params![signing, noise, now.0],
                )?;
                (signing, noise)
            }
        };
        tx.commit()?;
        let noise_public = noise::public_of(&noise).map_err(|_| HubError::Damaged("key"))?;
        Ok(Identity {
            signing: SigningKey::from_bytes(&signing),
            noise,
            noise_public,
        })
    }
}
