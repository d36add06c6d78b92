//! From bytes to text: what Excel, LibreOffice and a registration system of 2009 save as "CSV".

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// How many bytes are looked at to tell text from the rest.
const LOOK: usize = 64 * 1024;

/// Text of any kind: something is there, and no bytes that no text has. UTF-16 is only known by its mark.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    if bytes.is_empty() {
        return false;
    }
    if Encoding::for_bom(bytes).is_some() {
        return true;
    }
    let odd = |byte: &u8| matches!(byte, 0..=8 | 14..=31 | 127) && *byte != 27;
    !bytes.iter().take(LOOK).any(odd)
}

/// A mark decides; else it is UTF-8 if all of it is; else Windows-1252, in which everything means something.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => WINDOWS_1252,
    };
    encoding.decode(bytes).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_in_which_a_name_is_saved_reads_the_same() {
        let name = "Daniëlle; Çelik € 3";
        let utf16 = |mark: [u8; 2], order: fn(u16) -> [u8; 2]| {
            let mut bytes = mark.to_vec();
            bytes.extend(name.encode_utf16().flat_map(order));
            bytes
        };
        let mut marked = vec![0xEF, 0xBB, 0xBF];
        marked.extend(name.as_bytes());
        let saved = [
            name.as_bytes().to_vec(),
            marked,
            utf16([0xFF, 0xFE], u16::to_le_bytes),
            utf16([0xFE, 0xFF], u16::to_be_bytes),
            b"Dani\xEBlle; \xC7elik \x80 3".to_vec(),
        ];
        for bytes in saved {
            assert!(is_text(&bytes));
            assert_eq!(decode(&bytes), name);
        }
    }
}
