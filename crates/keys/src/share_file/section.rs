//! Sections: stretches of chunks under one key.

use crate::Error;
use crate::aead::{bound, lock, unlock};
use crate::padding::pad;
use crate::secret::{random, stars};
use nabij_protocol::id::FileId;
use nabij_protocol::share_file::{CHUNK, Frames, push_frame};
use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// A section that was written: where it lies and what opens it.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub struct Section {
    key: [u8; 32],
    first: u32,
    chunks: u32,
}

stars!(Section);

impl Section {
    /// How many bytes [`Section::to_bytes`] gives.
    pub(super) const BYTES: usize = 40;

    /// Its first chunk, and how many.
    pub(super) fn chunks(&self) -> (u32, u32) {
        (self.first, self.chunks)
    }

    pub(super) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(
            [
                &self.key[..],
                &self.first.to_be_bytes(),
                &self.chunks.to_be_bytes(),
            ]
            .concat(),
        )
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Result<Section, Error> {
        let (key, rest) = bytes.split_first_chunk::<32>().ok_or(Error::Damaged)?;
        let (first, rest) = rest.split_first_chunk::<4>().ok_or(Error::Damaged)?;
        let chunks = rest.try_into().map_err(|_| Error::Damaged)?;
        Ok(Section {
            key: *key,
            first: u32::from_be_bytes(*first),
            chunks: u32::from_be_bytes(chunks),
        })
    }
}

/// A section that is being written.
pub struct SectionSealer {
    section: Section,
    bound: Vec<u8>,
    /// What is not sealed yet: it may have to be sealed as the last chunk.
    held: Zeroizing<Vec<u8>>,
}

stars!(SectionSealer);

impl SectionSealer {
    /// A section whose first chunk is this one.
    pub(super) fn begin(id: &FileId, first: u32, rng: &mut impl CryptoRng) -> SectionSealer {
        SectionSealer {
            section: Section {
                key: random(rng),
                first,
                chunks: 0,
            },
            bound: chunk_bound(id),
            held: Zeroizing::new(Vec::with_capacity(2 * CHUNK)),
        }
    }

    /// Goes on with a frame; answers the chunks that are full.
    pub(super) fn push(&mut self, frame: &[u8]) -> Result<Vec<Vec<u8>>, Error> {
        push_frame(&mut self.held, frame);
        let mut sealed = Vec::new();
        while self.held.len() > CHUNK {
            let chunk = Zeroizing::new(self.held.drain(..CHUNK).collect::<Vec<u8>>());
            sealed.push(self.seal(&chunk, false)?);
        }
        Ok(sealed)
    }

    /// Ends the section; answers it and its last chunks.
    pub(super) fn finish(mut self) -> Result<(Section, Vec<Vec<u8>>), Error> {
        let mut sealed = self.push(&[])?;
        let mut last = std::mem::take(&mut *self.held);
        pad(&mut last, CHUNK);
        sealed.push(self.seal(&last, true)?);
        last.zeroize();
        Ok((self.section.clone(), sealed))
    }

    fn seal(&mut self, chunk: &[u8], last: bool) -> Result<Vec<u8>, Error> {
        let nonce = nonce(self.section.chunks, last);
        self.section.chunks = self
            .section
            .chunks
            .checked_add(1)
            .ok_or(Error::TooLarge("section"))?;
        lock(&self.section.key, &nonce, &self.bound, chunk)
    }
}

/// A section that is being read.
pub(super) struct SectionOpener {
    section: Section,
    bound: Vec<u8>,
    opened: u32,
    frames: Frames,
}

impl SectionOpener {
    pub(super) fn new(id: &FileId, section: &Section) -> SectionOpener {
        SectionOpener {
            section: section.clone(),
            bound: chunk_bound(id),
            opened: 0,
            frames: Frames::default(),
        }
    }

    /// The next chunk that it needs; none after the last.
    pub(super) fn wants(&self) -> Option<u32> {
        (self.opened < self.section.chunks)
            .then(|| self.section.first.checked_add(self.opened))
            .flatten()
    }

    /// Opens that chunk.
    pub(super) fn open(&mut self, sealed: &[u8]) -> Result<(), Error> {
        let next = self.opened.checked_add(1).ok_or(Error::Damaged)?;
        let nonce = nonce(self.opened, next == self.section.chunks);
        let chunk =
            unlock(&self.section.key, &nonce, &self.bound, sealed).map_err(|_| Error::Damaged)?;
        self.frames.push(&chunk);
        self.opened = next;
        Ok(())
    }

    /// The next frame, if its chunks are opened.
    pub(super) fn frame(&mut self) -> Result<Option<Vec<u8>>, Error> {
        self.frames.next_frame().map_err(super::damaged)
    }

    /// Checks that the section has come to its end.
    pub(super) fn end(&self) -> Result<(), Error> {
        self.frames.end().map_err(super::damaged)
    }
}

/// The key of a section is used for nothing else, so that counting is enough.
fn nonce(chunk: u32, last: bool) -> [u8; 24] {
    let mut nonce = [0; 24];
    let counted = chunk.to_be_bytes().into_iter().chain([u8::from(last)]);
    for (to, from) in nonce.iter_mut().skip(19).zip(counted) {
        *to = from;
    }
    nonce
}

fn chunk_bound(id: &FileId) -> Vec<u8> {
    bound("nabij 2026 share file chunk", id)
}
