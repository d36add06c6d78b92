//! Receipts: signed statements of what the other side has stored durably.
//!
//! The signature covers a hash of each part, so that a part can be left out for a reader who may not know
//! of its space, and what remains is still signed.

use crate::Error;
use crate::entry::{encode, verify};
use crate::id::{Hash, LogId, Mark, Millis, Scope, Signature, SigningPublic, TeamId};
use minicbor::{Decode, Encode};
use std::collections::BTreeSet;

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
    /// What is stored, by scope.
    #[n(3)]
    pub stored: Vec<Stored>,
}

/// One scope's part of a statement.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Stored {
    /// Of this scope, these logs.
    #[n(0)]
    Here(#[n(0)] Scope, #[n(1)] Vec<Held>),
    /// Left out for this reader: the hash of what stood here.
    #[n(1)]
    Hidden(#[n(0)] Hash),
}

/// One log, stored up to and including an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Held {
    /// The log.
    #[n(0)]
    pub log: LogId,
    /// The number of the last entry stored; at least one.
    #[n(1)]
    pub number: u64,
    /// The mark of that entry's hash, which stands for the whole log up to it.
    #[n(2)]
    pub mark: Mark,
}

impl Stored {
    /// The parts of a statement over these ends of logs, as far as `hash_at` knows the entries there.
    ///
    /// # Errors
    /// Those of `hash_at`.
    pub fn over<E>(
        ends: &[(Scope, Vec<(LogId, u64)>)],
        mut hash_at: impl FnMut(&Scope, &LogId, u64) -> Result<Option<Hash>, E>,
    ) -> Result<Vec<Stored>, E> {
        let mut parts = Vec::with_capacity(ends.len());
        for (scope, logs) in ends {
            let mut held = Vec::with_capacity(logs.len());
            for (log, number) in logs {
                if let Some(hash) = hash_at(scope, log, *number)? {
                    held.push(Held {
                        log: *log,
                        number: *number,
                        mark: hash.mark(),
                    });
                }
            }
            if !held.is_empty() {
                parts.push(Stored::Here(*scope, held));
            }
        }
        Ok(parts)
    }

    /// What the signature covers of this part.
    fn hash(&self) -> Hash {
        match self {
            Stored::Here(..) => Hash::derive("nabij 2026 receipt part", &encode(self)),
            Stored::Hidden(hash) => *hash,
        }
    }
}

impl Statement {
    /// What is signed.
    pub fn signed_bytes(&self) -> Vec<u8> {
        let mut bytes = b"nabij 2026 receipt".to_vec();
        bytes.extend(encode(&(self.team, self.signer, self.at)));
        for part in &self.stored {
            bytes.extend(part.hash().0);
        }
        bytes
    }

    /// What it says of each log that is not left out.
    pub fn held(&self) -> impl Iterator<Item = (Scope, &Held)> {
        self.stored.iter().flat_map(|part| match part {
            Stored::Here(scope, logs) => logs.iter().map(|held| (*scope, held)).collect::<Vec<_>>(),
            Stored::Hidden(_) => Vec::new(),
        })
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

    /// The receipt for a reader who may know of these scopes; none if nothing would be left of it.
    pub fn for_scopes(&self, scopes: &BTreeSet<Scope>) -> Option<Receipt> {
        let mut receipt = self.clone();
        let mut left = false;
        for part in &mut receipt.statement.stored {
            match part {
                Stored::Here(scope, _) if scopes.contains(scope) => left = true,
                other => *other = Stored::Hidden(other.hash()),
            }
        }
        left.then_some(receipt)
    }
}
