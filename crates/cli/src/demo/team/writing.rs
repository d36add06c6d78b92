//! What one coach writes down, on their own laptop, with the clock at the evening itself.

use super::calendar::Hours;
use super::coach::Coach;
use super::evening::{Event, events};
use super::notes::{Note, Subject, note, one};
use super::{Open, names, plan};
use crate::demo::Row;
use crate::error::Error;
use chrono::Local;
use fastrand::Rng;
use serde::Deserialize;
use serde_json::{Value, json};

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;
/// One in so many contact moments of a coach at night belongs to no case.
const STREET_ONE_IN_AT_NIGHT: usize = 5;
/// The same of a family coach.
const STREET_ONE_IN_BY_DAY: usize = 40;
/// In one of so many contact moments something is agreed that is written as an action.
const ACTION_ONE_IN: usize = 15;
/// How long after something happened it is written down, in minutes.
const WRITTEN_AFTER: std::ops::Range<i64> = 2..11;
/// How people stand together.
const MOODS: [&str; 7] = [
    "calm", "calm", "friendly", "friendly", "restless", "tense", "grim",
];

#[derive(Deserialize)]
struct Proposed {
    groups: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    key: String,
}

/// A coach who writes.
pub struct Writer<'a> {
    coach: &'a Coach,
    /// The cases that the coach works in, in the order in which they were opened.
    held: Vec<&'a Open>,
    rng: Rng,
    /// Where the laptop's clock stands; it never goes back.
    clock: i64,
    shift: Option<String>,
}

impl<'a> Writer<'a> {
    /// The writer on the laptop of coach `number`.
    pub fn new(number: usize, coach: &'a Coach, cases: &'a [Open]) -> Writer<'a> {
        Writer {
            coach,
            held: cases
                .iter()
                .filter(|case| case.plan.is_of(number))
                .collect(),
            rng: Rng::with_seed(1000 + number as u64),
            clock: i64::MIN,
            shift: None,
        }
    }

    /// Writes all, with `count` contact moments.
    ///
    /// # Errors
    /// The core's failure.
    pub fn write(&mut self, count: usize) -> Result<(), Error> {
        let now = Local::now();
        let hours = plan::hours(self.coach.role);
        for (at, event) in events(&mut self.rng, now, hours, count) {
            let after = match event {
                Event::Moment => self.rng.i64(WRITTEN_AFTER) * MINUTE,
                _ => 0,
            };
            self.clock = self.clock.max(at + after).min(now.timestamp_millis());
            self.coach.turn_clock(self.clock);
            match event {
                Event::ShiftBegins => {
                    let row: Row = self.coach.laptop.read("start_shift", json!({}))?;
                    self.shift = Some(row.id);
                }
                Event::RoundBegins => self.ask("start_round", json!({}))?,
                Event::Stop => self.stop(at)?,
                Event::Moment => self.moment(at, hours)?,
                Event::ShiftEnds => self.end_shift()?,
            }
        }
        self.coach.turn_clock(now.timestamp_millis());
        Ok(())
    }

    fn ask(&self, command: &str, request: Value) -> Result<(), Error> {
        self.coach.laptop.ask(command, request).map(|_| ())
    }

    /// Ends the shift and sends its handover, as it writes itself.
    fn end_shift(&mut self) -> Result<(), Error> {
        let Some(shift) = self.shift.take() else {
            return Ok(());
        };
        self.ask("end_shift", json!({"shiftId": shift}))?;
        let laptop = &self.coach.laptop;
        let proposed: Proposed = laptop.read("compose_handover", json!({"shiftId": shift}))?;
        let lines = proposed.groups.into_iter().flat_map(|group| group.lines);
        let order: Vec<String> = lines.map(|line| line.key).collect();
        let draft = json!({"order": order, "struck": [], "sentences": [], "to": []});
        self.ask("send_handover", json!({"shiftId": shift, "draft": draft}))
    }

    fn stop(&mut self, at: i64) -> Result<(), Error> {
        let rng = &mut self.rng;
        let people = rng.u8(..14);
        let met = people > 0;
        let stop = json!({
            "place": one(rng, &names::PLACES),
            "at": at,
            "headCount": people,
            "mood": met.then(|| one(rng, &MOODS)),
            "group": (people > 3).then(|| one(rng, &names::GROUPS)),
            "topic": met.then(|| one(rng, &names::TOPICS)),
            "agreement": (met && rng.bool()).then(|| one(rng, &names::AGREED)),
        });
        self.ask("record_stop", stop)
    }

    fn moment(&mut self, at: i64, hours: Hours) -> Result<(), Error> {
        let one_in = match hours {
            Hours::Night => STREET_ONE_IN_AT_NIGHT,
            Hours::Day => STREET_ONE_IN_BY_DAY,
        };
        let rng = &mut self.rng;
        // Nothing is written in a case before it was opened.
        let open = self.held.partition_point(|case| case.plan.opened_at <= at);
        let case = self.held.get(rng.usize(..open.max(1)));
        let case = case.filter(|_| open > 0 && rng.usize(..one_in) > 0);
        let subject = case.map_or(&Subject::Street, |case| &case.plan.subject);
        let Note {
            kind,
            text,
            place,
            nickname,
            reached,
            domain,
            agreed,
        } = note(rng, subject);
        let people = match case {
            Some(case) => vec![json!({"caseId": case.id, "nickname": nickname})],
            None if rng.bool() => vec![json!({"nickname": one(rng, &names::UNKNOWN)})],
            None => Vec::new(),
        };
        let actions: Vec<Value> = agreed
            .filter(|_| case.is_some() && rng.usize(..ACTION_ONE_IN) == 0)
            .map(|text| json!({"text": text, "owner": null, "colleagueId": null, "due": at + rng.i64(1..14) * DAY}))
            .into_iter()
            .collect();
        let moment = json!({
            "people": people,
            "kind": kind,
            "text": text,
            "at": at,
            "place": place,
            "outcome": if reached { "reached" } else { "notReached" },
            "lifeDomains": Vec::from_iter(domain),
            "actions": actions,
        });
        self.ask("record_contact_moment", moment)
    }
}
