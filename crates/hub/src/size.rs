//! Sizes as an operator types and reads them.

use std::fmt;
use std::str::FromStr;

const UNITS: [(&str, u64); 4] = [
    ("TiB", 1 << 40),
    ("GiB", 1 << 30),
    ("MiB", 1 << 20),
    ("KiB", 1 << 10),
];

/// A number of bytes: `2GiB`, `500 MiB`, `4096`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Size(pub u64);

/// A text that says no size.
#[derive(Debug, thiserror::Error)]
#[error("give a number of bytes, or a whole number with KiB, MiB, GiB or TiB")]
pub struct NotASize;

impl FromStr for Size {
    type Err = NotASize;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let (number, unit) = UNITS
            .iter()
            .find_map(|(word, unit)| Some((text.strip_suffix(word)?, *unit)))
            .unwrap_or((text, 1));
        let number: u64 = number.trim().parse().map_err(|_| NotASize)?;
        number.checked_mul(unit).map(Size).ok_or(NotASize)
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match UNITS.iter().find(|(_, unit)| self.0 >= *unit) {
            Some((word, unit)) => write!(f, "{:.1} {word}", self.0 as f64 / *unit as f64),
            None => write!(f, "{} bytes", self.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_shown() {
        for (text, bytes) in [
            ("0", 0),
            ("4096", 4096),
            ("2GiB", 2 << 30),
            (" 5 KiB ", 5120),
        ] {
            assert_eq!(text.parse::<Size>().unwrap(), Size(bytes));
        }
        for text in ["", "GiB", "-1", "2GB", "1.5GiB", "99999999999TiB"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
        assert_eq!(Size(100).to_string(), "100 bytes");
        assert_eq!(Size(3 << 29).to_string(), "1.5 GiB");
    }
}
