//! Secret keys, membership, invitations: the only room that can sign or open a seal.
//!
//! A **passphrase** opens the [`KeyFile`] and yields the [`VaultKey`], under which a laptop's database is
//! encrypted. In that database, and nowhere else, lie the [`DeviceKeys`] (what this laptop signs with) and
//! the [`MemberKeys`] (what this colleague's envelopes are opened with). An envelope yields the
//! [`EpochKey`] of a space, that one the [`DocumentKey`] of a document, and that one an [`OpenedChange`]:
//! another type than the sealed one, so that the compiler keeps the two apart.
//!
//! Randomness is always an argument; [`system_rng`] is the one for real use. No cryptography is made up
//! here: this room only composes what the named crates offer, with a label of its own for each purpose.

pub mod cost;
pub mod device;
pub mod invitation;
pub mod membership;
pub mod passphrase;
pub mod seal;
pub mod share_file;
pub mod vault_key;
pub mod words;

mod aead;
mod base32;
mod error;
mod padding;
mod secret;
#[cfg(test)]
mod test_rng;

pub use cost::Cost;
pub use device::DeviceKeys;
pub use error::Error;
pub use invitation::{Invitation, InvitationSecret, ask_to_join};
pub use membership::{EnvelopeContext, EpochKey, MemberKeys};
pub use passphrase::{Strength, acceptable, judge, propose};
pub use seal::{DocumentKey, OpenedChange, open, seal};
pub use secret::system_rng;
pub use vault_key::{KeyFile, VaultKey};
pub use words::WordList;
pub use zeroize::Zeroizing;
