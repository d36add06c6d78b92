//! Entries of a log: chained by hash, covered by the signature on the newest, content apart from header.

use crate::Error;
use crate::id::{DocumentId, EpochId, Hash, LogId, Scope, Signature, SigningPublic, TeamId};
use ed25519_dalek::VerifyingKey;
use minicbor::{Decode, Encode};

/// The most bytes that the content of one entry may have.
pub const MAX_CONTENT: usize = 1 << 20;
/// The aim for the size of a run: a sender closes a run before it grows beyond this, unless one entry
/// alone is larger.
pub const RUN_BYTES: usize = 256 << 10;

/// Where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode)]
pub struct Place {
    /// The team.
    #[n(0)]
    pub team: TeamId,
    /// The scope within the team.
    #[n(1)]
    pub scope: Scope,
    /// The log within the scope.
    #[n(2)]
    pub log: LogId,
    /// The number in the log, from one.
    #[n(3)]
    pub number: u64,
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Content {
    /// A [`crate::record::Record`] in its encoded form, kept as it came so that its hash holds even
    /// where this version cannot read it. Only in `Scope::Team` and `Scope::Space`.
    #[n(0)]
    Record(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// One saved edit of one document, sealed. Only in `Scope::Changes`.
    #[n(1)]
    Change(#[n(0)] SealedChange),
}

/// One saved edit of one document, encrypted under the document's key. Opened only in the room `keys`.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SealedChange {
    /// The document that it changes.
    #[n(0)]
    pub document: DocumentId,
    /// The random nonce of XChaCha20-Poly1305.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub nonce: [u8; 24],
    /// The ciphertext, or its hash once it has been erased.
    #[n(2)]
    pub payload: Payload,
    /// The document's key, sealed: with the document's first change, and not part of the
    /// chain, so that it can be destroyed and the chain still holds.
    #[n(3)]
    pub key: Option<SealedKey>,
}

/// The ciphertext of a change. The chain holds its hash, so the bytes can go and the chain still verifies.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Payload {
    /// The bytes.
    #[n(0)]
    Here(#[cbor(n(0), with = "minicbor::bytes")] Vec<u8>),
    /// Destroyed; what remains is the hash of what stood here.
    #[n(1)]
    Erased(#[n(0)] Hash),
}

impl Payload {
    /// The hash that the chain holds.
    pub fn hash(&self) -> Hash {
        match self {
            Payload::Here(bytes) => Hash::derive("nabij 2026 sealed payload", bytes),
            Payload::Erased(hash) => *hash,
        }
    }
}

/// The key of a document, sealed under an epoch key of its space. A row of its own everywhere, so that
/// destroying it destroys the document.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct SealedKey {
    /// The epoch key that opens it.
    #[n(0)]
    pub epoch: EpochId,
    /// The random nonce of XChaCha20-Poly1305.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub nonce: [u8; 24],
    /// The ciphertext of the 32 key bytes.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub sealed: Vec<u8>,
}

/// What is hashed to chain an entry: everything but the content itself, of which it holds the hash.
#[derive(Debug, Clone, PartialEq, Eq, Encode)]
struct Header {
    #[n(0)]
    version: u16,
    #[n(1)]
    place: Place,
    #[n(2)]
    previous: Hash,
    #[n(3)]
    document: Option<DocumentId>,
    #[n(4)]
    content: Hash,
}

/// The hash of an entry that stands at `place` after the entry with hash `previous` ([`Hash::ZERO`] for
/// the first): what the next entry chains to, and what a signature covers.
pub fn entry_hash(place: &Place, previous: &Hash, content: &Content) -> Hash {
    let (document, content) = match content {
        Content::Record(bytes) => (None, Hash::derive("nabij 2026 record", bytes)),
        Content::Change(change) => (
            Some(change.document),
            Hash::derive(
                "nabij 2026 sealed change",
                &[&change.nonce[..], &change.payload.hash().0].concat(),
            ),
        ),
    };
    let header = Header {
        version: 1,
        place: *place,
        previous: *previous,
        document,
        content,
    };
    Hash::derive("nabij 2026 log entry", &encode(&header))
}

/// What a device signs to cover the log up to and including the entry with this hash.
pub fn signed_bytes(head: &Hash) -> Vec<u8> {
    [b"nabij 2026 log head" as &[u8], &head.0].concat()
}

/// Checks that `signature` is `key`'s on the log head `head`.
///
/// # Errors
/// [`Error::BadSignature`].
pub fn verify_head(key: &SigningPublic, head: &Hash, signature: &Signature) -> Result<(), Error> {
    verify(key, &signed_bytes(head), signature)
}

/// Checks a signature over any bytes. Strict: refuses weak keys and malleable signatures.
///
/// # Errors
/// [`Error::BadSignature`].
pub fn verify(key: &SigningPublic, bytes: &[u8], signature: &Signature) -> Result<(), Error> {
    let key = VerifyingKey::from_bytes(&key.0).map_err(|_| Error::BadSignature)?;
    let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
    key.verify_strict(bytes, &signature)
        .map_err(|_| Error::BadSignature)
}

/// A stretch of one log as it travels: consecutive entries and the signature on the last.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Run {
    /// The scope of the log.
    #[n(0)]
    pub scope: Scope,
    /// The log.
    #[n(1)]
    pub log: LogId,
    /// The number before the first entry; zero when the run starts the log.
    #[n(2)]
    pub after: u64,
    /// The contents, in order.
    #[n(3)]
    pub contents: Vec<Content>,
    /// The device's signature on the last entry.
    #[n(4)]
    pub signature: Signature,
}

/// The heads along a run: place, hash and content of each entry, checked.
pub type CheckedEntry = (Place, Hash, Content);

impl Run {
    /// The number of the last entry.
    pub fn last(&self) -> u64 {
        self.after.saturating_add(self.contents.len() as u64)
    }

