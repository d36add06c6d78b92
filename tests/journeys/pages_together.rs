//! Bram comes back after weeks and hears several full pages at once. One of them was altered on the way: the rest is
//! kept, that one is turned down, and it comes again.

use nabij_app::{ByHand, Messages};
use support::{Laptop, Stage};

const NAMES: [&str; 2] = ["Fatima", "Bram"];
/// Four cases fill a page each: of one log no more than one stretch is on its way.
const CASES: [&str; 4] = ["Gezin A.", "Gezin B.", "Gezin C.", "Gezin D."];
const MOMENTS: usize = 220;
const SALT: [u8; 32] = [7; 32];
/// Only pages of entries are so large.
const PAGE: usize = 100_000;

#[test]
fn pages_that_come_together_are_kept_but_for_the_altered_one_which_comes_again() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), NAMES);
    let cases = CASES.map(|name| fatima.opens_case(name, &["Bram"]));
    fatima.shares();
    bram.shares();
    for number in 0..MOMENTS {
        for case in &cases {
            fatima.records(Some(case), &hardly_packed(number, case));
        }
    }
    let (mut listens, mut tells, first) = meets(&bram, &fatima);
    // What Bram says, until Fatima's pages are on their way.
    let mut pages = Messages::new();
    let mut said = first;
    while !said.is_empty() {
        let mut answers = Messages::new();
        for message in said {
            answers.extend(tells.hear(&[message]).unwrap());
        }
        let (large, small) = answers
            .into_iter()
            .partition(|message| message.len() > PAGE);
        pages.extend::<Messages>(large);
        said = listens.hear(&small).unwrap();
    }
    assert!(pages.len() >= 2, "{} pages came", pages.len());
    let middle = pages[1].len() / 2;
    pages[1][middle] ^= 1;
    let answers = listens.hear(&pages).unwrap();
    let here: usize = cases.iter().map(|case| count(&bram, case)).sum();
    assert!(here > 0, "what was whole is kept");
    assert!(here < MOMENTS * cases.len());
    // The altered one is turned down and offered again, as everything else that has still to come.
    pump(&mut tells, &mut listens, answers);
    for case in &cases {
        assert_eq!(count(&bram, case), MOMENTS);
    }
    assert_eq!(bram.finds_wrong(), Vec::<String>::new());
}

/// Bram's laptop dials Fatima's.
fn meets(bram: &Laptop, fatima: &Laptop) -> (ByHand, ByHand, Messages) {
    let [key, other] = [bram, fatima].map(|laptop| laptop.app().signing_key().unwrap());
    let tells = fatima.app().answers_laptop(key, SALT).unwrap();
    let (listens, first) = bram.app().begins_with_laptop(other, SALT).unwrap();
    (listens, tells, first)
}

fn pump(tells: &mut ByHand, listens: &mut ByHand, mut said: Messages) {
    while !said.is_empty() {
        let mut answers = Messages::new();
        for message in said {
            answers.extend(tells.hear(&[message]).unwrap());
        }
        said = listens.hear(&answers).unwrap();
    }
}

fn count(laptop: &Laptop, case: &str) -> usize {
    laptop.does(
        "read_case",
        serde_json::json!({ "caseId": case, "limit": 1000, "before": null }),
    )["timeline"]
        .as_array()
        .map_or(0, Vec::len)
}

/// A text of 1,500 characters that packs badly, another one each time.
fn hardly_packed(number: usize, case: &str) -> String {
    let mut state = case.bytes().fold(number as u64 + 1, |state, byte| {
        state.wrapping_mul(31).wrapping_add(u64::from(byte))
    });
    let letter = |_| {
        // Knuth's MMIX.
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        char::from(b'a' + u8::try_from((state >> 33) % 26).unwrap())
    };
    (0..1_500).map(letter).collect()
}
