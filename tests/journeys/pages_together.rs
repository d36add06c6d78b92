//! Bram comes back after weeks and hears several full pages at once. One of them was altered on the way: the rest is
//! kept, that one is turned down, and it comes again.

use nabij_app::Messages;
use serde_json::json;
use support::{Laptop, Meeting, Stage, hardly_packed};

/// Four cases fill a page each: of one log no more than one stretch is on its way.
const CASES: [&str; 4] = ["Gezin A.", "Gezin B.", "Gezin C.", "Gezin D."];
const MOMENTS: usize = 220;
/// Only pages of entries are so large.
const PAGE: usize = 100_000;

#[test]
fn pages_that_come_together_are_kept_but_for_the_altered_one_which_comes_again() {
    let stage = Stage::new();
    let hub = stage.hub();
    let [fatima, bram] = stage.team(&hub.url(), ["Fatima", "Bram"]);
    let cases = CASES.map(|name| fatima.opens_case(name, &["Bram"]));
    fatima.shares();
    bram.shares();
    for number in 0..MOMENTS {
        for (place, case) in cases.iter().enumerate() {
            let seed = u64::try_from(number * CASES.len() + place).unwrap();
            fatima.records(Some(case), &hardly_packed(seed));
        }
    }
    let (mut meeting, mut said) = Meeting::between(&bram, &fatima);
    // Until Fatima's pages are on their way.
    let mut pages = Messages::new();
    while !said.is_empty() {
        let back = meeting.brings(&said);
        let (large, small): (Messages, Messages) =
            back.into_iter().partition(|message| message.len() > PAGE);
        pages.extend(large);
        said = meeting.dials.hear(&small).unwrap();
    }
    assert!(pages.len() >= 2, "{} pages came", pages.len());
    let middle = pages[1].len() / 2;
    pages[1][middle] ^= 1;
    let said = meeting.dials.hear(&pages).unwrap();
    let here: usize = cases.iter().map(|case| count(&bram, case)).sum();
    assert!(here > 0, "what was whole is kept");
    assert!(here < MOMENTS * cases.len());
    // The altered one is turned down and offered again, as everything else that has still to come.
    meeting.goes_on(said);
    for case in &cases {
        assert_eq!(count(&bram, case), MOMENTS);
    }
    assert_eq!(bram.finds_wrong(), Vec::<String>::new());
}

fn count(laptop: &Laptop, case: &str) -> usize {
    let question = json!({ "caseId": case, "limit": 1000, "before": null });
    let file = laptop.does("read_case", question);
    file["timeline"].as_array().map_or(0, Vec::len)
}
