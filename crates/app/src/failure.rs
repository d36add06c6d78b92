//! What crosses the door when something does not work: a code, never a wording and never content.

use crate::error::Error;
use crate::random::random;
use nabij_domain::Refusal as DomainRefusal;
use nabij_protocol::message::Refusal as HubRefusal;
use nabij_store::OpenError;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a command did not do what was asked. Add a code only when somebody does something different for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum FailureCode {
    /// The request breaks a rule; `field` says which.
    Invalid,
    /// Understood, and not allowed.
    Refused,
    /// The vault is locked.
    Locked,
    /// There is no such thing on this laptop.
    NotFound,
    /// The hub cannot be reached; everything is safe here.
    Offline,
    /// This laptop is not, or not any more, in the team.
    NotAMember,
    /// Made by a newer version of Nabij.
    NewerVersion,
    /// The disk is full.
    StorageFull,
    /// The folder cannot be written to.
    ReadOnly,
    /// The file is damaged.
    Damaged,
    /// The file is not Nabij's.
    ForeignFile,
    /// Another Nabij has this folder open.
    InUse,
    /// It exists already.
    AlreadyExists,
    /// The passphrase is wrong.
    WrongPassphrase,
    /// Too many wrong passphrases; `wait_seconds` says how long to wait.
    TooManyTries,
    /// The invitation is mistyped or incomplete.
    InvitationInvalid,
    /// The invitation has expired.
    InvitationExpired,
    /// The invitation was used by somebody else.
    InvitationUsed,
    /// The hub does not know the invitation (yet).
    InvitationUnknown,
    /// The hub does not take this team or laptop.
    HubRefused,
    /// What answers is not a hub, or answers nonsense.
    HubGarbled,
    /// The hub has too much to do or cannot store.
    HubBusy,
    /// The hub keeps no more for this team; everything stays here.
    HubFull,
    /// The certificate of the hub is not trusted; nothing was sent.
    CertificateUntrusted,
    /// The network's proxy wants a name and a password.
    ProxyCredentials,
    /// The network's proxy does not let Nabij through to the hub.
    ProxyRefused,
    /// The proxy that is set up is of a kind that Nabij does not speak.
    ProxyUnsupported,
    /// The chosen file cannot be opened.
    FileUnreadable,
    /// The chosen file is not what it was at the try-out, or would do something else.
    FileChanged,
    /// The chosen file is no CSV and no XLSX.
    NotATable,
    /// The chosen file is larger than Nabij takes in at once.
    FileTooLarge,
    /// The chosen file cannot be read to its end.
    FileDamaged,
    /// The chosen file is no share file; nothing was taken in.
    NotAShareFile,
    /// The share file is not as it was written; nothing of it was taken in.
    FileNotWhole,
    /// The share file is of another team.
    FileOfOtherTeam,
    /// The share file holds nothing for this colleague.
    FileNotForYou,
    /// The share file was made by a laptop that is not, or not any more, in the team.
    FileFromOutsider,
    /// The share file could not be read to its end: what had come in by then is kept.
    FileBrokenOff,
    /// The chosen file has a password.
    FileProtected,
    /// The chosen file has no rows under its headings.
    NoRows,
    /// A fault of ours; the incident is in the log.
    Unexpected,
}

/// What crosses the door instead of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Failure {
    /// What kind of failure.
    pub code: FailureCode,
    /// The field of the request that it concerns.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional)]
    pub field: Option<String>,
    /// A short id that is also in the log, so that support never needs content.
    pub incident: String,
    /// How many seconds to wait before trying again.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    #[ts(optional, type = "number")]
    pub wait_seconds: Option<u64>,
}

impl Failure {
    /// Turns an error into what the caller may know, and logs it under the same incident.
    pub fn of(error: &Error) -> Failure {
        let (code, field) = code_of(error);
        let wait_seconds = match error {
            Error::TooManyTries { wait_seconds } => Some(*wait_seconds),
            _ => None,
        };
        let incident = incident();
        tracing::warn!(incident, ?code, %error, "a command failed");
        Failure {
            code,
            field,
            incident,
            wait_seconds,
        }
    }
}

fn incident() -> String {
    data_encoding::HEXLOWER.encode(&random::<4>())
}

/// The one place where inner errors become codes. No wildcard: a new error asks for a decision here.
fn code_of(error: &Error) -> (FailureCode, Option<String>) {
    use FailureCode as Code;
    let code = match error {
        Error::Invalid(field) => return (Code::Invalid, Some((*field).to_owned())),
        Error::BadRequest | Error::UnknownCommand => Code::Invalid,
        Error::Domain(refusal) => return of_domain(refusal),
        Error::Store(error) => of_store(error),
        Error::Open(error) => of_open(error),
        Error::Keys(error) => of_keys(error),
        Error::Protocol(_) => Code::HubGarbled,
        Error::HubRefused(refusal) => of_hub(*refusal),
        Error::OtherHub => Code::HubRefused,
        Error::CertificateUntrusted => Code::CertificateUntrusted,
        Error::ProxyCredentials => Code::ProxyCredentials,
        Error::ProxyRefused => Code::ProxyRefused,
        Error::ProxyUnsupported => Code::ProxyUnsupported,
        // Told to nobody for long: the next connection follows at once.
        Error::Offline | Error::BegunAnew => Code::Offline,
        Error::Locked => Code::Locked,
        Error::NotFound => Code::NotFound,
        Error::NotAMember => Code::NotAMember,
        Error::NotAllowed => Code::Refused,
        Error::AlreadyExists => Code::AlreadyExists,
        Error::InUse => Code::InUse,
        Error::Damaged => Code::Damaged,
        Error::Newer => Code::NewerVersion,
        Error::TooManyTries { .. } => Code::TooManyTries,
        Error::FileUnreadable => Code::FileUnreadable,
        Error::FileChanged => Code::FileChanged,
        Error::NotAShareFile => Code::NotAShareFile,
        Error::ShareFileDamaged => Code::FileNotWhole,
        Error::ShareFileFromOutsider => Code::FileFromOutsider,
        Error::ShareFileBrokenOff => Code::FileBrokenOff,
        Error::Exchange(error) => of_exchange(*error),
        Error::Io(kind) => of_io(*kind),
        Error::Unexpected(_) => Code::Unexpected,
    };
    (code, None)
}

