//! Asking to join a team with an invitation.

use crate::Error;
use crate::entry::{encode, verify};
use crate::id::{InvitationId, MemberId, Signature, SigningPublic, TeamId};
use crate::record::DeviceCard;
use minicbor::{Decode, Encode};

/// A newcomer's request: made with the invitation's secret, kept by the hub until an admin's laptop
/// admits it by records. The hub learns no name.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct JoinRequest {
    /// What is asked.
    #[n(0)]
    pub ask: Ask,
    /// By the invitation's key over [`Ask::signed_bytes`]: proves the invitation.
    #[n(1)]
    pub by_invitation: Signature,
    /// By the new device over the same: proves the device's key.
    #[n(2)]
    pub by_device: Signature,
}

/// What a newcomer asks.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Ask {
    /// The team.
    #[n(0)]
    pub team: TeamId,
    /// The invitation that is answered.
    #[n(1)]
    pub invitation: InvitationId,
    /// The newcomer's random id.
    #[n(2)]
    pub member: MemberId,
    /// The newcomer's member key (X-Wing public key).
    #[cbor(n(3), with = "minicbor::bytes")]
    pub member_key: Vec<u8>,
    /// The newcomer's laptop.
    #[n(4)]
    pub device: DeviceCard,
    /// The newcomer's name, sealed under a key that the invitation's secret yields (nonce first).
    #[cbor(n(5), with = "minicbor::bytes")]
    pub sealed_name: Vec<u8>,
}

impl Ask {
    /// What both signatures cover.
    pub fn signed_bytes(&self) -> Vec<u8> {
        [b"nabij 2026 join request" as &[u8], &encode(self)].concat()
    }
}

impl JoinRequest {
    /// Checks both signatures.
    ///
    /// # Errors
    /// [`Error::BadSignature`].
    pub fn check(&self) -> Result<(), Error> {
        let bytes = self.ask.signed_bytes();
        verify(
            &SigningPublic(self.ask.invitation.0),
            &bytes,
            &self.by_invitation,
        )?;
        verify(&self.ask.device.signing, &bytes, &self.by_device)
    }
}
