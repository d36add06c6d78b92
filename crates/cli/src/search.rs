//! `search`.

use crate::arguments;
use crate::error::Error;
use crate::exit;
use crate::laptop::Laptop;
use crate::voice::{Voice, time};
use crate::words::Language;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Hits {
    hits: Vec<Hit>,
    total: u64,
    more: bool,
}

#[derive(Deserialize)]
struct Hit {
    id: String,
    title: String,
    at: i64,
    snippet: Vec<Piece>,
}

#[derive(Deserialize)]
struct Piece {
    text: String,
    hit: bool,
}

/// Searches everything on this laptop.
///
/// # Errors
/// The core's failure.
pub fn search(laptop: &Laptop, voice: Voice, asked: &arguments::Search) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    let request = json!({"query": asked.words.join(" "), "limit": asked.limit});
    let answer = laptop.ask("search", request)?;
    let found = Hits::deserialize(&answer).map_err(|_| Error::StrangeAnswer)?;
    voice.answer(&answer, |language| found.words(language))?;
    Ok(exit::DONE)
}

impl Hits {
    fn words(&self, language: Language) -> String {
        let mut lines: Vec<String> = self.hits.iter().map(Hit::words).collect();
        lines.push(match self.more {
            true => language.hits_and_more(self.hits.len(), self.total),
            false => language.hits(self.hits.len(), self.total),
        });
        lines.join("\n")
    }
}

impl Hit {
    fn words(&self) -> String {
        let at = time(self.at);
        // Marked with signs: colour is lost in a pipe and for many eyes.
        let snippet: String = self
            .snippet
            .iter()
            .map(|piece| match piece.hit {
                true => format!("[{}]", piece.text),
                false => piece.text.clone(),
            })
            .collect();
        let title = if self.title.is_empty() {
            ""
        } else {
            &format!("{}: ", self.title)
        };
        format!("{}  {at}  {title}{snippet}", self.id)
    }
}

#[cfg(test)]
mod tests {
    use super::{Hits, Language, time};
    use serde_json::json;

    #[test]
    fn hits_are_marked() {
        let said = |total: u64, more: bool| {
            let answer = json!({"hits": [{"type": "contactMoment", "id": "m1", "caseId": null, "title": "Jo",
                "at": 0, "snippet": [{"text": "bij de ", "hit": false}, {"text": "brug", "hit": true}]}],
                "total": total, "more": more});
            let hits: Hits = serde_json::from_value(answer).unwrap();
            hits.words(Language::Nl)
        };
        let hit = format!("m1  {}  Jo: bij de [brug]", time(0));
        assert_eq!(said(3, false), format!("{hit}\n1 van 3 gevonden."));
        assert_eq!(
            said(1000, true),
            format!("{hit}\n1 van meer dan 1000 gevonden.")
        );
    }
}
