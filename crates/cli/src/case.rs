//! `case add`, `case list` and `case show`.

mod sheet;

use crate::arguments::CaseVerb;
use crate::error::Error;
use crate::exit;
use crate::laptop::{Colleague, Laptop, Team};
use crate::voice::Voice;
use serde_json::{Value, json};

/// Does what was asked with cases.
///
/// # Errors
/// The core's failure, or a colleague who is not there.
pub fn run(laptop: &Laptop, voice: Voice, asked: &CaseVerb) -> Result<u8, Error> {
    laptop.unlock(voice)?;
    match asked {
        CaseVerb::Add { name, with } => add(laptop, voice, name, with)?,
        CaseVerb::List => {
            let cases = laptop.ask("list_cases", json!({}))?;
            let read = sheet::list(&cases)?;
            voice.answer(&cases, |language| read.words(language))?;
        }
        CaseVerb::Show { id, limit } => {
            let request = json!({"caseId": id, "limit": limit, "before": null});
            let file = laptop.ask("read_case", request)?;
            let read = sheet::file(&file)?;
            voice.answer(&file, |language| read.words(language))?;
        }
    }
    Ok(exit::DONE)
}

fn add(laptop: &Laptop, voice: Voice, name: &str, with: &[String]) -> Result<(), Error> {
    let members = members(laptop, with)?;
    let case = laptop.ask("open_case", json!({"name": name, "with": members}))?;
    let id = case
        .get("id")
        .and_then(Value::as_str)
        .ok_or(Error::StrangeAnswer)?;
    voice.answer(&json!({"case": id}), |language| {
        language.case_opened(name, id)
    })
}

/// The ids of the colleagues that were named. Somebody unknown may have joined a minute ago: then the hub
/// is asked once.
pub(crate) fn members(laptop: &Laptop, wanted: &[String]) -> Result<Vec<String>, Error> {
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let team = laptop.team()?;
    match find(&team, wanted) {
        Err(_) if team.hub.is_some() => {
            laptop.share()?;
            find(&laptop.team()?, wanted)
        }
        found => found,
    }
}

fn find(team: &Team, wanted: &[String]) -> Result<Vec<String>, Error> {
    wanted
        .iter()
        .map(|wanted| {
            one(&team.colleagues, wanted).ok_or_else(|| Error::UnknownColleague {
                wanted: wanted.clone(),
                known: team
                    .colleagues
                    .iter()
                    .map(|colleague| colleague.name.clone())
                    .collect(),
            })
        })
        .collect()
}

/// The one colleague with this id, or with this name in capitals or not.
fn one(colleagues: &[Colleague], wanted: &str) -> Option<String> {
    let by_id = colleagues
        .iter()
        .find(|colleague| colleague.member_id == wanted);
    let wanted = wanted.to_lowercase();
    let mut by_name = colleagues
        .iter()
        .filter(|colleague| colleague.name.to_lowercase() == wanted);
    let found = match (by_id, by_name.next(), by_name.next()) {
        (Some(found), _, _) | (None, Some(found), None) => found,
        _ => return None,
    };
    Some(found.member_id.clone())
}

#[cfg(test)]
mod tests {
    use super::{Colleague, one};

    #[test]
    fn a_colleague_is_found_by_id_or_by_a_name_that_only_one_has() {
        let colleagues: Vec<Colleague> = [("1", "Fatima"), ("2", "Bram"), ("3", "bram")]
            .map(|(id, name)| Colleague {
                member_id: id.to_owned(),
                name: name.to_owned(),
            })
            .into();
        assert_eq!(one(&colleagues, "FATIMA").as_deref(), Some("1"));
        assert_eq!(one(&colleagues, "3").as_deref(), Some("3"));
        assert_eq!(one(&colleagues, "Bram"), None);
        assert_eq!(one(&colleagues, "Noor"), None);
    }
}
