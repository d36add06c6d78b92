//! `bench sync`: what sharing costs. Three laptops and a real hub on a temporary stage, a proxy in between that
//! counts bytes, and the workload of the yardstick that other engines are measured with. One new laptop is looked
//! at while it shares, the other is left alone: looking costs time too.

mod measured;
mod meter;
mod peers;
mod proxy;
mod workload;

use crate::demo::{Invitation, Row, Stage, StageError};
use crate::error::Error;
use crate::exit;
use crate::laptop::Laptop;
use crate::voice::Voice;
use measured::{Figure, Figures};
use meter::Meter;
use nabij_app::{App, Clock, Cost};
use proxy::Proxy;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use workload::Workload;

/// How many contact moments a colleague writes while the other looks.
const DELTA: usize = 20;
/// In how many cases.
const DELTA_CASES: usize = 10;
/// How many contact moments the window reads of a case at first.
const FIRST_STRETCH: usize = 50;
/// How many of the newest contact moments must be readable before a new laptop is called useful.
const NEWEST: usize = 50;
/// How often what repeats is measured; the median counts.
const TIMES: usize = 5;
/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(1_800);
/// How long to wait before looking again.
const GLANCE: Duration = Duration::from_millis(5);
/// What a passphrase costs is measured elsewhere.
const CHEAP: Cost = Cost {
    memory_kib: 64,
    passes: 1,
    lanes: 1,
};

/// Measures, and prints the figures beside those of the peers.
///
/// # Errors
/// A workload or results that cannot be read, no stage, or the core's failure.
pub fn sync(voice: Voice, workload: &Path, peers: Option<&Path>) -> Result<u8, Error> {
    let workload = Workload::read(workload)?;
    let peers = peers.map(|path| peers::read(path, &workload)).transpose()?;
    let stage = Stage::set()?;
    let hub = stage.start_hub(&stage.folder("hub")?, "127.0.0.1:0")?;
    let proxy = Proxy::before(&hub).map_err(|_| StageError::NotListening)?;
    let bench = Bench::set(voice, &stage, &workload, proxy)?;
    let figures = bench.run()?;
    let answer = json!({ "moments": workload.moments.len(), "nabij": figures, "peers": peers });
    voice.answer(&answer, |_| {
        measured::table(&workload, &figures, peers.as_deref().unwrap_or_default())
    })?;
    Ok(exit::DONE)
}

struct Bench<'a> {
    voice: Voice,
    workload: &'a Workload,
    proxy: Proxy,
    fatima: Laptop,
    bram: Laptop,
    amir: Laptop,
    /// The cases as the hub of the workload numbers them, by the id that Nabij gave.
    cases: Vec<String>,
}

