//! What kind of file the bytes are, whatever its name says.

use crate::error::Error;
use crate::table::decode;

/// How an Office file that is encrypted, or older than 2007, begins.
const COMPOUND: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
/// How a ZIP begins, which an XLSX is.
const ZIP: &[u8] = b"PK\x03\x04";
/// The stream in which Office puts an encrypted file, as a compound file spells names.
const ENCRYPTED: &str = "EncryptedPackage";

/// What can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Text with a separator.
    Csv,
    /// Excel since 2007, LibreOffice, Google Sheets.
    Xlsx,
}

impl FileKind {
    /// Looks at the bytes, not at a name.
    ///
    /// # Errors
    /// [`Error::Protected`] for a workbook with a password; [`Error::NotATable`] for all else that is neither.
    pub fn of(bytes: &[u8]) -> Result<Self, Error> {
        if bytes.starts_with(ZIP) {
            return Ok(Self::Xlsx);
        }
        if bytes.starts_with(&COMPOUND) {
            return Err(if holds_encrypted(bytes) {
                Error::Protected
            } else {
                Error::NotATable
            });
        }
        let known_other = bytes.starts_with(b"%PDF") || bytes.starts_with(b"{\\rtf");
        if known_other || !decode::is_text(bytes) {
            return Err(Error::NotATable);
        }
        Ok(Self::Csv)
    }
}

fn holds_encrypted(bytes: &[u8]) -> bool {
    let name: Vec<u8> = ENCRYPTED
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    bytes.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_seen_in_the_bytes() {
        assert_eq!(FileKind::of(b"naam;telefoon\r\n"), Ok(FileKind::Csv));
        assert_eq!(FileKind::of(b"\xFF\xFEn\0a\0"), Ok(FileKind::Csv));
        assert_eq!(FileKind::of(b"PK\x03\x04..."), Ok(FileKind::Xlsx));
    }

    #[test]
    fn what_is_no_table_is_named_so() {
        let not: [&[u8]; 5] = [
            b"",
            b"%PDF-1.7\n",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
            b"\xFF\xD8\xFF\xE0\0\x10JFIF\0",
            b"{\\rtf1 hallo}",
        ];
        for bytes in not {
            assert_eq!(FileKind::of(bytes), Err(Error::NotATable), "{bytes:?}");
        }
        let mut old_excel = COMPOUND.to_vec();
        old_excel.extend(b"W\0o\0r\0k\0b\0o\0o\0k\0");
        assert_eq!(FileKind::of(&old_excel), Err(Error::NotATable));
    }

    #[test]
    fn a_password_is_seen() {
        let mut locked = COMPOUND.to_vec();
        locked.extend([0; 512]);
        locked.extend(ENCRYPTED.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(FileKind::of(&locked), Err(Error::Protected));
    }
}
