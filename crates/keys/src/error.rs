//! The one error of this room.

/// Why something could not be sealed, opened or read. Carries no content and no secret.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The passphrase does not open the key file.
    #[error("the passphrase does not open this")]
    WrongPassphrase,
    /// The bytes are something else altogether.
    #[error("these bytes are not from Nabij")]
    Foreign,
    /// Made by a newer version than this one.
    #[error("version {found} is newer than {known}")]
    Newer {
        /// The version named in the bytes.
        found: u16,
        /// The newest version known here.
        known: u16,
    },
    /// The bytes are ours, but not as they were written.
    #[error("the bytes are damaged")]
    Damaged,
    /// Less memory was free than the passphrase's cost asks for.
    #[error("there is not enough memory free to check the passphrase")]
    OutOfMemory,
    /// A cost beyond what this room allows.
    #[error("the cost for the passphrase is out of bounds")]
    Cost,
    /// The seal does not open with this key at this place: another key, or altered bytes.
    #[error("the seal does not open with this key")]
    CannotOpen,
    /// What was sealed has been destroyed.
    #[error("what was sealed has been erased")]
    Erased,
    /// Larger than may be sealed.
    #[error("a {0} is larger than allowed")]
    TooLarge(&'static str),
    /// The bytes are not a public key of the kind that is needed.
    #[error("the bytes are not a public key")]
    BadKey,
    /// The context names another epoch than the key's.
    #[error("the key belongs to another epoch")]
    OtherEpoch,
    /// A share file of another team.
    #[error("the file is of another team")]
    OtherTeam,
    /// A share file that holds nothing for this colleague.
    #[error("the file is not for this colleague")]
    NotForYou,
    /// The text is not an invitation, or was mistyped.
    #[error("the invitation is not valid")]
    InvitationInvalid,
}
