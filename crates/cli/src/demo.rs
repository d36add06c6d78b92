//! `demo`: a real hub and two laptops, a night without a network, and whether both hold the same afterwards.

mod caseload;
mod copy;
mod stage;
mod team;
mod words;

pub use stage::{Stage, StageError};
pub use team::run as run_team;

use crate::error::Error;
use crate::exit;
use crate::laptop::{Laptop, Status};
use crate::moment::people;
use crate::voice::Voice;
use caseload::{
    BRAM, BRAM_ADDS, BRAM_CORRECTS, CASES, FATIMA, FATIMA_ADDS, FATIMA_CORRECTS, Moment,
};
use nabij_app::Clock;
use serde::Deserialize;
use serde_json::{Value, json};

use std::time::Instant;

/// Between two contact moments of one colleague.
const PAUSE_MILLIS: i64 = 12 * 60 * 1000;
/// How often both share before they must be in one team.
const ROUNDS: usize = 5;

/// Plays the night.
///
/// # Errors
/// No stage, or the core's failure. What differs at the end is told, and is the exit code.
pub fn run(voice: Voice) -> Result<u8, Error> {
    let began = Instant::now();
    let stage = Stage::set()?;
    let data = stage.folder("hub")?;
    let hub = stage.start_hub(&data, "127.0.0.1:0")?;
    voice.tell(&voice.language.hub_runs(&hub))?;
    let night = Night {
        fatima: laptop(&stage, "fatima")?,
        bram: laptop(&stage, "bram")?,
        voice,
    };
    night.found_and_join(&format!("ws://{hub}"))?;
    let cases = night.open_cases()?;

    stage.kill_hub();
    voice.tell(&voice.language.hub_killed())?;
    let first = night.write_offline(&cases)?;
    stage.start_hub(&data, &hub)?;
    voice.tell(&voice.language.hub_back())?;
    night.share_all()?;

    stage.kill_hub();
    voice.tell(&voice.language.both_corrected())?;
    night.correct(&first)?;
    stage.start_hub(&data, &hub)?;
    voice.tell(&voice.language.hub_back())?;
    night.share_all()?;
    night.conclude(began)
}

fn laptop(stage: &Stage, name: &str) -> Result<Laptop, Error> {
    let laptop = Laptop::at(stage.folder(name)?);
    let proposal: Passphrase = laptop.read("propose_passphrase", json!({"language": "nl"}))?;
    laptop.ask("create_vault", json!({"passphrase": proposal.passphrase}))?;
    Ok(laptop)
}

#[derive(Deserialize)]
struct Passphrase {
    passphrase: String,
}

/// An invitation that was made.
#[derive(Deserialize)]
pub struct Invitation {
    /// The code.
    pub invitation: String,
}

/// Anything that was made.
#[derive(Deserialize)]
pub struct Row {
    /// The id.
    pub id: String,
}

#[derive(Deserialize)]
struct Recorded {
    rows: Vec<Row>,
}

#[derive(Deserialize)]
struct Versioned {
    text: String,
    version: String,
}

/// Two laptops.
struct Night {
    fatima: Laptop,
    bram: Laptop,
    voice: Voice,
}

impl Night {
    fn found_and_join(&self, hub: &str) -> Result<(), Error> {
        let team =
            json!({"teamName": "Straatteam Noord", "name": "Fatima", "role": "coach", "hub": hub});
        self.fatima.ask("found_team", team)?;
        self.fatima.share()?;
        let invited: Invitation = self
            .fatima
            .read("invite_colleague", json!({"role": "familyCoach"}))?;
        let join = json!({"invitation": invited.invitation, "name": "Bram"});
        self.bram.ask("join_team", join)?;
        for _ in 0..ROUNDS {
            self.fatima.share()?;
            self.bram.share()?;
            if self.bram.team()?.colleagues.len() == 2 && self.fatima.team()?.colleagues.len() == 2
            {
                return self.voice.tell(&self.voice.language.team_is_there());
            }
        }
        Err(StageError::NoTeam.into())
    }

    /// Opens the cases, one colleague after the other, each shared with the other. Answers their ids.
    fn open_cases(&self) -> Result<Vec<String>, Error> {
        let team = self.fatima.team()?;
        let members: Vec<&str> = team
            .colleagues
            .iter()
            .map(|colleague| colleague.member_id.as_str())
            .collect();
        let mut ids = Vec::new();
        for (case, laptop) in CASES
            .iter()
            .zip([&self.fatima, &self.bram].into_iter().cycle())
        {
            let opened: Row =
                laptop.read("open_case", json!({"name": case.name, "with": members}))?;
            write_summary(laptop, &opened.id, |_| case.summary.to_owned())?;
            ids.push(opened.id);
        }
        self.share_all()?;
        self.voice
            .tell(&self.voice.language.cases_are_there(ids.len()))?;
        Ok(ids)
    }

