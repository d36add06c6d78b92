//! What an XLSX becomes when it is unpacked, measured before anything believes it.
//!
//! The sizes that a ZIP states are claims. So every part is unpacked once into nothing, with a meter on it.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::limits;
use crate::error::Error;

/// The part whose own count calamine makes room for before it reads.
const SHARED_TEXTS: &str = "sharedstrings.xml";
/// The attribute in which that count stands, near the beginning.
const COUNT: &[u8] = b"uniqueCount";
/// How much of a part is kept to look for it.
const BEGINNING: usize = 4096;
/// What every XLSX has at its root.
const CONTENTS: &str = "[Content_Types].xml";

/// # Errors
/// [`Error::TooLarge`] for a bomb, [`Error::Protected`] for an encrypted part, [`Error::NotATable`] for a ZIP
/// that is no Office file, [`Error::Damaged`] for one that does not unpack.
pub(super) fn check(bytes: &[u8]) -> Result<(), Error> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Error::Damaged)?;
    if archive.len() > limits::PARTS {
        return Err(Error::TooLarge);
    }
    if archive.index_for_name(CONTENTS).is_none() {
        return Err(Error::NotATable);
    }
    let mut left = limits::UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(refused)?;
        let shared = part
            .name()
            .map_err(refused)?
            .to_lowercase()
            .ends_with(SHARED_TEXTS);
        let (size, beginning) = measure(part.take(left.saturating_add(1)))?;
        left = left.checked_sub(size).ok_or(Error::TooLarge)?;
        if shared && claimed(&beginning).is_some_and(|count| count > size) {
            return Err(Error::Damaged);
        }
    }
    Ok(())
}

fn refused(error: ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Error::Protected,
        _ => Error::Damaged,
    }
}

/// How many bytes come out, and the first of them.
fn measure(mut part: impl Read) -> Result<(u64, Vec<u8>), Error> {
    let mut beginning = Vec::new();
    let mut size = 0_u64;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = part.read(&mut buffer).map_err(|_| Error::Damaged)?;
        if read == 0 {
            return Ok((size, beginning));
        }
        let piece = buffer.get(..read).unwrap_or_default();
        let wanted = BEGINNING.saturating_sub(beginning.len());
        beginning.extend(piece.iter().take(wanted));
        size = size.saturating_add(u64::try_from(read).unwrap_or(u64::MAX));
    }
}

/// The number of texts that the part says it has. Each takes more than a byte, so a true one is below its size.
fn claimed(beginning: &[u8]) -> Option<u64> {
    let at = beginning
        .windows(COUNT.len())
        .position(|window| window == COUNT)?;
    let after = beginning.get(at.saturating_add(COUNT.len())..)?;
    let not_digit = |byte: &&u8| !byte.is_ascii_digit();
    let digits = after
        .iter()
        .skip_while(not_digit)
        .take_while(|byte| byte.is_ascii_digit());
    let number = |sum: u64, byte: &u8| {
        sum.saturating_mul(10)
            .saturating_add(u64::from(byte - b'0'))
    };
    Some(digits.fold(0, number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_bomb_is_refused() {
        let zeroes = vec![0; 16 * 1024 * 1024];
        let mut parts: Vec<(String, &[u8])> = vec![(CONTENTS.to_owned(), b"")];
        parts.extend((0..33).map(|n| (format!("xl/{n}.xml"), zeroes.as_slice())));
        let parts: Vec<_> = parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), *bytes))
            .collect();
        let bomb = zipped(&parts);
        assert!(bomb.len() < limits::BYTES);
        assert_eq!(check(&bomb), Err(Error::TooLarge));
    }

    #[test]
    fn a_count_that_cannot_be_true_is_refused() {
        let texts = br#"<sst count="1" uniqueCount='99999999999'><si><t>a</t></si></sst>"#;
        let liar = zipped(&[(CONTENTS, b""), ("xl/sharedStrings.xml", texts)]);
        assert_eq!(check(&liar), Err(Error::Damaged));
    }

    #[test]
    fn a_zip_of_photos_is_no_table() {
        assert_eq!(
            check(&zipped(&[("strand.jpg", b"\xFF\xD8")])),
            Err(Error::NotATable)
        );
    }
}
