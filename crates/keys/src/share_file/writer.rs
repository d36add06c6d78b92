//! Writing a share file.

use super::section::{Section, SectionSealer};
use super::{Admission, FileKey, Reader, Statement};
use crate::aead::lock;
use crate::padding::padme;
use crate::secret::random;
use crate::{DeviceKeys, Error, MemberKeys};
use nabij_protocol::id::{FileId, MemberId, Millis, TeamId};
use nabij_protocol::share_file::{CHUNK, Digest, Header, MAX_ENVELOPES, signed_bytes};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

/// The least number of chunks: 256 KiB, so that a night of one note looks like a night of forty.
const LEAST_CHUNKS: usize = 16;
/// The least number of envelopes; then powers of two.
const LEAST_ENVELOPES: usize = 8;

/// Where the bytes of the file go, in their order.
pub type Sink<'a, E> = &'a mut dyn FnMut(&[u8]) -> Result<(), E>;

/// A share file that is being written: section after section, then reader after reader, then the end.
pub struct ShareFileWriter {
    id: FileId,
    team: TeamId,
    key: FileKey,
    digest: Digest,
    chunks: u32,
    envelopes: Vec<Vec<u8>>,
}

impl ShareFileWriter {
    /// Begins a file.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn begin<E: From<Error>>(
        team: TeamId,
        rng: &mut impl CryptoRng,
        sink: Sink<'_, E>,
    ) -> Result<ShareFileWriter, E> {
        let id = FileId(random(rng));
        let mut writer = ShareFileWriter {
            id,
            team,
            key: FileKey::generate(rng),
            digest: Digest::default(),
            chunks: 0,
            envelopes: Vec::new(),
        };
        writer.emit(&Header::new(id, &team).encode(), sink)?;
        Ok(writer)
    }

    /// Begins the next section; the one before must have come to its end.
    pub fn section(&self, rng: &mut impl CryptoRng) -> SectionSealer {
        SectionSealer::begin(&self.id, self.chunks, rng)
    }

    /// Puts a frame of at least one byte into the section.
    ///
    /// # Errors
    /// Those of the sink; [`Error::TooLarge`].
    pub fn push<E: From<Error>>(
        &mut self,
        section: &mut SectionSealer,
        frame: &[u8],
        sink: Sink<'_, E>,
    ) -> Result<(), E> {
        if frame.is_empty() || frame.len() > nabij_protocol::share_file::MAX_FRAME {
            return Err(Error::TooLarge("frame").into());
        }
        let sealed = section.push(frame)?;
        self.emit_chunks(&sealed, sink)
    }

    /// Ends the section.
    ///
    /// # Errors
    /// Those of the sink.
    pub fn end<E: From<Error>>(
        &mut self,
        section: SectionSealer,
        sink: Sink<'_, E>,
    ) -> Result<Section, E> {
        let (section, sealed) = section.finish()?;
        self.emit_chunks(&sealed, sink)?;
        Ok(section)
    }

    /// Lets a member read these sections, and `frames` that only they read, after all sections are written.
    ///
    /// # Errors
    /// [`Error::BadKey`], [`Error::TooLarge`] for too many readers, those of the sink.
    pub fn admit<E: From<Error>>(
        &mut self,
        (member, member_key): (&MemberId, &[u8]),
        sections: &[Section],
        frames: &[Vec<u8>],
        rng: &mut impl CryptoRng,
        sink: Sink<'_, E>,
    ) -> Result<(), E> {
        if self.envelopes.len() >= usize::from(MAX_ENVELOPES) {
            return Err(Error::TooLarge("list of readers").into());
        }
        let mut directory = self.section(rng);
        let mut list = Zeroizing::new(Vec::with_capacity(
            sections.len().saturating_mul(Section::BYTES),
        ));
        for section in sections {
            list.extend_from_slice(&section.to_bytes());
        }
        // A list is told apart from other frames by coming first; it is there even when it is empty.
        let list = Zeroizing::new([&[0][..], &list].concat());
        self.push(&mut directory, &list, sink)?;
        for frame in frames {
            self.push(&mut directory, frame, sink)?;
        }
        let directory = self.end(directory, sink)?;
        let admission = Admission {
            file: FileKey(self.key.0),
            directory,
        };
        let reader = Reader {
            id: &self.id,
            team: &self.team,
            member,
        };
        let envelope = reader.seal(member_key, &admission, rng)?;
        self.envelopes.push(envelope);
        Ok(())
    }

    /// Fills up to a size class, adds the envelopes and signs.
    ///
    /// # Errors
    /// Those of the sink; [`Error::TooLarge`].
    pub fn finish<E: From<Error>>(
        mut self,
        device: &DeviceKeys,
        at: Millis,
        rng: &mut impl CryptoRng,
        sink: Sink<'_, E>,
    ) -> Result<(), E> {
        self.fill(rng, sink)?;
        self.decoys(rng)?;
        // What is sealed is random to look at: in this order nobody sees who came first.
        self.envelopes.sort_unstable();
        let envelopes = std::mem::take(&mut self.envelopes);
        for envelope in &envelopes {
            self.emit(envelope, sink)?;
        }
        let digest = self.digest.value();
        let signed = signed_bytes(&self.id, &self.team, at, &digest);
        let statement = Statement {
            team: self.team,
            signer: device.card().signing,
            at,
            signature: device.sign(&signed),
        };
        let sealed = self.key.seal(&self.id, &statement, rng)?;
        self.emit(&sealed, sink)?;
        let count =
            u16::try_from(envelopes.len()).map_err(|_| Error::TooLarge("list of readers"))?;
        self.emit(&count.to_be_bytes(), sink)?;
        let checksum = self.digest.value();
        self.emit(&checksum.0, sink)
    }

    /// Chunks of nothing under a key that nobody has, up to a size class.
    fn fill<E: From<Error>>(
        &mut self,
        rng: &mut impl CryptoRng,
        sink: Sink<'_, E>,
    ) -> Result<(), E> {
        let chunks = usize::try_from(self.chunks).unwrap_or(usize::MAX);
        let zeros = [0; CHUNK];
        for _ in chunks..padme(chunks).max(LEAST_CHUNKS) {
            let filler = lock(&random(rng), &random(rng), &[], &zeros)?;
            self.emit_chunks(&[filler], sink)?;
        }
        Ok(())
    }

    /// Envelopes to nobody, so that their number tells little about the team.
    fn decoys(&mut self, rng: &mut impl CryptoRng) -> Result<(), Error> {
        let class = self
            .envelopes
            .len()
            .next_power_of_two()
            .max(LEAST_ENVELOPES);
        while self.envelopes.len() < class {
            let nobody = MemberKeys::generate(rng);
            let admission = Admission {
                file: FileKey::generate(rng),
                directory: Section::from_bytes(&[0; Section::BYTES])?,
            };
            let reader = Reader {
                id: &self.id,
                team: &self.team,
                member: &MemberId(random(rng)),
            };
            let envelope = reader.seal(&nobody.public(), &admission, rng)?;
            self.envelopes.push(envelope);
        }
        Ok(())
    }

    fn emit_chunks<E: From<Error>>(
        &mut self,
        sealed: &[Vec<u8>],
        sink: Sink<'_, E>,
    ) -> Result<(), E> {
        for chunk in sealed {
            self.chunks = self
                .chunks
                .checked_add(1)
                .ok_or(Error::TooLarge("share file"))?;
            self.emit(chunk, sink)?;
        }
        Ok(())
    }

    fn emit<E: From<Error>>(&mut self, bytes: &[u8], sink: Sink<'_, E>) -> Result<(), E> {
        self.digest.update(bytes);
        sink(bytes)
    }
}
