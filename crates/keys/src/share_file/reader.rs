//! Reading a share file: first all of it is checked, then it is read section by section.

use super::section::{Section, SectionOpener};
use super::{Reader, Statement, damaged};
use crate::{Error, MemberKeys};
use nabij_protocol::entry::verify;
use nabij_protocol::id::{FileId, MemberId, TeamId};
use nabij_protocol::share_file::{
    CHECKSUM, Digest, ENVELOPE, HEADER, Header, Layout, SEALED_CHUNK, STATEMENT, signed_bytes,
};

/// How much of a file is asked for at once while it is checked.
const STRETCH: u64 = 1 << 20;

/// Where bytes come from: so many from this position. Fewer than asked for means that the file is cut off.
pub type Source<'a, E> = &'a mut dyn FnMut(u64, usize) -> Result<Vec<u8>, E>;

/// A share file whose bytes are all as they were written. Nothing of it has been opened yet.
#[derive(Debug, Clone)]
pub struct Checked {
    header: Header,
    layout: Layout,
    /// Of all that stands before the statement.
    digest: nabij_protocol::id::Hash,
}

impl Checked {
    /// Reads a file of `length` bytes once through, from a source that says how far it is by what it is asked.
    ///
    /// # Errors
    /// [`Error::Foreign`], [`Error::Newer`], [`Error::Damaged`], those of the source.
    pub fn check<E: From<Error>>(length: u64, source: Source<'_, E>) -> Result<Checked, E> {
        let header = Header::decode(&source(0, HEADER)?).map_err(damaged)?;
        let tail = wide(2 + CHECKSUM);
        let count_at = length.checked_sub(tail).ok_or(Error::Damaged)?;
        let ending = exactly(source, count_at, 2 + CHECKSUM)?;
        let (count, checksum) = ending.split_first_chunk::<2>().ok_or(Error::Damaged)?;
        let layout = Layout::of(length, u16::from_be_bytes(*count)).map_err(damaged)?;
        let mut digest = Digest::default();
        stretch(source, &mut digest, 0, layout.statement())?;
        let signed = digest.value();
        stretch(source, &mut digest, layout.statement(), count_at)?;
        digest.update(count);
        if digest.value().0 != *checksum {
            return Err(Error::Damaged.into());
        }
        Ok(Checked {
            header,
            layout,
            digest: signed,
        })
    }

    /// How many chunks the file has, for who shows how far a reader is.
    pub fn chunks(&self) -> u32 {
        self.layout.chunks
    }

    /// Finds this member's envelope and opens what it admits to: the directory, and who made the file. The laptop
    /// that made it has signed all of it; whether that laptop is in the team is for the caller to say.
    ///
    /// # Errors
    /// [`Error::OtherTeam`], [`Error::NotForYou`], [`Error::Damaged`], those of the source.
    pub fn admit<E: From<Error>>(
        &self,
        keys: &MemberKeys,
        team: &TeamId,
        member: &MemberId,
        source: Source<'_, E>,
    ) -> Result<Admitted, E> {
        if !self.header.is_of(team) {
            return Err(Error::OtherTeam.into());
        }
        let id = self.header.id;
        let reader = Reader {
            id: &id,
            team,
            member,
        };
        let mut admission = None;
        for index in 0..self.layout.envelopes {
            let sealed = exactly(source, self.layout.envelope(index), ENVELOPE)?;
            if let Ok(opened) = reader.open(keys, &sealed) {
                admission = Some(opened);
                break;
            }
        }
        let admission = admission.ok_or(Error::NotForYou)?;
        let sealed = exactly(source, self.layout.statement(), STATEMENT)?;
        let statement = admission
            .file
            .open(&id, &sealed)
            .map_err(|_| Error::Damaged)?;
        let signed = signed_bytes(&id, &statement.team, statement.at, &self.digest);
        if statement.team != *team {
            return Err(Error::OtherTeam.into());
        }
        verify(&statement.signer, &signed, &statement.signature).map_err(damaged)?;
        let mut directory = self.section(&admission.directory)?;
        let list = directory.next(source)?.ok_or(Error::Damaged)?;
        let sections = self.sections(&list)?;
        let mut frames = Vec::new();
        while let Some(frame) = directory.next(source)? {
            frames.push(frame);
        }
        Ok(Admitted {
            statement,
            sections,
            frames,
        })
    }

    /// Reads a section from its beginning.
    ///
    /// # Errors
    /// [`Error::Damaged`] when it does not lie within the file.
    pub fn section(&self, section: &Section) -> Result<SectionReader, Error> {
        let (first, chunks) = section.chunks();
        let end = first.checked_add(chunks).ok_or(Error::Damaged)?;
        if chunks == 0 || end > self.layout.chunks {
            return Err(Error::Damaged);
        }
        Ok(SectionReader {
            layout: self.layout,
            opener: SectionOpener::new(&self.header.id, section),
        })
    }

    /// The id of the file.
    pub fn id(&self) -> FileId {
        self.header.id
    }

    fn sections(&self, list: &[u8]) -> Result<Vec<Section>, Error> {
        let (kind, list) = list.split_first().ok_or(Error::Damaged)?;
        let (rows, rest) = list.as_chunks::<{ Section::BYTES }>();
        if *kind != 0 || !rest.is_empty() {
            return Err(Error::Damaged);
        }
        rows.iter().map(|row| Section::from_bytes(row)).collect()
    }
}

/// What one member may read of a file.
#[derive(Debug)]
pub struct Admitted {
    /// Who made the file; the signature holds.
    pub statement: Statement,
    /// The member's sections, in the order in which they are read.
    pub sections: Vec<Section>,
    /// What is for this member alone.
    pub frames: Vec<Vec<u8>>,
}

/// A section that is being read.
pub struct SectionReader {
    layout: Layout,
    opener: SectionOpener,
}

impl SectionReader {
    /// The next frame; none at the end of the section, which is checked.
    ///
    /// # Errors
    /// [`Error::Damaged`], those of the source.
    pub fn next<E: From<Error>>(&mut self, source: Source<'_, E>) -> Result<Option<Vec<u8>>, E> {
        loop {
            if let Some(frame) = self.opener.frame()? {
                return Ok(Some(frame));
            }
            let Some(chunk) = self.opener.wants() else {
                self.opener.end()?;
                return Ok(None);
            };
            let sealed = exactly(source, self.layout.chunk(chunk), SEALED_CHUNK)?;
            self.opener.open(&sealed)?;
        }
    }
}

fn stretch<E: From<Error>>(
    source: Source<'_, E>,
    digest: &mut Digest,
    from: u64,
    to: u64,
) -> Result<(), E> {
    let mut at = from;
    while at < to {
        let length = to.saturating_sub(at).min(STRETCH);
        let bytes = exactly(source, at, usize::try_from(length).unwrap_or(usize::MAX))?;
        digest.update(&bytes);
        at = at.saturating_add(length);
    }
    Ok(())
}

fn exactly<E: From<Error>>(source: Source<'_, E>, at: u64, length: usize) -> Result<Vec<u8>, E> {
    let bytes = source(at, length)?;
    if bytes.len() == length {
        Ok(bytes)
    } else {
        Err(Error::Damaged.into())
    }
}

fn wide(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
