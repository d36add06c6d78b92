//! `demo --team`: a real team's size, kept. Twenty-five coaches, each on a laptop of their own, with a real
//! hub in between; the laptops of the first two and the hub's folder stay.
//!
//! Fatima is given every case, which no coach of a real team is: her laptop is there to show that Nabij
//! stays quick when a laptop holds everything.

mod calendar;
mod coach;
mod evening;
mod family;
mod frame;
mod names;
mod notes;
mod plan;
mod street;
mod words;
mod writing;
mod young;

use super::{Invitation, Row, StageError, stage::Stage, write_summary};
use crate::error::Error;
use crate::exit;
use crate::voice::Voice;
use coach::Coach;
use fastrand::Rng;
use nabij_app::Clock;
use notes::summary;
use plan::Plan;
use serde::Deserialize;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;
use writing::Writer;

/// Opens the laptops that are kept. Invented, and told to whoever made them.
const PASSPHRASE: &str = "fiets molen appel rivier lamp zolder kaart";
/// How many laptops are kept.
const KEPT: usize = 2;
/// How often to share before everything must have gone round.
const ROUNDS: usize = 5;
/// How many contact moments each coach writes.
const EACH: usize = 400;

/// A part of a team's work.
struct Theme {
    /// The part of a life that it is about, as the door knows it.
    domain: &'static str,
    /// What was told or seen.
    told: &'static [&'static str],
    /// What belongs with it.
    more: &'static [&'static str],
    /// What was agreed.
    agreed: &'static [&'static str],
}

/// Makes the team in `folder`, which must be empty or not there.
///
/// # Errors
/// A folder that holds something, no stage, or the core's failure.
pub fn run(voice: Voice, folder: &Path) -> Result<u8, Error> {
    let is_empty = |entries: std::fs::ReadDir| entries.count() == 0;
    if !std::fs::read_dir(folder).map_or(true, is_empty) {
        return Err(StageError::NotEmpty.into());
    }
    std::fs::create_dir_all(folder).map_err(|_| StageError::NoFolder)?;
    let began = Instant::now();
    let stage = Stage::set()?;
    let hub = stage.start_hub(&folder.join("hub"), "127.0.0.1:0")?;
    voice.tell(&voice.language.hub_runs(&hub))?;
    let mut team = Team::gather(voice, &stage, folder)?;
    team.found_and_join(&format!("ws://{hub}"))?;
    team.open_cases()?;
    team.write_down()?;
    team.come_together()?;
    team.conclude(began, folder, &hub)
}

#[derive(Deserialize)]
struct Cases {
    cases: Vec<Count>,
    street: Count,
}

#[derive(Deserialize)]
struct Count {
    moments: usize,
}

/// A case that is open.
struct Open {
    id: String,
    plan: Plan,
}

/// Everybody, at work.
struct Team {
    voice: Voice,
    coaches: Vec<Coach>,
    cases: Vec<Open>,
    now: i64,
}

impl Team {
    fn gather(voice: Voice, stage: &Stage, folder: &Path) -> Result<Team, Error> {
        let began = Instant::now();
        let mut coaches = Vec::new();
        for (number, (name, role)) in names::COACHES.into_iter().enumerate() {
            let kept = number < KEPT;
            let home = if kept {
                folder.join(name.to_lowercase())
            } else {
                stage.folder(name)?
            };
            coaches.push(Coach::new((name, role), home, PASSPHRASE, kept)?);
        }
        let now = Clock::system().now();
        let team = Team {
            voice,
            coaches,
            cases: Vec::new(),
            now,
        };
        team.tell(&voice.language.team_gathered(team.coaches.len()), began)?;
        Ok(team)
    }

    /// Tells how far things are and how long that took.
    fn tell(&self, words: &str, began: Instant) -> Result<(), Error> {
        let seconds = format!("{:.1}", began.elapsed().as_secs_f64());
        self.voice.tell(&format!("{words} ({seconds} s)"))
    }

    fn founder(&self) -> Result<&Coach, Error> {
        self.coaches.first().ok_or(Error::StrangeAnswer)
    }

    fn found_and_join(&self, hub: &str) -> Result<(), Error> {
        let began = Instant::now();
        let founder = self.founder()?;
        let team = json!({"teamName": "Straatteam Noord", "name": founder.name, "role": founder.role, "hub": hub});
        founder.laptop.ask("found_team", team)?;
        founder.laptop.share()?;
        for coach in self.coaches.iter().skip(1) {
            let invited: Invitation = founder
                .laptop
                .read("invite_colleague", json!({"role": coach.role}))?;
            let join = json!({"invitation": invited.invitation, "name": coach.name});
            coach.laptop.ask("join_team", join)?;
        }
        founder.share_all()?;
        self.each(|_, coach| {
            for _ in 0..ROUNDS {
                coach.laptop.share()?;
                if coach.laptop.team()?.colleagues.len() == self.coaches.len() {
                    return Ok(());
                }
            }
            Err(StageError::NoTeam.into())
        })?;
        self.tell(&self.voice.language.team_joined(self.coaches.len()), began)
    }

