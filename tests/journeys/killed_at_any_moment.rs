//! A laptop that loses its power two hundred times, at any moment: what it had called saved is there once.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant, SystemTime};
use support::{PASSPHRASE, RpcProcess, Stage, program, say};

const ROUNDS: usize = 200;
/// When the first contact moment was; each is a second after the one before.
const BEGIN: i64 = 1_790_000_000_000;

/// Random numbers that can be had again: SplitMix64.
struct Dice(u64);

impl Dice {
    /// Seeded by `NABIJ_SEED`, or by the clock; says which, so that a failure can be repeated.
    fn thrown() -> Dice {
        let wished = std::env::var("NABIJ_SEED")
            .ok()
            .and_then(|seed| seed.parse().ok());
        let clock = || {
            SystemTime::now()
                .duration_since(SystemTime::UNIX_EPOCH)
                .map_or(1, |at| at.as_secs())
        };
        let seed = wished.unwrap_or_else(clock);
        say(&format!("killed_at_any_moment: NABIJ_SEED={seed}"));
        Dice(seed)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }
}

/// What became of the rounds.
#[derive(Default)]
struct Tally {
    /// Killed before the vault was open.
    while_opening: usize,
    /// Killed while contact moments were on their way.
    while_writing: usize,
    /// Texts that the process had called saved.
    saved: BTreeSet<String>,
}

/// How a life writes: waiting for each "saved", or everything at once.
#[derive(Clone, Copy, PartialEq)]
enum Hand {
    Steady,
    Flood,
}

/// One life: starts, opens the vault, writes as fast as it can, and is killed.
fn one_life(stage: &Stage, round: usize, dice: &mut Dice, tally: &mut Tally) {
    let hand = if dice.below(2) == 0 {
        Hand::Steady
    } else {
        Hand::Flood
    };
    // A quarter of the lives end before or while the vault is opened.
    let early = dice.below(4) == 0;
    let mut laptop = RpcProcess::start(&stage.folder("fatima"));
    let passphrase = json!({ "passphrase": PASSPHRASE });
    let open = laptop.asks("unlock_vault", &passphrase).expect("it reads");
    let mut heard = Vec::new();
    if early {
        heard.extend(laptop.hears_for(Duration::from_millis(dice.below(70))));
    } else {
        let until = Instant::now() + Duration::from_secs(60);
        while !heard.iter().any(|message: &Value| message["id"] == open) {
            assert!(
                Instant::now() < until,
                "round {round}: the vault does not open"
            );
            heard.extend(laptop.hears_for(Duration::from_millis(2)));
        }
        let life = Duration::from_micros(dice.below(150_000));
        heard.extend(writes(&mut laptop, round, hand, life));
    }
    heard.extend(laptop.is_killed());
    let opened = heard.iter().find(|message| message["id"] == open);
    if let Some(opened) = opened {
        assert_eq!(
            opened["result"]["state"], "unlocked",
            "round {round}: {opened}"
        );
    }
    let before = tally.saved.len();
    for message in &heard {
        if let Some(text) = message["result"]["rows"][0]["text"].as_str() {
            tally.saved.insert(text.to_owned());
        }
    }
    tally.while_opening += usize::from(opened.is_none());
    tally.while_writing += usize::from(tally.saved.len() > before);
}

/// Writes for as long as `life`, and answers what was heard.
fn writes(laptop: &mut RpcProcess, round: usize, hand: Hand, life: Duration) -> Vec<Value> {
    let (until, mut heard) = (Instant::now() + life, Vec::new());
    for number in 0.. {
        let params = json!({
            "kind": "conversation", "text": text(round, number), "place": "Griftpark",
            "at": BEGIN + (round as i64 * 10_000 + number) * 1000,
        });
        let Some(id) = laptop.asks("record_contact_moment", &params) else {
            break;
        };
        let mut answered = hand == Hand::Flood;
        while !answered && let Some(message) = laptop.next_before(until) {
            answered = message["id"] == id;
            heard.push(message);
        }
        // Not more at once than the pipe holds, so that we are never the one who waits.
        if Instant::now() >= until || number == 300 {
            break;
        }
    }
    heard.extend(laptop.hears_for(until.saturating_duration_since(Instant::now())));
    heard
}

fn text(round: usize, number: i64) -> String {
    format!("Leven {round}, gesprek {number} op het plein.")
}

#[test]
fn what_was_called_saved_is_there_once_after_two_hundred_kills() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    drop(fatima);
    program("nabij");
    let (mut dice, mut tally, began) = (Dice::thrown(), Tally::default(), Instant::now());
    for round in 1..=ROUNDS {
        one_life(&stage, round, &mut dice, &mut tally);
    }
    say(&format!(
        "{ROUNDS} kills in {:.0?}: {} while opening, {} while writing; {} called saved",
        began.elapsed(),
        tally.while_opening,
        tally.while_writing,
        tally.saved.len(),
    ));
    assert!(
        tally.while_opening > 0 && tally.while_writing > ROUNDS / 3,
        "the kills meant nothing"
    );

    let fatima = stage.laptop("fatima");
    fatima.unlocks();
    let mut there: BTreeMap<String, usize> = BTreeMap::new();
    for item in fatima.street() {
        *there
            .entry(item["text"].as_str().expect("a text").to_owned())
            .or_default() += 1;
    }
    let lost: Vec<_> = tally
        .saved
        .iter()
        .filter(|text| !there.contains_key(*text))
        .collect();
    assert!(lost.is_empty(), "called saved and not there: {lost:?}");
    let twice: Vec<_> = there.iter().filter(|(_, times)| **times > 1).collect();
    assert!(twice.is_empty(), "there more than once: {twice:?}");
    fatima.shares();
    assert_eq!(fatima.finds_wrong(), [""; 0]);
    // Search counts no further than a thousand.
    assert_eq!(
        fatima.finds("gesprek plein"),
        (there.len() as u64).min(1_000)
    );

    // Whatever the hub got from all those lives is one history.
    bram.shares();
    let texts = |items: Vec<Value>| {
        items
            .iter()
            .map(|item| item["text"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(bram.street()), texts(fatima.street()));
    assert_eq!(bram.finds_wrong(), [""; 0]);
    say(&format!(
        "{} were there in all, also with a colleague; all checks good",
        there.len()
    ));
}
