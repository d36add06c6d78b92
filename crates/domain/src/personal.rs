//! The wrapper every text about a person wears.

use std::fmt;

/// Text that can say something about a person. It has no `Display`, and `Debug` shows `***`, so that it
/// cannot slip into a log, an error or a test failure. Reading it takes a deliberate [`Personal::as_str`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Personal(String);

impl Personal {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The text itself, without a copy.
    pub fn into_inner(self) -> String {
        self.0
    }
}

impl From<String> for Personal {
    fn from(text: String) -> Self {
        Personal(text)
    }
}

impl From<&str> for Personal {
    fn from(text: &str) -> Self {
        Personal(text.to_owned())
    }
}

impl fmt::Debug for Personal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_nothing() {
        let text = Personal::from("Fatima");
        assert_eq!(format!("{text:?} {:?}", Some(&text)), "*** Some(***)");
        assert_eq!(text.as_str(), "Fatima");
    }
}