fn of_io(kind: std::io::ErrorKind) -> FailureCode {
    use std::io::ErrorKind as Kind;
    match kind {
        Kind::StorageFull | Kind::QuotaExceeded => FailureCode::StorageFull,
        // A folder that cannot be made where it should be is as good as one that cannot be written.
        Kind::ReadOnlyFilesystem
        | Kind::PermissionDenied
        | Kind::NotADirectory
        | Kind::NotFound => FailureCode::ReadOnly,
        _ => FailureCode::Unexpected,
    }
}

fn of_exchange(error: nabij_exchange::Error) -> FailureCode {
    match error {
        nabij_exchange::Error::NotATable => FailureCode::NotATable,
        nabij_exchange::Error::TooLarge => FailureCode::FileTooLarge,
        nabij_exchange::Error::Damaged => FailureCode::FileDamaged,
        nabij_exchange::Error::Protected => FailureCode::FileProtected,
        nabij_exchange::Error::NoRows => FailureCode::NoRows,
        _ => FailureCode::Unexpected,
    }
}

fn of_domain(refusal: &DomainRefusal) -> (FailureCode, Option<String>) {
    match refusal {
        DomainRefusal::EmptyText { field } | DomainRefusal::TextTooLong { field, .. } => {
            (FailureCode::Invalid, Some(field.to_string()))
        }
        DomainRefusal::NotANumber { field } | DomainRefusal::OnlyItsValues { field } => {
            (FailureCode::Invalid, Some(field.to_string()))
        }
        DomainRefusal::NothingToChoose { .. } => (FailureCode::NotFound, None),
        DomainRefusal::UnknownVersion => (FailureCode::Invalid, Some("version".to_owned())),
        DomainRefusal::NotAnId => (FailureCode::Invalid, Some("id".to_owned())),
        DomainRefusal::WrongKind { .. } => (FailureCode::NotFound, None),
        DomainRefusal::Unreadable { .. } | DomainRefusal::NotAccepted(_) => {
            (FailureCode::Damaged, None)
        }
    }
}

fn of_open(error: &OpenError) -> FailureCode {
    match error {
        OpenError::Unreadable | OpenError::Damaged => FailureCode::Damaged,
        OpenError::Foreign => FailureCode::ForeignFile,
        OpenError::Newer { .. } => FailureCode::NewerVersion,
        OpenError::ReadOnly => FailureCode::ReadOnly,
        OpenError::InUse => FailureCode::InUse,
        OpenError::Full => FailureCode::StorageFull,
        OpenError::AlreadyExists => FailureCode::AlreadyExists,
        OpenError::Io(kind) => of_io(*kind),
        OpenError::Database(_) => FailureCode::Unexpected,
    }
}

fn of_store(error: &nabij_store::Error) -> FailureCode {
    match error {
        nabij_store::Error::Full => FailureCode::StorageFull,
        nabij_store::Error::ReadOnly => FailureCode::ReadOnly,
        nabij_store::Error::Damaged => FailureCode::Damaged,
        nabij_store::Error::Busy => FailureCode::InUse,
        nabij_store::Error::Fork(_)
        | nabij_store::Error::Gap { .. }
        | nabij_store::Error::Chain(_)
        | nabij_store::Error::OtherTeam
        | nabij_store::Error::BadReceipt => FailureCode::HubGarbled,
        nabij_store::Error::Database(_) => FailureCode::Unexpected,
    }
}

fn of_keys(error: &nabij_keys::Error) -> FailureCode {
    match error {
        nabij_keys::Error::WrongPassphrase => FailureCode::WrongPassphrase,
        nabij_keys::Error::InvitationInvalid => FailureCode::InvitationInvalid,
        nabij_keys::Error::Foreign => FailureCode::ForeignFile,
        nabij_keys::Error::Newer { .. } => FailureCode::NewerVersion,
        nabij_keys::Error::Damaged => FailureCode::Damaged,
        nabij_keys::Error::OtherTeam => FailureCode::FileOfOtherTeam,
        nabij_keys::Error::NotForYou => FailureCode::FileNotForYou,
        _ => FailureCode::Unexpected,
    }
}

fn of_hub(refusal: HubRefusal) -> FailureCode {
    match refusal {
        HubRefusal::Version => FailureCode::NewerVersion,
        HubRefusal::UnknownTeam | HubRefusal::BadProof => FailureCode::HubRefused,
        HubRefusal::PutOut => FailureCode::NotAMember,
        HubRefusal::InvitationUnknown => FailureCode::InvitationUnknown,
        HubRefusal::InvitationExpired => FailureCode::InvitationExpired,
        HubRefusal::InvitationUsed => FailureCode::InvitationUsed,
        HubRefusal::NotAllowed | HubRefusal::Fork => FailureCode::HubRefused,
        HubRefusal::Garbled => FailureCode::HubGarbled,
        HubRefusal::TooMuch | HubRefusal::CannotStore => FailureCode::HubBusy,
        HubRefusal::Full => FailureCode::HubFull,
    }
}
