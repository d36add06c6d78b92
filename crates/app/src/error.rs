//! The one error of this room. Its text is for the log and holds no content.

use nabij_protocol::message::Refusal as HubRefusal;

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A field of the request breaks a rule.
    #[error("the field {0} is not valid")]
    Invalid(&'static str),
    /// The request does not have the shape of the command.
    #[error("the request has another shape")]
    BadRequest,
    /// There is no such command.
    #[error("there is no such command")]
    UnknownCommand,
    /// A rule of the field says no.
    #[error(transparent)]
    Domain(#[from] nabij_domain::Refusal),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] nabij_store::Error),
    /// The database could not be opened.
    #[error(transparent)]
    Open(#[from] nabij_store::OpenError),
    /// A key did not fit.
    #[error(transparent)]
    Keys(#[from] nabij_keys::Error),
    /// What came from outside breaks the protocol.
    #[error(transparent)]
    Protocol(#[from] nabij_protocol::Error),
    /// The hub refused.
    #[error("the hub refused: {0:?}")]
    HubRefused(HubRefusal),
    /// The hub at this address is not the one known from before.
    #[error("another hub answers at this address")]
    OtherHub,
    /// The hub cannot be reached.
    #[error("the hub cannot be reached")]
    Offline,
    /// The certificate of the hub, or of a proxy on the way, is not trusted.
    #[error("the hub's certificate is not trusted")]
    CertificateUntrusted,
    /// The proxy on the way wants a name and a password, or others.
    #[error("the proxy wants credentials")]
    ProxyCredentials,
    /// The proxy on the way lets nothing through to the hub.
    #[error("the proxy refuses")]
    ProxyRefused,
    /// The proxy that is set up is of a kind that is not spoken here.
    #[error("the proxy is of a kind that is not supported")]
    ProxyUnsupported,
    /// A log of this laptop was begun anew: the connection has to be made anew.
    #[error("a log was begun anew")]
    BegunAnew,
    /// The vault is locked.
    #[error("the vault is locked")]
    Locked,
    /// No such thing here.
    #[error("not found")]
    NotFound,
    /// Not in a team (yet, or any more).
    #[error("not a member")]
    NotAMember,
    /// Understood and not allowed.
    #[error("not allowed")]
    NotAllowed,
    /// It is there already.
    #[error("it exists already")]
    AlreadyExists,
    /// Another process has the folder.
    #[error("the folder is in use")]
    InUse,
    /// A file of the vault is damaged or its partner is gone.
    #[error("a file is damaged")]
    Damaged,
    /// Made by a newer version.
    #[error("made by a newer version")]
    Newer,
    /// Too many wrong passphrases.
    #[error("too many tries; wait {wait_seconds} s")]
    TooManyTries {
        /// How long to wait.
        wait_seconds: u64,
    },
    /// A file to import from cannot be opened.
    #[error("the chosen file cannot be read")]
    FileUnreadable,
    /// A file to import from is not what was tried out.
    #[error("the chosen file has changed")]
    FileChanged,
    /// What was to be taken in is no share file at all.
    #[error("the file is no share file")]
    NotAShareFile,
    /// A share file is not as it was written.
    #[error("the share file is damaged")]
    ShareFileDamaged,
    /// A share file was made by a laptop that is not, or not any more, in the team.
    #[error("the share file is not from the team")]
    ShareFileFromOutsider,
    /// A share file could not be read any further while it was being taken in.
    #[error("the share file broke off")]
    ShareFileBrokenOff,
    /// A table or document for other programs could not be read or made.
    #[error(transparent)]
    Exchange(#[from] nabij_exchange::Error),
    /// A file operation failed.
    #[error("a file operation failed: {0}")]
    Io(std::io::ErrorKind),
    /// A fault of ours.
    #[error("unexpected: {0}")]
    Unexpected(&'static str),
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        // The error's own text may name a path.
        Error::Io(error.kind())
    }
}

impl From<serde_json::Error> for Error {
    fn from(_: serde_json::Error) -> Self {
        Error::BadRequest
    }
}
