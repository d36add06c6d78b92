//! Receipts: signed statements of what the other side has stored durably.

use crate::Error;
use crate::entry::{encode, verify};
use crate::id::{Millis, Scope, Signature, SigningPublic, TeamId};
use crate::vector::Vector;
use minicbor::{Decode, Encode};

/// What the signer had stored durably when it signed. Newer receipts only add.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Receipt {
    /// The statement.
    #[n(0)]
    pub statement: Statement,
    /// The signer's signature over [`Statement::signed_bytes`].
    #[n(1)]
    pub signature: Signature,
}

/// What a receipt states.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Statement {
    /// The team.
    #[n(0)]
    pub team: TeamId,
    /// Who states it: a hub's or a laptop's signing key.
    #[n(1)]
    pub signer: SigningPublic,
    /// When, by the signer's clock.
    #[n(2)]
    pub at: Millis,
    /// What is stored, for the scopes that it speaks of.
    #[n(3)]
    pub stored: Vec<(Scope, Vector)>,
}

impl Statement {
    /// What is signed.
    pub fn signed_bytes(&self) -> Vec<u8> {
        [b"nabij 2026 receipt" as &[u8], &encode(self)].concat()
    }
}

impl Receipt {
    /// Checks the signature.
    ///
    /// # Errors
    /// [`Error::BadSignature`].
    pub fn check(&self) -> Result<(), Error> {
        verify(
            &self.statement.signer,
            &self.statement.signed_bytes(),
            &self.signature,
        )
    }
}
