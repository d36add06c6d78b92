//! A share file: runs of logs carried by hand, on a stick or a network drive.
//!
//! What is not sealed of it: a magic number, a version, a random id, a mark of the team that only says
//! something to who knows the team's id, how many envelopes there are (in classes) and a checksum. Everything
//! else is chunks and envelopes of one size each. Which chunks are whose is said only within an envelope.
//!
//! ```text
//! header | chunk, chunk, … | envelope, envelope, … | sealed statement | number of envelopes | checksum
//! ```
//!
//! A *section* is a stretch of chunks under a key of its own, for everything that the same readers may read; a
//! *directory*, one for each reader, is a section too and lists the reader's sections with their keys. Within a
//! section stand frames, the same messages as on the wire, then a frame of no bytes, then zero bytes.

use crate::Error;
use crate::entry::encode;
use crate::id::{FileId, Hash, Millis, TeamId};

/// What every share file begins with.
pub const MAGIC: [u8; 8] = *b"NabijFil";
/// The version of the format.
pub const FORMAT: u16 = 1;
/// The bytes of a chunk before it is sealed.
pub const CHUNK: usize = 16 << 10;
/// The bytes of a sealed chunk.
pub const SEALED_CHUNK: usize = CHUNK + 16;
/// The bytes of an envelope: the encapsulated key, two keys, where the directory lies, and a tag.
pub const ENVELOPE: usize = 1120 + 72 + 16;
/// The bytes of the sealed statement: nonce, padded statement, tag.
pub const STATEMENT: usize = 24 + 256 + 16;
/// The most envelopes of one file.
pub const MAX_ENVELOPES: u16 = 4096;
/// The bytes of the header: magic, version, id, mark of the team.
pub const HEADER: usize = 8 + 2 + 16 + 32;
/// The bytes of the checksum at the end.
pub const CHECKSUM: usize = 32;
/// The most bytes of one frame: as of one message.
pub const MAX_FRAME: usize = crate::message::MAX_MESSAGE;

/// What the header says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// The file's id.
    pub id: FileId,
    /// The mark of its team.
    pub team: Hash,
}

impl Header {
    /// The header of a file of this team.
    pub fn new(id: FileId, team: &TeamId) -> Header {
        Header {
            id,
            team: team_mark(&id, team),
        }
    }

    /// Whether the file is of this team.
    pub fn is_of(&self, team: &TeamId) -> bool {
        self.team == team_mark(&self.id, team)
    }

    /// As bytes.
    pub fn encode(&self) -> Vec<u8> {
        [&MAGIC[..], &FORMAT.to_be_bytes(), &self.id.0, &self.team.0].concat()
    }

    /// From the first [`HEADER`] bytes of a file, or fewer.
    ///
    /// # Errors
    /// [`Error::Malformed`] of a `share file` when it is something else altogether, [`Error::Newer`],
    /// [`Error::Malformed`] of a `header` when it is ours and broken off.
    pub fn decode(bytes: &[u8]) -> Result<Header, Error> {
        let Some((magic, rest)) = bytes.split_first_chunk::<8>() else {
            return Err(Error::Malformed("share file"));
        };
        if *magic != MAGIC {
            return Err(Error::Malformed("share file"));
        }
        let cut = Error::Malformed("header");
        let (version, rest) = rest.split_first_chunk::<2>().ok_or(cut.clone())?;
        let version = u16::from_be_bytes(*version);
        if version > FORMAT {
            return Err(Error::Newer {
                found: version,
                known: FORMAT,
            });
        }
        let (id, rest) = rest.split_first_chunk::<16>().ok_or(cut.clone())?;
        let team = rest.first_chunk::<32>().ok_or(cut.clone())?;
        if version == 0 {
            return Err(cut);
        }
        Ok(Header {
            id: FileId(*id),
            team: Hash(*team),
        })
    }
}

/// Says whether a file is of a team, to who knows the team's id, and nothing to anybody else: two files of one
/// team have marks that do not look alike.
fn team_mark(id: &FileId, team: &TeamId) -> Hash {
    Hash::derive("nabij 2026 share file team", &encode(&(id, team)))
}

/// Where things lie in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// How many chunks.
    pub chunks: u32,
    /// How many envelopes.
    pub envelopes: u16,
}

impl Layout {
    /// The layout of a file of `length` bytes with so many envelopes.
    ///
    /// # Errors
    /// [`Error::Malformed`] when that cannot be.
    pub fn of(length: u64, envelopes: u16) -> Result<Layout, Error> {
        let wrong = Error::Malformed("layout");
        if envelopes == 0 || envelopes > MAX_ENVELOPES {
            return Err(wrong);
        }
        let beside = wide(HEADER)
            .saturating_add(u64::from(envelopes).saturating_mul(wide(ENVELOPE)))
            .saturating_add(wide(STATEMENT + 2 + CHECKSUM));
        let sealed = length.checked_sub(beside).ok_or(wrong.clone())?;
        if sealed % wide(SEALED_CHUNK) != 0 {
            return Err(wrong);
        }
        let chunks = u32::try_from(sealed / wide(SEALED_CHUNK)).map_err(|_| wrong)?;
        Ok(Layout { chunks, envelopes })
    }

    /// Where a chunk begins.
    pub fn chunk(&self, index: u32) -> u64 {
        wide(HEADER).saturating_add(u64::from(index).saturating_mul(wide(SEALED_CHUNK)))
    }