    /// Follows the chain from `previous` (the hash of the entry numbered `after`, [`Hash::ZERO`] for
    /// none) and checks the signature on the last entry with `key`, which must be the key of the log's
    /// device.
    ///
    /// # Errors
    /// [`Error::BadSignature`] for any altered byte, [`Error::Malformed`] for an empty run, a key of
    /// another device or content that does not belong into the scope, [`Error::TooLarge`].
    pub fn check(
        self,
        team: TeamId,
        previous: Hash,
        key: &SigningPublic,
    ) -> Result<Vec<CheckedEntry>, Error> {
        if crate::id::DeviceId::of(key) != self.log.device {
            return Err(Error::Malformed("run of this device"));
        }
        let (scope, log, mut number, mut head) = (self.scope, self.log, self.after, previous);
        let mut entries = Vec::with_capacity(self.contents.len());
        for content in self.contents {
            number = number.checked_add(1).ok_or(Error::Malformed("run"))?;
            match (&content, scope) {
                (Content::Change(change), Scope::Changes(_)) => {
                    if let Payload::Here(bytes) = &change.payload
                        && bytes.len() > MAX_CONTENT
                    {
                        return Err(Error::TooLarge("sealed change"));
                    }
                }
                (Content::Record(bytes), Scope::Team | Scope::Space(_)) => {
                    if bytes.len() > MAX_CONTENT {
                        return Err(Error::TooLarge("record"));
                    }
                }
                _ => return Err(Error::Malformed("run of this scope")),
            }
            let place = Place {
                team,
                scope,
                log,
                number,
            };
            head = entry_hash(&place, &head, &content);
            entries.push((place, head, content));
        }
        if entries.is_empty() {
            return Err(Error::Malformed("run"));
        }
        verify_head(key, &head, &self.signature)?;
        Ok(entries)
    }
}

/// Encodes anything of this room. Encoding into memory cannot fail.
pub fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    // The writer is a Vec, whose error type has no values.
    minicbor::to_vec(value).unwrap_or_default()
}

/// Decodes one value and nothing after it.
///
/// # Errors
/// [`Error::Malformed`] naming `what`.
pub fn decode<'b, T: Decode<'b, ()>>(what: &'static str, bytes: &'b [u8]) -> Result<T, Error> {
    let mut decoder = minicbor::Decoder::new(bytes);
    let value = decoder.decode().map_err(|_| Error::Malformed(what))?;
    if decoder.position() != bytes.len() {
        return Err(Error::Malformed(what));
    }
    Ok(value)
}
