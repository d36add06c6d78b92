//! Making a change small before it is sealed.

use crate::Error;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::cell::RefCell;
use std::sync::OnceLock;
use zeroize::Zeroizing;
use zstd::bulk::{Compressor, Decompressor};
use zstd::dict::{DecoderDictionary, EncoderDictionary};

/// What changes of Nabij have in common: the names of their fields, and Dutch words that coaches use. Never replaced:
/// what was packed with it stays in the logs for twenty years. A better one is added beside it, with a [`Packing`]
/// of its own. How it was made: `assets/README.md`.
const DICTIONARY: &[u8] = include_bytes!("../../assets/change_dictionary_1.zdict");
/// How hard to pack. A change is a few hundred bytes, so that it takes a fraction of a millisecond.
const EFFORT: i32 = 12;

/// How a change lies within the seal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// As it is.
    Plain,
    /// Deflated: what Nabij wrote before there was a dictionary.
    Deflated,
    /// By zstd with the first dictionary.
    Dictionary1,
}

impl Packing {
    const ALL: [Packing; 3] = [Packing::Plain, Packing::Deflated, Packing::Dictionary1];

    fn number(self) -> u8 {
        match self {
            Packing::Plain => 0,
            Packing::Deflated => 1,
            Packing::Dictionary1 => 2,
        }
    }
}

/// Of one byte; the first version wrote true or false: whether it was deflated.
impl<C> minicbor::Encode<C> for Packing {
    fn encode<W: minicbor::encode::Write>(
        &self,
        encoder: &mut minicbor::Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        encoder.u8(self.number())?.ok()
    }
}

impl<'b, C> minicbor::Decode<'b, C> for Packing {
    fn decode(
        decoder: &mut minicbor::Decoder<'b>,
        _: &mut C,
    ) -> Result<Self, minicbor::decode::Error> {
        let number = match decoder.datatype()? {
            minicbor::data::Type::Bool => u8::from(decoder.bool()?),
            _ => decoder.u8()?,
        };
        Packing::ALL
            .into_iter()
            .find(|packing| packing.number() == number)
            .ok_or_else(|| minicbor::decode::Error::message("packing"))
    }
}

thread_local! {
    /// Made once a thread: setting one up costs more than packing a change.
    static PACKER: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static UNPACKER: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// The change as small as it gets.
pub(super) fn pack(change: &[u8]) -> (Packing, Zeroizing<Vec<u8>>) {
    match with_dictionary(change) {
        Ok(small) if small.len() < change.len() => (Packing::Dictionary1, Zeroizing::new(small)),
        // What does not shrink, or cannot be packed, is sealed as it is.
        _ => (Packing::Plain, Zeroizing::new(change.to_vec())),
    }
}

/// The change again, of at most `limit` bytes.
pub(super) fn unpack(
    packing: Packing,
    bytes: &[u8],
    limit: usize,
) -> Result<Zeroizing<Vec<u8>>, Error> {
    let change = match packing {
        Packing::Plain if bytes.len() > limit => return Err(Error::Damaged),
        Packing::Plain => bytes.to_vec(),
        Packing::Deflated => {
            decompress_to_vec_with_limit(bytes, limit).map_err(|_| Error::Damaged)?
        }
        Packing::Dictionary1 => without_dictionary(bytes, limit).map_err(|_| Error::Damaged)?,
    };
    Ok(Zeroizing::new(change))
}

fn with_dictionary(change: &[u8]) -> std::io::Result<Vec<u8>> {
    static PREPARED: OnceLock<EncoderDictionary<'static>> = OnceLock::new();
    PACKER.with_borrow_mut(|packer| {
        let packer = match packer {
            Some(packer) => packer,
            None => {
                let dictionary =
                    PREPARED.get_or_init(|| EncoderDictionary::copy(DICTIONARY, EFFORT));
                let mut fresh = Compressor::with_prepared_dictionary(dictionary)?;
                // The seal proves every byte, and the packing names the dictionary.
                fresh.include_checksum(false)?;
                fresh.include_dictid(false)?;
                packer.insert(fresh)
            }
        };
        packer.compress(change)
    })
}

fn without_dictionary(bytes: &[u8], limit: usize) -> std::io::Result<Vec<u8>> {
    static PREPARED: OnceLock<DecoderDictionary<'static>> = OnceLock::new();
    // What was packed says how long it is; more than the limit is not even begun.
    let length = zstd::zstd_safe::get_frame_content_size(bytes)
        .ok()
        .flatten()
        .and_then(|length| usize::try_from(length).ok())
        .filter(|length| *length <= limit)
        .ok_or(std::io::ErrorKind::InvalidData)?;
    UNPACKER.with_borrow_mut(|unpacker| {
        let unpacker = match unpacker {
            Some(unpacker) => unpacker,
            None => {
                let dictionary = PREPARED.get_or_init(|| DecoderDictionary::copy(DICTIONARY));
                unpacker.insert(Decompressor::with_prepared_dictionary(dictionary)?)
            }
        };
        unpacker.decompress(bytes, length)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec;

    #[test]
    fn what_is_packed_comes_back_and_is_smaller() {
        let note = "Fatima sprak Bram bij het buurthuis. Hij wil weer naar school en heeft hulp nodig bij \
                    de aanvraag.";
        let (packing, small) = pack(note.as_bytes());
        assert_eq!(packing, Packing::Dictionary1);
        assert!(small.len() < note.len() * 7 / 10, "{} bytes", small.len());
        assert_eq!(
            unpack(packing, &small, 1 << 20).as_deref(),
            Ok(&note.as_bytes().to_vec())
        );
    }

    #[test]
    fn what_earlier_versions_deflated_is_read() {
        let deflated = compress_to_vec(&[7; 1000], 6);
        let opened = unpack(Packing::Deflated, &deflated, 1000);
        assert_eq!(opened.as_deref(), Ok(&vec![7; 1000]));
        let mut decoder = minicbor::Decoder::new(&[0xf5]);
        assert!(matches!(decoder.decode(), Ok(Packing::Deflated)));
        let mut decoder = minicbor::Decoder::new(&[0xf4]);
        assert!(matches!(decoder.decode(), Ok(Packing::Plain)));
    }

    #[test]
    fn a_few_bytes_never_become_a_mountain() {
        let (packing, small) = pack(&[0; 100_000]);
        assert_eq!(unpack(packing, &small, 99_999), Err(Error::Damaged));
        assert_eq!(
            unpack(packing, b"nothing of the kind", 99_999),
            Err(Error::Damaged)
        );
        assert_eq!(unpack(Packing::Plain, &[0; 10], 9), Err(Error::Damaged));
    }

    #[test]
    fn a_packing_of_a_later_version_is_refused() {
        let mut decoder = minicbor::Decoder::new(&[3]);
        assert!(decoder.decode::<Packing>().is_err());
    }
}