    /// Where an envelope begins.
    pub fn envelope(&self, index: u16) -> u64 {
        self.chunk(self.chunks)
            .saturating_add(u64::from(index).saturating_mul(wide(ENVELOPE)))
    }

    /// Where the sealed statement begins; what is signed ends there.
    pub fn statement(&self) -> u64 {
        self.envelope(self.envelopes)
    }
}

fn wide(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}

/// The running hash of a file: what is signed of it, and at its end the checksum.
#[derive(Clone)]
pub struct Digest(blake3::Hasher);

impl Default for Digest {
    fn default() -> Self {
        Digest(blake3::Hasher::new_derive_key("nabij 2026 share file"))
    }
}

impl Digest {
    /// Goes on with these bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all bytes so far.
    pub fn value(&self) -> Hash {
        Hash(*self.0.finalize().as_bytes())
    }
}

/// What the laptop signs that made the file: which file of which team, when, and every byte before the
/// statement.
pub fn signed_bytes(id: &FileId, team: &TeamId, at: Millis, digest: &Hash) -> Vec<u8> {
    [
        b"nabij 2026 share file by" as &[u8],
        &encode(&(id, team, at, digest)),
    ]
    .concat()
}

/// Appends one frame to what stands in a section. No bytes end the section.
pub fn push_frame(section: &mut Vec<u8>, frame: &[u8]) {
    let length = u32::try_from(frame.len()).unwrap_or(u32::MAX);
    section.extend(length.to_be_bytes());
    section.extend(frame);
}

/// Cuts what stands in a section into its frames.
#[derive(Debug, Default)]
pub struct Frames {
    held: Vec<u8>,
    ended: bool,
}

impl Frames {
    /// Goes on with these bytes.
    pub fn push(&mut self, bytes: &[u8]) {
        self.held.extend(bytes);
    }

    /// The next frame, if it is whole.
    ///
    /// # Errors
    /// [`Error::TooLarge`].
    pub fn next_frame(&mut self) -> Result<Option<Vec<u8>>, Error> {
        if self.ended {
            return Ok(None);
        }
        let Some((length, rest)) = self.held.split_first_chunk::<4>() else {
            return Ok(None);
        };
        let length = usize::try_from(u32::from_be_bytes(*length)).unwrap_or(usize::MAX);
        if length > MAX_FRAME {
            return Err(Error::TooLarge("frame"));
        }
        let Some(frame) = rest.get(..length) else {
            return Ok(None);
        };
        let frame = frame.to_vec();
        self.held.drain(..length.saturating_add(4));
        self.ended = frame.is_empty();
        Ok((!self.ended).then_some(frame))
    }

    /// Checks, after the last chunk, that the section came to its end and that nothing follows it.
    ///
    /// # Errors
    /// [`Error::Malformed`].
    pub fn end(&self) -> Result<(), Error> {
        if self.ended && self.held.len() < CHUNK && self.held.iter().all(|byte| *byte == 0) {
            Ok(())
        } else {
            Err(Error::Malformed("section"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_its_team_only_to_who_knows_it() {
        let (team, other) = (TeamId([1; 16]), TeamId([2; 16]));
        let header = Header::new(FileId([7; 16]), &team);
        let bytes = header.encode();
        assert_eq!(bytes.len(), HEADER);
        assert_eq!(Header::decode(&bytes), Ok(header));
        assert!(header.is_of(&team) && !header.is_of(&other));
        assert!(!bytes.windows(16).any(|window| window == team.0));
        assert_ne!(header.team, Header::new(FileId([8; 16]), &team).team);
    }

    #[test]
    fn another_file_a_newer_and_a_broken_one_are_told_apart() {
        let mut bytes = Header::new(FileId([7; 16]), &TeamId([1; 16])).encode();
        assert_eq!(
            Header::decode(b"PK\x03\x04 and so on"),
            Err(Error::Malformed("share file"))
        );
        assert_eq!(
            Header::decode(&bytes[..HEADER - 1]),
            Err(Error::Malformed("header"))
        );
        bytes[9] = 2;
        assert_eq!(
            Header::decode(&bytes),
            Err(Error::Newer { found: 2, known: 1 })
        );
    }

    #[test]
    fn a_layout_follows_from_the_length() {
        let layout = Layout {
            chunks: 3,
            envelopes: 8,
        };
        let length = layout.statement() + (STATEMENT + 2 + CHECKSUM) as u64;
        assert_eq!(Layout::of(length, 8), Ok(layout));
        assert!(Layout::of(length - 1, 8).is_err() && Layout::of(length, 7).is_err());
        assert!(Layout::of(10, 8).is_err() && Layout::of(length, 0).is_err());
    }

    #[test]
    fn frames_come_back_whatever_the_pieces() {
        let mut section = Vec::new();
        for frame in [&b"een"[..], b"twee", b""] {
            push_frame(&mut section, frame);
        }
        section.resize(section.len() + 9, 0);
        for size in 1..section.len() {
            let (mut frames, mut out) = (Frames::default(), Vec::new());
            for piece in section.chunks(size) {
                frames.push(piece);
                while let Some(frame) = frames.next_frame().unwrap() {
                    out.push(frame);
                }
            }
            assert_eq!(out, [b"een".to_vec(), b"twee".to_vec()]);
            frames.end().unwrap();
        }
        let mut frames = Frames::default();
        frames.push(&section[..7]);
        assert!(frames.next_frame().unwrap().is_some() && frames.end().is_err());
        frames.push(&[0xff; 4]);
        assert!(frames.next_frame().is_err());
    }
}