    /// Both write their night, and both write in the first summary. Answers the id of Fatima's first
    /// contact moment.
    fn write_offline(&self, cases: &[String]) -> Result<String, Error> {
        let first = self.write("Fatima", &self.fatima, &FATIMA, cases)?;
        self.write("Bram", &self.bram, &BRAM, cases)?;
        if let Some(case) = cases.first() {
            write_summary(&self.fatima, case, |text| format!("{text}{FATIMA_ADDS}"))?;
            write_summary(&self.bram, case, |text| format!("{BRAM_ADDS}{text}"))?;
        }
        first.ok_or(Error::StrangeAnswer)
    }

    fn write(
        &self,
        name: &str,
        laptop: &Laptop,
        moments: &[Moment],
        cases: &[String],
    ) -> Result<Option<String>, Error> {
        let mut first = None;
        // The night lies behind us, and its last moment is now.
        let mut at = Clock::system().now() - PAUSE_MILLIS * moments.len() as i64;
        for moment in moments {
            at += PAUSE_MILLIS;
            let recorded: Recorded = laptop.read(
                "record_contact_moment",
                json!({
                    "people": people(
                        moment.case.and_then(|case| cases.get(case)).map(String::as_str),
                        moment.nickname,
                    ),
                    "kind": moment.kind,
                    "text": moment.text,
                    "at": at,
                    "place": moment.place,
                }),
            )?;
            if first.is_none() {
                first = recorded.rows.into_iter().next().map(|row| row.id);
            }
        }
        let status = laptop.share()?;
        let told = self
            .voice
            .language
            .written_offline(name, moments.len(), status.waiting);
        self.voice.tell(&told)?;
        Ok(first)
    }

    /// Both correct one contact moment, each on the version that their own laptop shows.
    fn correct(&self, id: &str) -> Result<(), Error> {
        for (laptop, text) in [(&self.fatima, FATIMA_CORRECTS), (&self.bram, BRAM_CORRECTS)] {
            let hits = laptop.ask(
                "search",
                json!({"query": "moeder deur slaapt", "limit": null}),
            )?;
            let case = hits
                .get("hits")
                .and_then(Value::as_array)
                .and_then(|hits| hits.iter().find(|hit| hit.get("id") == Some(&json!(id))))
                .and_then(|hit| hit.get("caseId"))
                .ok_or(Error::StrangeAnswer)?;
            let request = json!({"caseId": case, "limit": 1000, "before": null});
            let file = laptop.ask("read_case", request)?;
            let version = file
                .get("timeline")
                .and_then(Value::as_array)
                .and_then(|items| items.iter().find(|item| item.get("id") == Some(&json!(id))))
                .and_then(|item| item.get("version"))
                .ok_or(Error::StrangeAnswer)?;
            let edit = json!({"id": id, "version": version, "text": text});
            laptop.ask("edit_contact_moment", edit)?;
        }
        Ok(())
    }

    /// Fatima shares, Bram shares, and Fatima hears what Bram brought.
    fn share_all(&self) -> Result<(), Error> {
        for laptop in [&self.fatima, &self.bram, &self.fatima] {
            laptop.share()?;
        }
        Ok(())
    }

    fn conclude(&self, began: Instant) -> Result<u8, Error> {
        let language = self.voice.language;
        let mut receipts = Vec::new();
        for (name, laptop) in [("Fatima", &self.fatima), ("Bram", &self.bram)] {
            let status: Status = laptop.read("sync_status", json!({}))?;
            if let Some(receipt) = &status.receipt {
                let told = language.receipt_covers(name, &receipt.hub, receipt.covers);
                self.voice.tell(&told)?;
                let hub = &receipt.hub;
                receipts.push(json!({"name": name, "hub": hub, "covers": receipt.covers}));
            }
        }
        let (fatima, bram) = (copy::read(&self.fatima)?, copy::read(&self.bram)?);
        let wrong = copy::compare(language, &fatima, &bram);
        let seconds = format!("{:.1}", began.elapsed().as_secs_f64());
        let answer = json!({
            "moments": fatima.moments.len(),
            "same": wrong.is_empty(),
            "differences": wrong,
            "receipts": receipts,
            "seconds": began.elapsed().as_secs_f64(),
        });
        self.voice
            .answer(&answer, |language| match wrong.is_empty() {
                true => language.night_well(fatima.moments.len(), &seconds),
                false => format!("{}\n{}", language.night_wrong(&seconds), wrong.join("\n")),
            })?;
        Ok(if wrong.is_empty() {
            exit::DONE
        } else {
            exit::DIFFERS
        })
    }
}

/// Writes a summary on the version that this laptop shows.
fn write_summary(
    laptop: &Laptop,
    case: &str,
    write: impl FnOnce(&str) -> String,
) -> Result<(), Error> {
    let file = laptop.ask(
        "read_case",
        json!({"caseId": case, "limit": 1, "before": null}),
    )?;
    let summary = file.get("summary").cloned().unwrap_or(Value::Null);
    let summary: Versioned = serde_json::from_value(summary).map_err(|_| Error::StrangeAnswer)?;
    let text = write(&summary.text);
    let edit = json!({"caseId": case, "version": summary.version, "text": text});
    laptop.ask("edit_summary", edit)?;
    Ok(())
}
