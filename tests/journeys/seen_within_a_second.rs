//! Two windows side by side: what Fatima saves appears with Bram by itself.

use serde_json::json;
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};
use support::{HubProcess, Laptop, Stage, say};

use nabij_app::Changed;

/// Longer than this is a fault, on however busy a machine.
const BOUND: Duration = Duration::from_secs(5);
/// How long coming back after a restart of the hub may take; the pauses grow up to fifteen seconds.
const COMES_BACK: Duration = Duration::from_secs(60);

struct Scene {
    fatima: Laptop,
    bram: Laptop,
    case: String,
    news: Receiver<Changed>,
    hub: HubProcess,
    _stage: Stage,
}

impl Scene {
    fn set() -> Scene {
        let stage = Stage::new();
        let hub = stage.hub();
        let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
        let case = fatima.opens_case("Gezin K.", &["Bram"]);
        let news = bram.app().subscribe();
        fatima.app().start_sync();
        bram.app().start_sync();
        let scene = Scene {
            fatima,
            bram,
            case,
            news,
            hub,
            _stage: stage,
        };
        scene.sees(BOUND, |bram| {
            bram.call("read_case", scene.question()).is_ok()
        });
        scene
    }

    fn question(&self) -> serde_json::Value {
        json!({ "caseId": self.case, "limit": 500, "before": null })
    }

    /// Waits for an event that names the case, after which `there` is so.
    fn sees(&self, within: Duration, there: impl Fn(&Laptop) -> bool) {
        let (until, topic) = (Instant::now() + within, format!("case:{}", self.case));
        loop {
            let left = until.saturating_duration_since(Instant::now());
            let changed = self
                .news
                .recv_timeout(left)
                .expect("it comes within the bound");
            if changed.topics.contains(&topic) && there(&self.bram) {
                assert_eq!(changed.origin, None, "nobody on this laptop caused it");
                return;
            }
        }
    }

    /// Fatima saves; how long until Bram could read it, counted from her "saved".
    fn saves_and_bram_sees(&self, text: &str, within: Duration) -> Duration {
        self.fatima.records(Some(&self.case), text);
        let saved = Instant::now();
        self.sees(within, |bram| {
            bram.reads(&self.case).iter().any(|read| read == text)
        });
        saved.elapsed()
    }
}

#[test]
fn bram_sees_each_contact_moment_by_itself() {
    let scene = Scene::set();
    let mut waits: Vec<Duration> = (1..=20)
        .map(|n| scene.saves_and_bram_sees(&format!("Gesprek {n} bij de halfpipe."), BOUND))
        .collect();
    waits.sort();
    let (median, longest) = (waits[10], waits[19]);
    say(&format!(
        "from saved here to read there, 20 times: median {median:.1?}, longest {longest:.1?}"
    ));
    assert_eq!(scene.bram.reads(&scene.case).len(), 20);
    // Fatima is told that the hub has it, by itself too.
    assert_eq!(scene.fatima.syncs()["state"], "shared");
}

#[test]
fn both_come_back_by_themselves_when_the_hub_does() {
    let mut scene = Scene::set();
    scene.saves_and_bram_sees("Voor de storing.", BOUND);
    scene.hub.stop();
    scene
        .fatima
        .records(Some(&scene.case), "Tijdens de storing.");
    scene.hub.start_again();
    let began = Instant::now();
    let there = |bram: &Laptop| {
        bram.reads(&scene.case)
            .contains(&"Tijdens de storing.".to_owned())
    };
    if !there(&scene.bram) {
        scene.sees(COMES_BACK, there);
    }
    say(&format!(
        "after a restart of the hub both were back after {:.1?}",
        began.elapsed()
    ));
    scene.saves_and_bram_sees("Na de storing.", BOUND);
    assert_eq!(scene.bram.reads(&scene.case).len(), 3);
}
