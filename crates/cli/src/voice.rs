//! Answers on standard output, everything else on standard error.

use crate::error::Error;
use crate::words::Language;
use chrono::{Local, TimeZone as _};
use serde_json::{Value, json};

/// How this run speaks.
#[derive(Debug, Clone, Copy)]
pub struct Voice {
    /// In JSON, for scripts.
    pub json: bool,
    /// Otherwise in this language.
    pub language: Language,
}

impl Voice {
    /// Answers what was asked: the JSON for scripts, the words for people.
    ///
    /// # Errors
    /// When standard output does not take it.
    pub fn answer(
        &self,
        json: &Value,
        words: impl FnOnce(Language) -> String,
    ) -> Result<(), Error> {
        let text = if self.json {
            json.to_string()
        } else {
            plain(&words(self.language))
        };
        line(&mut std::io::stdout().lock(), &text).map_err(|_| Error::Unwritable)
    }

    /// Tells people how far things are, on standard output. Scripts get the answer only.
    ///
    /// # Errors
    /// When standard output does not take it.
    pub fn tell(&self, words: &str) -> Result<(), Error> {
        if self.json {
            return Ok(());
        }
        line(&mut std::io::stdout().lock(), &plain(words)).map_err(|_| Error::Unwritable)
    }

    /// Says something beside the answer, to people only.
    pub fn aside(&self, words: &str) {
        if !self.json {
            // Who closed standard error does not want to hear it.
            let _ = line(&mut std::io::stderr().lock(), &plain(words));
        }
    }

    /// Says what went wrong.
    pub fn complain(&self, error: &Error) {
        let text = if self.json {
            json!({"error": error.json()}).to_string()
        } else {
            plain(&error.words(self.language))
        };
        let _ = line(&mut std::io::stderr().lock(), &text);
    }
}

fn line(to: &mut impl std::io::Write, text: &str) -> std::io::Result<()> {
    writeln!(to, "{text}")?;
    to.flush()
}

/// Takes out what a terminal would obey: a colleague's note is shown, never carried out.
fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| match letter {
            '\n' | '\t' => letter,
            letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
            letter => letter,
        })
        .collect()
}

/// A moment on this computer's clock, to the minute; `at` in milliseconds since 1970 in UTC.
pub fn time(at: i64) -> String {
    match Local.timestamp_millis_opt(at).single() {
        Some(at) => at.format("%Y-%m-%d %H:%M").to_string(),
        None => at.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_terminal_obeys_nothing_that_a_note_says() {
        assert_eq!(plain("é\n\tok"), "é\n\tok");
        assert_eq!(
            plain("\u{1b}[2Jweg\r\u{9b}"),
            "\u{fffd}[2Jweg\u{fffd}\u{fffd}"
        );
    }
}