impl<'a> Bench<'a> {
    /// Fatima founds a team, Bram and Amir join it, and she opens every case with them.
    fn set(
        voice: Voice,
        stage: &Stage,
        workload: &'a Workload,
        proxy: Proxy,
    ) -> Result<Bench<'a>, Error> {
        let [fatima, bram, amir] = ["fatima", "bram", "amir"].map(|name| laptop(stage, name));
        let (fatima, bram, amir) = (fatima?, bram?, amir?);
        let hub = format!("ws://{}", proxy.address());
        let found =
            json!({"teamName": "Wijkteam Noord", "name": "Fatima", "role": "coach", "hub": hub});
        fatima.ask("found_team", found)?;
        fatima.share()?;
        for (name, newcomer) in [("Bram", &bram), ("Amir", &amir)] {
            let invited: Invitation = fatima.read("invite_colleague", json!({"role": "coach"}))?;
            let join = json!({"invitation": invited.invitation, "name": name});
            newcomer.ask("join_team", join)?;
            fatima.share()?;
            newcomer.share()?;
            fatima.share()?;
        }
        let with = fatima.team()?.colleagues.into_iter();
        let with: Vec<String> = with
            .filter(|colleague| colleague.name != "Fatima")
            .map(|colleague| colleague.member_id)
            .collect();
        let mut cases = Vec::new();
        for name in &workload.cases {
            let row: Row = fatima.read("open_case", json!({"name": name, "with": with}))?;
            cases.push(row.id);
        }
        Ok(Bench {
            voice,
            workload,
            proxy,
            fatima,
            bram,
            amir,
            cases,
        })
    }

    fn run(&self) -> Result<Figures, Error> {
        let (fill, newest) = self.fill()?;
        let push = self.measure(|| share_all(&self.fatima))?;
        self.say("push", &push)?;
        let useful = self.first_look(&newest)?;
        self.say("first look", &useful)?;
        let first = self.measure(|| share_all(&self.amir))?;
        self.say("first sync", &first)?;
        // What Amir's laptop has confirmed is news for Bram, told in pieces; idle is when there is none.
        for _ in 0..TIMES {
            share_all(&self.bram)?;
        }
        let idle = self.median(|| self.measure(|| share_all(&self.bram)))?;
        self.say("idle", &idle)?;
        let delta = self.delta()?;
        self.say("delta", &delta)?;
        Ok(Figures {
            fill,
            push,
            useful,
            first,
            delta,
            idle,
        })
    }

    /// Fatima writes everything, each contact moment synced to the disk. Answers the newest.
    fn fill(&self) -> Result<(Figure, Vec<(String, String)>), Error> {
        let mut newest = Vec::new();
        let figure = self.measure(|| {
            for moment in &self.workload.moments {
                let id = self.record(&self.fatima, moment)?;
                newest.push((self.case(moment.case)?.to_owned(), id));
            }
            Ok(())
        })?;
        self.say("written", &figure)?;
        let older = newest.len().saturating_sub(NEWEST);
        Ok((figure, newest.split_off(older)))
    }

    fn case(&self, number: usize) -> Result<&str, Error> {
        self.cases
            .get(number)
            .map(String::as_str)
            .ok_or(Error::File)
    }

    fn record(&self, laptop: &Laptop, moment: &workload::Moment) -> Result<String, Error> {
        let people = crate::moment::people(Some(self.case(moment.case)?), None);
        let request = json!({
            "people": people, "kind": moment.kind, "text": moment.text, "at": moment.at,
            "place": moment.place,
        });
        let answer = laptop.ask("record_contact_moment", request)?;
        let id = answer.pointer("/rows/0/id").and_then(Value::as_str);
        Ok(id.ok_or(Error::StrangeAnswer)?.to_owned())
    }

    /// Bram's laptop shares for the first time since the cases were opened. Meanwhile somebody looks.
    fn first_look(&self, newest: &[(String, String)]) -> Result<Figure, Error> {
        let done = AtomicBool::new(false);
        let began = OnceLock::new();
        std::thread::scope(|scope| {
            let looking = scope.spawn(|| self.look(newest, &began, &done));
            let first = self.measure(|| {
                began.get_or_init(Instant::now);
                share_all(&self.bram)
            });
            done.store(true, Ordering::Relaxed);
            let useful = looking.join().map_err(|_| Error::StrangeAnswer)?;
            first.and(useful)
        })
    }

    /// When all cases are listed and the newest contact moments can be read, and what had come by then.
    fn look(
        &self,
        newest: &[(String, String)],
        began: &OnceLock<Instant>,
        done: &AtomicBool,
    ) -> Result<Figure, Error> {
        let mut sought: BTreeSet<(String, String)> = newest.iter().cloned().collect();
        let mut listed = false;
        loop {
            std::thread::sleep(GLANCE);
            let last = done.load(Ordering::Relaxed);
            if !listed {
                let answer = self.bram.ask("list_cases", json!({}))?;
                let rows = answer.pointer("/cases").and_then(Value::as_array);
                listed = rows.is_some_and(|rows| rows.len() == self.cases.len());
            }
            if listed {
                self.strike_seen(&self.bram, &mut sought);
            }
            if listed && sought.is_empty() {
                return Ok(Figure {
                    seconds: began.wait().elapsed().as_secs_f64(),
                    bytes: self.proxy.bytes(),
                    ..Figure::default()
                });
            }
            if last {
                return Err(StageError::NotShared.into());
            }
        }
    }

    /// Strikes from what is sought what the laptop shows; as far as one look into one case goes.
    fn strike_seen(&self, laptop: &Laptop, sought: &mut BTreeSet<(String, String)>) {
        while let Some((case, _)) = sought.first().cloned() {
            let shown = shown(laptop, &case);
            let before = sought.len();
            sought.retain(|(of, id)| *of != case || !shown.contains(id));
            if sought.len() == before || sought.first().is_some_and(|(of, _)| *of == case) {
                return;
            }
        }
    }

    /// Both are online. Bram writes twenty contact moments in ten cases, as the yardstick has its peers do it;
    /// until Fatima, who meanwhile reads whatever is announced to have changed, has read them all.
    fn delta(&self) -> Result<Figure, Error> {
        self.fatima.app().start_sync();
        self.bram.app().start_sync();
        self.wait(|| Ok(self.bram.share()?.state == "shared"))?;
        let now = self.workload.moments.iter().map(|moment| moment.at).max();
        let moments: Vec<workload::Moment> = (0..DELTA)
            .filter_map(|number| {
                let like = self.workload.moments.get(number * 7)?.clone();
                // The newest: an old one would stand below what a case shows at first.
                let at = now? + 60_000 * i64::try_from(number).ok()?;
                let case = number % DELTA_CASES.min(self.cases.len());
                Some(workload::Moment { case, at, ..like })
            })
            .collect();
        self.median(|| self.measure(|| self.written_and_read(&moments)))
    }

    fn written_and_read(&self, moments: &[workload::Moment]) -> Result<(), Error> {
        let news = self.fatima.app().subscribe();
        std::thread::scope(|scope| {
            let writing = scope.spawn(|| {
                let written = moments.iter().map(|moment| self.record(&self.bram, moment));
                written.collect::<Result<Vec<_>, _>>()
            });
            let (mut read, mut writing, mut written) = (BTreeSet::new(), Some(writing), None);
            let began = Instant::now();
            while began.elapsed() < PATIENCE {
                let changed = news.recv_timeout(GLANCE).into_iter().chain(news.try_iter());
                let topics: BTreeSet<String> = changed.flat_map(|news| news.topics).collect();
                for case in topics
                    .iter()
                    .filter_map(|topic| topic.strip_prefix("case:"))
                {
                    read.extend(shown(&self.fatima, case));
                }
                if let Some(done) = writing.take_if(|writing| writing.is_finished()) {
                    written = Some(done.join().map_err(|_| Error::StrangeAnswer)??);
                }
                if written
                    .as_ref()
                    .is_some_and(|ids: &Vec<String>| ids.iter().all(|id| read.contains(id)))
                {
                    return Ok(());
                }
            }
            Err(StageError::NotShared.into())
        })
    }

    fn wait(&self, mut there: impl FnMut() -> Result<bool, Error>) -> Result<(), Error> {
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if there()? {
                return Ok(());
            }
            std::thread::sleep(GLANCE);
        }
        Err(StageError::NotShared.into())
    }

    fn measure(&self, work: impl FnOnce() -> Result<(), Error>) -> Result<Figure, Error> {
        // What the step before still had to say goes by first.
        self.proxy.settle();
        self.proxy.reset();
        let meter = Meter::start();
        let began = Instant::now();
        work()?;
        let seconds = began.elapsed().as_secs_f64();
        let peak = meter.peak();
        self.proxy.settle();
        Ok(Figure {
            seconds,
            bytes: self.proxy.bytes(),
            peak,
        })
    }

    fn median(&self, run: impl Fn() -> Result<Figure, Error>) -> Result<Figure, Error> {
        let mut figures = (0..TIMES).map(|_| run()).collect::<Result<Vec<_>, _>>()?;
        figures.sort_by(|one, other| one.seconds.total_cmp(&other.seconds));
        figures.get(TIMES / 2).copied().ok_or(Error::StrangeAnswer)
    }

    fn say(&self, what: &str, figure: &Figure) -> Result<(), Error> {
        self.voice.tell(&format!("{what}: {figure}"))
    }
}

fn laptop(stage: &Stage, name: &str) -> Result<Laptop, Error> {
    let home = stage.folder(name)?;
    let markers = home.with_extension("markers");
    let laptop = Laptop::of(App::with_cost(home, markers, Clock::system(), CHEAP));
    let passphrase = "fiets molen appel rivier lamp zolder kaart";
    laptop.ask("create_vault", json!({"passphrase": passphrase}))?;
    Ok(laptop)
}

/// The contact moments that a laptop shows in a case at first.
fn shown(laptop: &Laptop, case: &str) -> BTreeSet<String> {
    let question = json!({"caseId": case, "limit": FIRST_STRETCH, "before": null});
    // A case that is not there yet shows nothing.
    let file = laptop.ask("read_case", question).unwrap_or_default();
    let rows = file.pointer("/timeline").and_then(Value::as_array);
    rows.into_iter()
        .flatten()
        .filter_map(|row| Some(row.get("id")?.as_str()?.to_owned()))
        .collect()
}

/// Shares until nothing waits for the hub any more.
fn share_all(laptop: &Laptop) -> Result<(), Error> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        if laptop.share()?.state == "shared" {
            return Ok(());
        }
    }
    Err(StageError::NotShared.into())
}
