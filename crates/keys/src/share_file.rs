//! Making and opening a share file: sealed logs for colleagues, carried by hand. See
//! [`nabij_protocol::share_file`] for what lies where.
//!
//! Each section has a fresh random key, and its chunks are sealed as in the STREAM construction: the nonce counts
//! the chunks and says which is the last, so that none can be left out, swapped or cut off. Keys of sections stand
//! in directories, and what opens a directory stands in an envelope to one member (X-Wing, as for a space). The
//! laptop that made the file signs all its bytes within a seal, so that only readers know whose it is.
//!
//! Nothing here reads or writes files: the writer hands its bytes to a sink, and the reader asks for stretches.

mod reader;
mod section;
#[cfg(test)]
mod tests;
mod writer;

pub use reader::{Admitted, Checked, SectionReader};
pub use section::{Section, SectionSealer};
pub use writer::ShareFileWriter;

use crate::aead::{bound, lock, unlock};
use crate::membership::{open_envelope, seal_envelope};
use crate::padding::{only_padding, pad};
use crate::secret::{random, stars};
use crate::{Error, MemberKeys};
use minicbor::{Decode, Encode};
use nabij_protocol::entry::encode;
use nabij_protocol::id::{FileId, MemberId, Millis, Signature, SigningPublic, TeamId};
use nabij_protocol::share_file::STATEMENT;
use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Who made a file, and when; as they state it, signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct Statement {
    /// The team.
    #[n(0)]
    pub team: TeamId,
    /// The signing key of the laptop.
    #[n(1)]
    pub signer: SigningPublic,
    /// When, by that laptop's clock.
    #[n(2)]
    pub at: Millis,
    /// By the laptop over [`nabij_protocol::share_file::signed_bytes`].
    #[n(3)]
    pub signature: Signature,
}

/// What seals the statement of a file: known to all its readers.
#[derive(Zeroize, ZeroizeOnDrop)]
struct FileKey([u8; 32]);

stars!(FileKey);

impl FileKey {
    fn generate(rng: &mut impl CryptoRng) -> FileKey {
        FileKey(random(rng))
    }

    /// The statement, sealed: [`STATEMENT`] bytes.
    fn seal(
        &self,
        id: &FileId,
        statement: &Statement,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, Error> {
        let mut plain = encode(statement);
        pad(&mut plain, STATEMENT - 24 - 16);
        let nonce: [u8; 24] = random(rng);
        let sealed = lock(&self.0, &nonce, &statement_bound(id), &plain)?;
        Ok([&nonce[..], &sealed].concat())
    }

    fn open(&self, id: &FileId, sealed: &[u8]) -> Result<Statement, Error> {
        let (nonce, sealed) = sealed.split_first_chunk::<24>().ok_or(Error::Damaged)?;
        let plain = unlock(&self.0, nonce, &statement_bound(id), sealed)?;
        let mut decoder = minicbor::Decoder::new(&plain);
        let statement = decoder.decode().map_err(|_| Error::Damaged)?;
        if only_padding(&plain, decoder.position()) {
            Ok(statement)
        } else {
            Err(Error::Damaged)
        }
    }
}

/// What an envelope lets its reader open.
struct Admission {
    file: FileKey,
    directory: Section,
}

/// For whom an envelope is.
struct Reader<'a> {
    id: &'a FileId,
    team: &'a TeamId,
    member: &'a MemberId,
}

impl Reader<'_> {
    fn info(&self) -> Vec<u8> {
        bound(
            "nabij 2026 share file envelope",
            &(self.id, self.team, self.member),
        )
    }

    fn seal(
        &self,
        member_key: &[u8],
        admission: &Admission,
        rng: &mut impl CryptoRng,
    ) -> Result<Vec<u8>, Error> {
        let plain =
            Zeroizing::new([&admission.file.0[..], &admission.directory.to_bytes()[..]].concat());
        seal_envelope(member_key, &self.info(), &plain, rng)
    }

    fn open(&self, keys: &MemberKeys, sealed: &[u8]) -> Result<Admission, Error> {
        let plain = open_envelope(keys, &self.info(), sealed)?;
        let (file, directory) = plain.split_first_chunk::<32>().ok_or(Error::Damaged)?;
        Ok(Admission {
            file: FileKey(*file),
            directory: Section::from_bytes(directory)?,
        })
    }
}

fn statement_bound(id: &FileId) -> Vec<u8> {
    bound("nabij 2026 share file statement", id)
}

/// What the other room says of bytes, in this room's words.
fn damaged(error: nabij_protocol::Error) -> Error {
    match error {
        nabij_protocol::Error::Malformed("share file") => Error::Foreign,
        nabij_protocol::Error::Newer { found, known } => Error::Newer { found, known },
        _ => Error::Damaged,
    }
}
