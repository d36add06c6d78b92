//! Why a change or a saved document is not taken in.

/// Why nothing was taken in. The document offered along is unchanged. Says nothing about content.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CannotTakeIn {
    /// A change of more than 1 MiB, or one that unpacks to more operations than a person can cause.
    #[error("the change is too large")]
    TooLarge,
    /// Not exactly one uncompressed change: another chunk, bytes left over, or a wrong checksum.
    #[error("this is not one uncompressed change with a right checksum")]
    NotAChange,
    /// A change whose inside is wrong.
    #[error("the change is malformed")]
    Malformed,
    /// The author's actor already wrote something else at this place: two devices write with one actor,
    /// for example after a restored backup.
    #[error("this actor already wrote a different change here")]
    ActorReused,
    /// The library stopped hard on it.
    #[error("the change made the document library stop")]
    Panicked,
    /// With the change in it the document cannot be saved and loaded in the same version.
    #[error("the document would not load again")]
    WontReload,
    /// With the change in it a field that must be there cannot be read.
    #[error("the document would not be readable")]
    Unreadable,
    /// The document says what it is about in a word this version does not know.
    #[error("the document is of a kind this version does not know")]
    UnknownKind,
    /// The document was written by a newer Nabij.
    #[error("the document has format {found}, which this version does not know")]
    NewerFormat {
        /// The format number found.
        found: u32,
    },
}
