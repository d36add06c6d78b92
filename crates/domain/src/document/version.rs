//! Which version of a document: what a form was opened on.

use std::fmt;
use std::str::FromStr;

use automerge::ChangeHash;

use crate::Refusal;
use crate::id::{read_hex, write_hex};

/// Length of one change's hash, in bytes.
const HASH: usize = 32;
/// More colleagues than this do not write in one document at the same time.
const MAX_HEADS: usize = 1_024;

/// A version of a document: the hashes of its newest changes, sorted, one after the other. As text it is
/// lowercase hex. Two devices with the same version have the same document.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(Vec<u8>);

impl Version {
    /// Reads the bytes of [`Version::as_bytes`]: one or more 32-byte hashes, sorted, each once. Anything
    /// else is [`Refusal::UnknownVersion`].
    pub fn from_bytes(bytes: Vec<u8>) -> Result<Version, Refusal> {
        let (hashes, rest) = bytes.as_chunks::<HASH>();
        let sorted = hashes
            .iter()
            .zip(hashes.iter().skip(1))
            .all(|(one, next)| one < next);
        if hashes.is_empty() || hashes.len() > MAX_HEADS || !rest.is_empty() || !sorted {
            return Err(Refusal::UnknownVersion);
        }
        Ok(Version(bytes))
    }

    /// The hashes, 32 bytes each, sorted.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    pub(super) fn of(heads: &[ChangeHash]) -> Version {
        let mut heads = heads.to_vec();
        heads.sort_unstable();
        Version(heads.iter().flat_map(|head| head.0).collect())
    }

    pub(crate) fn heads(&self) -> Vec<ChangeHash> {
        self.0
            .as_chunks::<HASH>()
            .0
            .iter()
            .map(|hash| ChangeHash(*hash))
            .collect()
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write_hex(f, &self.0)
    }
}

impl fmt::Debug for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Version({self})")
    }
}

impl FromStr for Version {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Version::from_bytes(read_hex(text).ok_or(Refusal::UnknownVersion)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sorted_whole_hashes_are_a_version() {
        let two = format!("{}{}", "01".repeat(32), "02".repeat(32));
        assert_eq!(
            two.parse::<Version>().map(|version| version.to_string()),
            Ok(two)
        );
        let unsorted = format!("{}{}", "02".repeat(32), "01".repeat(32));
        for wrong in [
            "",
            "01",
            &unsorted,
            &"01".repeat(64),
            &"01".repeat(33),
            "niet hex",
        ] {
            assert_eq!(
                wrong.parse::<Version>(),
                Err(Refusal::UnknownVersion),
                "{wrong}"
            );
        }
    }
}