    /// Everybody opens the cases that are planned for them and says where they stand; then all share twice,
    /// so that everybody holds what they should.
    fn open_cases(&mut self) -> Result<(), Error> {
        let began = Instant::now();
        let members = self
            .coaches
            .iter()
            .map(Coach::member)
            .collect::<Result<Vec<_>, _>>()?;
        let plans = plan::cases(&mut Rng::with_seed(25), self.now);
        let opened = Mutex::new(Vec::new());
        self.each(|number, coach| {
            let mut rng = Rng::with_seed(number as u64);
            for plan in plans.iter().filter(|plan| plan.opener == number) {
                coach.turn_clock(plan.opened_at);
                let founder = std::iter::once(&0);
                let with: Vec<_> = plan
                    .others
                    .iter()
                    .chain(founder)
                    .filter_map(|other| members.get(*other))
                    .collect();
                let row: Row = coach
                    .laptop
                    .read("open_case", json!({"name": plan.name, "with": with}))?;
                write_summary(&coach.laptop, &row.id, |_| summary(&mut rng, &plan.subject))?;
                let open = Open {
                    id: row.id,
                    plan: plan.clone(),
                };
                opened
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(open);
            }
            coach.share_all()
        })?;
        self.cases = opened.into_inner().unwrap_or_else(PoisonError::into_inner);
        self.cases.sort_by(|one, other| {
            (one.plan.opened_at, &one.plan.name).cmp(&(other.plan.opened_at, &other.plan.name))
        });
        self.tell(&self.voice.language.team_cases(self.cases.len()), began)?;
        let began = Instant::now();
        self.each(|_, coach| coach.share_all())?;
        self.tell(&self.voice.language.team_cases_shared(), began)
    }

    /// Everybody writes, each on their own laptop, and shares.
    fn write_down(&self) -> Result<(), Error> {
        let began = Instant::now();
        let written = AtomicUsize::new(0);
        self.each(|number, coach| {
            let began = Instant::now();
            Writer::new(number, coach, &self.cases).write(EACH)?;
            let wrote = began.elapsed().as_secs_f64();
            coach.share_all()?;
            let shared = began.elapsed().as_secs_f64();
            let done = written.fetch_add(EACH, Ordering::Relaxed) + EACH;
            let (wrote, shared) = (format!("{wrote:.1}"), format!("{shared:.1}"));
            let language = self.voice.language;
            self.voice
                .tell(&language.team_wrote(coach.name, EACH, wrote, shared, done))
        })?;
        let language = self.voice.language;
        self.tell(&language.team_all_wrote(written.into_inner()), began)
    }

    /// The laptops that are kept take in what everybody wrote.
    fn come_together(&self) -> Result<(), Error> {
        for coach in self.coaches.iter().take(KEPT) {
            let began = Instant::now();
            coach.share_all()?;
            self.tell(&self.voice.language.team_took_in(coach.name), began)?;
        }
        Ok(())
    }

    fn conclude(&self, began: Instant, folder: &Path, hub: &str) -> Result<u8, Error> {
        let held: Cases = self.founder()?.laptop.read("list_cases", json!({}))?;
        let cases = held.cases.len();
        let moments =
            held.cases.iter().map(|case| case.moments).sum::<usize>() + held.street.moments;
        let seconds = began.elapsed().as_secs_f64();
        let folder = folder.display().to_string();
        let answer: Value = json!({
            "coaches": self.coaches.len(),
            "cases": cases,
            "moments": moments,
            "folder": folder,
            "hub": hub,
            "passphrase": PASSPHRASE,
            "seconds": seconds,
        });
        let minutes = format!("{}:{:02}", seconds as u64 / 60, seconds as u64 % 60);
        self.voice.answer(&answer, |language| {
            let coaches = self.coaches.len();
            [
                language.team_there(coaches, cases, moments, &minutes),
                language.team_open(&folder, PASSPHRASE),
                language.team_hub(&folder, hub),
            ]
            .join("\n")
        })?;
        Ok(
            match (cases, moments) == (self.cases.len(), EACH * self.coaches.len()) {
                true => exit::DONE,
                false => exit::DIFFERS,
            },
        )
    }

    /// Lets every coach do `work`, as many at a time as the machine has hands for.
    fn each(&self, work: impl Fn(usize, &Coach) -> Result<(), Error> + Sync) -> Result<(), Error> {
        let next = AtomicUsize::new(0);
        let failed = Mutex::new(None);
        let hands = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        std::thread::scope(|scope| {
            for _ in 0..hands {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        let Some(coach) = self.coaches.get(number) else {
                            return;
                        };
                        if let Err(error) = work(number, coach) {
                            failed
                                .lock()
                                .unwrap_or_else(PoisonError::into_inner)
                                .get_or_insert(error);
                            // Nobody else begins.
                            next.store(self.coaches.len(), Ordering::Relaxed);
                        }
                    }
                });
            }
        });
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }
}
