//! Bytes as text that people can read out and type: Crockford's base 32, without I, L, O and U.

use data_encoding::BASE32_NOPAD;

const RFC: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const CROCKFORD: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn translate(letter: char, from: &str, to: &str) -> Option<char> {
    from.chars()
        .zip(to.chars())
        .find(|(known, _)| *known == letter)
        .map(|(_, other)| other)
}

/// As text, in capitals, without breaks.
pub(crate) fn encode(bytes: &[u8]) -> String {
    BASE32_NOPAD
        .encode(bytes)
        .chars()
        .filter_map(|c| translate(c, RFC, CROCKFORD))
        .collect()
}

/// From text in either case; O is read as 0, I and L as 1. None for anything else.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let letter = |c: char| match c.to_ascii_uppercase() {
        'O' => translate('0', CROCKFORD, RFC),
        'I' | 'L' => translate('1', CROCKFORD, RFC),
        other => translate(other, CROCKFORD, RFC),
    };
    let text: String = text.chars().map(letter).collect::<Option<_>>()?;
    BASE32_NOPAD.decode(text.as_bytes()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes_and_what_people_make_of_it() {
        let bytes: Vec<u8> = (0..=255).collect();
        assert_eq!(decode(&encode(&bytes)).as_deref(), Some(&bytes[..]));
        assert_eq!(encode(&[0, 0x44, 0x32]), "01234");
        assert_eq!(decode("oi234"), decode("0L234"));
        assert_eq!(decode("01234").as_deref(), Some(&[0, 0x44, 0x32][..]));
        assert_eq!(decode("0123u"), None);
        assert_eq!(decode("0123é"), None);
    }
}
