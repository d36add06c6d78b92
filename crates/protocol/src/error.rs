//! The one error of this room.

/// Why bytes from outside were not accepted, or a rule of the protocol was broken.
///
/// Carries no content: only what kind of thing was wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The bytes are not what they claim to be.
    #[error("the bytes are not a {0}")]
    Malformed(&'static str),
    /// Larger than this protocol allows.
    #[error("a {0} is larger than allowed")]
    TooLarge(&'static str),
    /// Made by a newer version than this one.
    #[error("version {found} is newer than {known}")]
    Newer {
        /// The version named in the bytes.
        found: u16,
        /// The newest version known here.
        known: u16,
    },
    /// A signature does not belong to the bytes, or not to the key that it names.
    #[error("a signature does not hold")]
    BadSignature,
    /// An entry does not continue the log that it names.
    #[error("a log does not continue: number {expected} was expected")]
    Gap {
        /// The number that would have continued the log.
        expected: u64,
    },
    /// Two different entries claim the same number in one log.
    #[error("a log has two different entries with number {0}")]
    Fork(u64),
    /// The Noise session failed; the connection has to be made anew.
    #[error("the secure channel broke")]
    Channel,
    /// A message came at a moment at which the protocol does not allow it.
    #[error("a {0} message came out of turn")]
    OutOfTurn(&'static str),
}
