//! The agenda for other programs: that something was agreed and when, never what, with whom or where.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::outgoing_file::write_file;
use crate::settings::{Language, read_settings};
use chrono::{Local, NaiveDate, TimeZone};
use nabij_domain::{Id, Millis};
use nabij_exchange::calendar::{Event, When, ics};
use nabij_store::{ActionRow, ActionsSought};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// More than anybody has to do.
const MOST_EVENTS: u32 = 10_000;
/// What the ids in the file are derived for; see [`uid`].
const UID: &str = "nabij 2026 calendar uid v1";

/// Writes a calendar file with one's own open actions that have a date.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportCalendar {
    /// Where the person pointed.
    pub path: String,
    /// Only what is due from this moment on; milliseconds since 1970.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<i64>,
}

/// What stands in the file.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ExportedCalendar {
    /// How many days and moments.
    #[ts(type = "number")]
    pub events: usize,
}

pub(crate) fn export_calendar(
    app: &App,
    request: ExportCalendar,
    origin: &Origin,
) -> Result<ExportedCalendar, Error> {
    let vault = app.vault()?;
    let (_, me) = vault.team_view().membership()?;
    let sought = ActionsSought {
        of: Some(me),
        open: Some(true),
        dated: Some(true),
        from: request.from.map(Millis),
        ..Default::default()
    };
    let found = vault.store.actions(&sought, MOST_EVENTS)?;
    let language = read_settings(app, Empty {}, origin)?.language;
    let events = events(&found.actions, Id(me.0), language, &Local, app.now());
    write_file(&request.path, &ics(&events))?;
    Ok(ExportedCalendar {
        events: events.len(),
    })
}

/// Actions of one day together, and those of one moment together: how many, and no more.
fn events<Z: TimeZone>(
    actions: &[ActionRow],
    me: Id,
    language: Language,
    zone: &Z,
    now: i64,
) -> Vec<Event> {
    let mut days: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    let mut moments: BTreeMap<i64, Vec<Id>> = BTreeMap::new();
    for action in actions {
        let Some(due) = action.due else { continue };
        if action.due_hour {
            moments.entry(due.0).or_default().push(action.id);
        } else if let Some(due) = zone.timestamp_millis_opt(due.0).single() {
            *days.entry(due.date_naive()).or_default() += 1;
        }
    }
    let event = |uid, start, count| Event {
        uid,
        start,
        minutes: 0,
        summary: summary(language, count),
        made_at: now,
    };
    let days = days.into_iter().map(|(day, count)| {
        let uid = uid(&[&me.0, day.to_string().as_bytes()]);
        event(uid, When::Day(day), count)
    });
    let moments = moments.into_iter().map(|(at, ids)| {
        // By the action and not by the moment, so that a calendar moves what was moved here.
        let first = ids.iter().min().map(|id| id.0).unwrap_or_default();
        event(uid(&[&first]), When::At(at), ids.len())
    });
    days.chain(moments).collect()
}

/// The words stand here, and not in the window, so that nothing else can come into them.
fn summary(language: Language, count: usize) -> String {
    match (language, count) {
        (Language::Nl, 1) => "Nabij: afspraak".to_owned(),
        (Language::Nl, count) => format!("Nabij: {count} afspraken"),
        (Language::En, 1) => "Nabij: appointment".to_owned(),
        (Language::En, count) => format!("Nabij: {count} appointments"),
    }
}

/// A name that is the same at every export and leads back to nothing: our ids do not leave the vault.
fn uid(parts: &[&[u8]]) -> String {
    let hash = blake3::derive_key(UID, &parts.concat());
    let short = hash.first_chunk::<16>().copied().unwrap_or_default();
    format!("{}@nabij", data_encoding::HEXLOWER.encode(&short))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::FixedOffset;
    use nabij_domain::action::ActionOutcome;
    use nabij_domain::{Author, Version, place};
    use nabij_protocol::id::{MemberId, SpaceId};

    const NOON: i64 = 1_795_600_800_000;

    fn version() -> Version {
        let author = Author {
            actor: [1; 16],
            member: Id([2; 16]),
        };
        let new = place::NewPlace {
            name: "Neude".into(),
        };
        place::create(&author, new, Millis(0)).unwrap().0.version()
    }

    fn action(id: u8, due: i64, due_hour: bool) -> ActionRow {
        ActionRow {
            id: Id([id; 16]),
            space: SpaceId([3; 16]),
            case: Some(Id([3; 16])),
            case_name: Some("Gezin Kornoelje".into()),
            person: None,
            nickname: Some("Kuif".into()),
            person_expires_at: None,
            text: "Belt de school over het rapport.".into(),
            colleague: None,
            owner: Some("de buurvrouw".into()),
            due: Some(Millis(due)),
            due_hour,
            outcome: ActionOutcome::Open,
            ended_at: None,
            by: MemberId([2; 16]),
            recorded_at: Millis(0),
            withdrawn: false,
            version: version(),
            shared: true,
            differences: Vec::new(),
        }
    }

    #[test]
    fn a_day_and_a_moment_say_how_many_and_nothing_else() {
        let zone = FixedOffset::east_opt(3600).unwrap();
        let actions = [
            action(1, NOON, false),
            action(2, NOON + 3_600_000, false),
            action(3, NOON, true),
            action(4, NOON + 86_400_000, false),
        ];
        let made = events(&actions, Id([9; 16]), Language::Nl, &zone, 0);
        let told: Vec<_> = made
            .iter()
            .map(|event| (event.start, event.summary.as_str()))
            .collect();
        let day = |day| When::Day(NaiveDate::from_ymd_opt(2026, 11, day).unwrap());
        assert_eq!(
            told,
            [
                (day(25), "Nabij: 2 afspraken"),
                (day(26), "Nabij: afspraak"),
                (When::At(NOON), "Nabij: afspraak"),
            ]
        );
        let again = events(&actions, Id([9; 16]), Language::Nl, &zone, 5);
        for (one, two) in made.iter().zip(&again) {
            assert_eq!(one.uid, two.uid, "the same at every export");
        }
    }

    #[test]
    fn no_word_and_no_id_comes_into_the_file() {
        let actions = [action(1, NOON, false), action(2, NOON, true)];
        let made = events(&actions, Id([9; 16]), Language::En, &chrono::Utc, NOON);
        let file = String::from_utf8(ics(&made)).unwrap().to_lowercase();
        for word in ["kornoelje", "kuif", "school", "rapport", "buurvrouw"] {
            assert!(!file.contains(word), "{word} in {file}");
        }
        for id in [1, 2, 3, 9] {
            let id = Id([id; 16]).to_string();
            assert!(!file.contains(&id), "an id of ours in {file}");
        }
    }
}
