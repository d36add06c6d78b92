//! How long a search takes at the size of a team, and what the index costs: `cargo run -p nabij-store --example
//! search_speed`. Prints figures; judges nothing.

// A program for developers: it ends on the first fault.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    dead_code
)]

#[path = "../tests/store/support.rs"]
mod support;

use nabij_domain::{ContactKind, Id, Millis, NewContactMoment, contact_moment};
use nabij_protocol::id::{DocumentId, SpaceId};
use nabij_store::{Filter, HitKind};
use std::time::{Duration, Instant};
use support::{NOW, Vault, Writer, Written, fatima};

const MOMENTS: u64 = 10_000;
const LENGTH: usize = 600;
const TIMES: usize = 21;

const FIRST: [&str; 40] = [
    "school", "straat", "buurt", "jeugd", "gezins", "schuld", "sport", "nacht", "avond", "politie",
    "wijk", "muziek", "voetbal", "zorg", "werk", "fiets", "brood", "winkel", "huur", "geld",
    "moeder", "vader", "zomer", "winter", "markt", "station", "water", "licht", "bel", "huis",
    "boete", "brief", "kind", "ouder", "feest", "taal", "reken", "praktijk", "vervolg", "thuis",
];
const LAST: [&str; 40] = [
    "verzuim",
    "plein",
    "coach",
    "gesprek",
    "contact",
    "agent",
    "team",
    "groep",
    "club",
    "avond",
    "straat",
    "bezoek",
    "lijst",
    "plan",
    "vraag",
    "afspraak",
    "melding",
    "begeleider",
    "kamer",
    "hulp",
    "school",
    "klas",
    "les",
    "baan",
    "loon",
    "kaart",
    "boek",
    "zaak",
    "recht",
    "plek",
    "huis",
    "dag",
    "week",
    "tijd",
    "rust",
    "zorgen",
    "ruzie",
    "vriend",
    "broer",
    "zus",
];
const SMALL: [&str; 24] = [
    "de", "het", "een", "en", "van", "met", "bij", "is", "hij", "zij", "niet", "naar", "over",
    "nog", "wil", "gaat", "was", "ook", "dat", "om", "op", "te", "weer", "morgen",
];

/// Numbers that look random and are the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit).unwrap()).unwrap()
    }

    /// Small words half of the time, then words of one part, compounds, and names that hardly come again.
    fn word(&mut self) -> String {
        match self.below(20) {
            0..=9 => SMALL[self.below(SMALL.len())].to_owned(),
            10..=13 => LAST[self.below(LAST.len())].to_owned(),
            14..=15 => FIRST[self.below(FIRST.len())].to_owned(),
            16..=17 => FIRST[self.below(40)].to_owned() + LAST[self.below(40)],
            18 => LAST[self.below(40)].to_owned() + "en",
            _ => {
                let letters = [
                    "ba", "do", "ri", "sa", "lem", "ka", "nou", "fi", "mer", "tu", "ves", "jo",
                ];
                (0..4).map(|_| letters[self.below(letters.len())]).collect()
            }
        }
    }

    fn text(&mut self) -> String {
        let mut text = String::new();
        while text.len() < LENGTH {
            text += &self.word();
            text.push(' ');
        }
        text
    }
}

fn moment(writer: &mut Writer, numbers: &mut Numbers, number: u64) -> Written {
    let case = SpaceId([u8::try_from(numbers.below(200)).unwrap() + 1; 16]);
    let new = NewContactMoment {
        case: Some(Id(case.0)),
        place: Some("Griftpark".into()),
        ..NewContactMoment::new(
            ContactKind::ALL[numbers.below(ContactKind::ALL.len())],
            numbers.text().into(),
            Millis(NOW.0 - i64::try_from(number).unwrap() * 60_000),
        )
    };
    let made = contact_moment::create(&writer.author(), new, NOW).unwrap();
    let mut id = [0; 16];
    id[..8].copy_from_slice(&number.to_be_bytes());
    writer.change(case, DocumentId(id), &made.1)
}

fn main() {
    let vault = Vault::new();
    let (mut writer, mut numbers) = (fatima(), Numbers(42));
    let mut taking = Duration::ZERO;
    for start in (0..MOMENTS).step_by(500) {
        let entries: Vec<Written> = (start..start + 500)
            .map(|number| moment(&mut writer, &mut numbers, number))
            .collect();
        let began = Instant::now();
        vault.take_in(&entries);
        taking += began.elapsed();
    }
    let size = std::fs::metadata(vault.folder.path().join("nabij.db"))
        .unwrap()
        .len();
    println!(
        "{MOMENTS} contact moments of {LENGTH} characters: {:.1} MB",
        size as f64 / 1e6
    );
    println!(
        "taking in: {:.2} ms an entry",
        taking.as_secs_f64() * 1000.0 / MOMENTS as f64
    );
    let everything = Filter::default();
    let signals = Filter {
        contact_kinds: vec![ContactKind::Signal],
        ..Filter::default()
    };
    let at_place = Filter {
        place: Some("griftpark".into()),
        kinds: vec![HitKind::ContactMoment],
        ..Filter::default()
    };
    for (query, filter, what) in [
        ("s", &everything, ""),
        ("e", &everything, ""),
        ("sc", &everything, ""),
        ("de", &everything, ""),
        ("school", &everything, ""),
        ("schoolverzuim", &everything, ""),
        ("verzuim", &everything, ""),
        ("scholen", &everything, ""),
        ("het", &everything, ""),
        ("school moeder avond", &everything, ""),
        ("politie contact", &everything, ""),
        ("\"de school\"", &everything, ""),
        ("zeppelin", &everything, ""),
        ("bado", &everything, ""),
        ("school", &signals, "signals"),
        ("", &signals, "signals"),
        ("school", &at_place, "at a place"),
        ("", &at_place, "at a place"),
    ] {
        let mut times: Vec<Duration> = Vec::new();
        let mut total = 0;
        for _ in 0..TIMES {
            let began = Instant::now();
            total = vault
                .store
                .search(query, filter, Some(100), NOW)
                .unwrap()
                .total;
            times.push(began.elapsed());
        }
        times.sort_unstable();
        println!(
            "{:>28} {what:<10} {total:>5} hits  median {:>6.1} ms  worst {:>6.1} ms",
            format!("{query:?}"),
            times[TIMES / 2].as_secs_f64() * 1000.0,
            times[TIMES - 1].as_secs_f64() * 1000.0,
        );
    }
}
