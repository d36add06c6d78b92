//! Cases as a person reads them in a terminal.

use crate::error::Error;
use crate::voice::time;
use crate::words::Language;
use serde::Deserialize;
use serde_json::Value;

/// All cases.
#[derive(Deserialize)]
pub struct List {
    cases: Vec<Row>,
    street: Street,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    id: String,
    name: String,
    last_at: Option<i64>,
    moments: u64,
    share: String,
    differences: u64,
}

#[derive(Deserialize)]
struct Street {
    moments: u64,
}

/// One case.
#[derive(Deserialize)]
pub struct File {
    case: Row,
    summary: Summary,
    timeline: Vec<Item>,
    more: bool,
}

#[derive(Deserialize)]
struct Summary {
    text: String,
}

#[derive(Deserialize)]
struct Item {
    id: String,
    at: i64,
    by: String,
    #[serde(default)]
    text: Option<String>,
    share: String,
    /// Who turned out to be somebody else: the item is a merge.
    #[serde(default)]
    person: Option<Someone>,
    #[serde(default)]
    persons: Vec<Someone>,
    #[serde(default)]
    others: u32,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    nickname: Option<String>,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    differences: Vec<Difference>,
}

#[derive(Deserialize)]
struct Someone {
    nickname: Option<String>,
}

impl Someone {
    fn words(&self, language: Language) -> String {
        let unknown = language.pick(
            "iemand (bewaartermijn voorbij)",
            "somebody (no longer kept)",
        );
        self.nickname.clone().unwrap_or_else(|| unknown.to_owned())
    }
}

#[derive(Deserialize)]
struct Difference {
    versions: Vec<Version>,
    #[serde(default)]
    settled: Option<serde::de::IgnoredAny>,
}

#[derive(Deserialize)]
struct Version {
    value: String,
    by: String,
}

/// Reads the answer of `list_cases`.
pub fn list(answer: &Value) -> Result<List, Error> {
    List::deserialize(answer).map_err(|_| Error::StrangeAnswer)
}

/// Reads the answer of `read_case`.
pub fn file(answer: &Value) -> Result<File, Error> {
    File::deserialize(answer).map_err(|_| Error::StrangeAnswer)
}

fn share(language: Language, share: &str) -> &str {
    match share {
        "shared" => language.pick("gedeeld", "shared"),
        "waiting" => language.pick("wacht", "waiting"),
        other => other,
    }
}

fn kind(language: Language, kind: &str) -> &str {
    match kind {
        "conversation" => language.pick("gesprek", "conversation"),
        "message" => language.pick("app of bel", "message"),
        "homeVisit" => language.pick("huisbezoek", "home visit"),
        "signal" => language.pick("signaal", "signal"),
        "consultation" => language.pick("overleg", "consultation"),
        "other" => language.pick("anders", "other"),
        other => other,
    }
}

impl List {
    /// One line for each case, and one for the street.
    pub fn words(&self, language: Language) -> String {
        let mut lines: Vec<String> = self.cases.iter().map(|row| row.words(language)).collect();
        if lines.is_empty() {
            lines.push(language.no_cases());
        }
        let street = language.pick("Zonder casus (straat)", "Without a case (street)");
        lines.push(format!("{street}: {}", self.street.moments));
        lines.join("\n")
    }
}

impl Row {
    fn words(&self, language: Language) -> String {
        let last = self.last_at.map_or_else(|| "-".to_owned(), time);
        let moments = language.pick("contactmomenten", "contact moments");
        let mut line = format!(
            "{}  {}  {}  {} {moments}  {}",
            self.id,
            self.name,
            last,
            self.moments,
            share(language, &self.share)
        );
        if self.differences > 0 {
            let differ = language.pick("met twee versies", "with two versions");
            line.push_str(&format!("  {} {differ}", self.differences));
        }
        line
    }
}

impl File {
    /// The case, its summary and its timeline.
    pub fn words(&self, language: Language) -> String {
        let mut lines = vec![self.case.words(language)];
        if !self.summary.text.is_empty() {
            lines.push(format!(
                "\n{}\n{}",
                language.where_we_stand(),
                self.summary.text
            ));
        }
        lines.extend(self.timeline.iter().map(|item| item.words(language)));
        if self.more {
            lines.push(format!("\n{}", language.there_is_more()));
        }
        lines.join("\n")
    }
}

impl Item {
    fn words(&self, language: Language) -> String {
        let note = match &self.person {
            Some(_) => language.pick("gekoppeld", "linked"),
            None => language.pick("notitie", "note"),
        };
        let what = self
            .kind
            .as_deref()
            .map_or(note, |word| kind(language, word));
        let mut head = vec![time(self.at), what.to_owned()];
        head.extend(self.nickname.clone());
        let people = self.persons.iter().chain(&self.person);
        head.extend(people.map(|person| person.words(language)));
        if self.others > 0 {
            head.push(language.and_others(self.others));
        }
        head.extend(self.place.clone());
        head.extend([
            self.by.clone(),
            share(language, &self.share).to_owned(),
            self.id.clone(),
        ]);
        let mut item = format!("\n{}", head.join(" · "));
        if let Some(text) = &self.text {
            item.push('\n');
            item.push_str(text);
        }
        let open = self.differences.iter().filter(|one| one.settled.is_none());
        for difference in open {
            item.push_str(&format!("\n  {}", language.two_versions()));
            for version in &difference.versions {
                item.push_str(&format!("\n  - {}: {}", version.by, version.value));
            }
        }
        item
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, file, list};
    use serde_json::json;

    #[test]
    fn a_case_reads_from_top_to_bottom() {
        let case = json!({"id": "c1", "name": "Gezin K.", "lastAt": 0, "moments": 1, "colleagues": [],
            "share": "waiting", "differences": 1});
        let cases = json!({"cases": [case], "street": {"moments": 2, "lastAt": null, "share": "shared", "differences": 0}});
        let said = list(&cases).unwrap().words(Language::Nl);
        assert!(
            said.contains("Gezin K.") && said.contains("wacht") && said.ends_with("2"),
            "{said}"
        );

        let answer = json!({"case": case, "version": "v", "differences": [],
            "summary": {"caseId": "c1", "text": "School is geregeld.", "version": "v", "share": "shared", "changedBy": null, "changedAt": null},
            "timeline": [
                {"type": "contactMoment", "id": "m1", "caseId": "c1", "caseName": "Gezin K.", "nickname": "Jo", "kind": "homeVisit",
                 "text": "Thee gedronken.", "at": 0, "place": null, "by": "Bram", "mine": false, "recordedAt": 0, "edited": false,
                 "version": "v", "share": "shared", "differences": [{"field": "text", "versions": [
                    {"value": "Thee gedronken.", "by": "Bram", "at": 0, "chosen": true},
                    {"value": "Koffie gedronken.", "by": "Fatima", "at": 0, "chosen": false}]}]},
                {"type": "caseNote", "id": "n1", "caseId": "c1", "text": "Bellen.", "at": 0, "by": "Fatima", "mine": true,
                 "edited": false, "version": "v", "share": "waiting", "differences": []}],
            "more": false});
        let said = file(&answer).unwrap().words(Language::Nl);
        for word in [
            "School",
            "huisbezoek · Jo · Bram · gedeeld",
            "- Fatima: Koffie",
            "notitie",
            "Bellen.",
        ] {
            assert!(said.contains(word), "{word}: {said}");
        }
    }
}
