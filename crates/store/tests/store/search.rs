//! Search finds what people mean, and no text that they type breaks it.

use crate::support::{CASE, NOW, STREET, Vault, fatima};
use nabij_domain::Id;
use nabij_store::{Filter, Found, HitKind};
use proptest::prelude::*;

fn vault() -> Vault {
    let vault = Vault::new();
    let mut fatima = fatima();
    let entries = [
        fatima.case(CASE, "Gezin Düzgün").0,
        fatima
            .moment(
                CASE,
                "Koffie in het café met Fatima's broer; 's avonds gebeld.",
                10,
            )
            .0,
        fatima
            .moment(STREET, "Groepje bij de skatebaan, rustig.", 20)
            .0,
        fatima
            .note(CASE, "Afspraak met school verzet naar donderdag.", 30)
            .0,
        fatima.summary(CASE, "Mo gaat weer naar school.").0,
    ];
    vault.take_in(&entries);
    vault
}

fn find(vault: &Vault, query: &str) -> Found {
    found(vault, query, None)
}

pub fn found(vault: &Vault, query: &str, limit: Option<u32>) -> Found {
    let everything = Filter::default();
    vault.store.search(query, &everything, limit, NOW).unwrap()
}

#[test]
fn accents_capitals_and_beginnings_do_not_matter() {
    let vault = vault();
    for (query, total) in [
        ("café", 1),
        ("cafe", 1),
        ("CAFE", 1),
        ("duzgun", 1),
        ("Düz", 1),
        ("skate", 1),
        ("school", 2),
        ("afspraak donderdag", 1),
        ("afspraak koffie", 0),
        ("'s avonds", 1),
        ("griftpark", 2),
        ("Mo", 3),
        ("baan", 1),
        ("rustige", 1),
        ("skatebanen", 1),
        ("groepjes skatebaan", 1),
        ("kat", 0),
    ] {
        assert_eq!(find(&vault, query).total, total, "{query}");
    }
}

#[test]
fn a_hit_says_what_it_is_and_where_the_word_stands() {
    let vault = vault();
    let found = find(&vault, "cafe");
    let hit = &found.hits[0];
    assert_eq!(
        (hit.kind, hit.case),
        (HitKind::ContactMoment, Some(Id(CASE.0)))
    );
    assert_eq!(hit.title.as_ref().unwrap().as_str(), "Gezin Düzgün");
    assert_eq!(hit.at.0, 10);
    let marked: Vec<&str> = hit
        .snippet
        .iter()
        .filter(|part| part.hit)
        .map(|part| part.text.as_str())
        .collect();
    assert_eq!(marked, ["café"]);
    let whole: String = hit.snippet.iter().map(|part| part.text.as_str()).collect();
    assert!(whole.starts_with("Koffie in het café met"));
    let street = &find(&vault, "skatebaan").hits[0];
    assert_eq!(
        (street.case, street.title.as_ref().unwrap().as_str()),
        (None, "Mo")
    );
    assert_eq!(find(&vault, "duzgun").hits[0].kind, HitKind::Case);
}

#[test]
fn a_limit_cuts_the_hits_but_not_the_count() {
    let vault = vault();
    let found = found(&vault, "school", Some(1));
    assert_eq!((found.hits.len(), found.total), (1, 2));
}

#[test]
fn words_that_were_edited_away_are_not_found() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let (moment, mut document) = fatima.moment(STREET, "Sprak Yusuf.", 5);
    let edit = fatima.edit_moment(&moment, &mut document, "Sprak Noor.");
    vault.take_in(&[moment]);
    assert_eq!(find(&vault, "yusuf").total, 1);
    vault.take_in(&[edit]);
    assert_eq!(
        (find(&vault, "yusuf").total, find(&vault, "noor").total),
        (0, 1)
    );
    assert!(vault.store.check().unwrap().search_intact);
}

#[test]
fn operators_are_only_text() {
    let vault = vault();
    for query in [
        "",
        " ",
        "\"",
        "\"\"\"",
        "*",
        "a*",
        "NEAR(a b)",
        "title:x",
        "{title body}: x",
        "a AND",
        "OR",
        "NOT x",
        "-x",
        "^koffie",
        "(",
        ")",
        "a + b",
        "'; DROP TABLE entry; --",
        "\0",
        "koffie\0cafe",
        "🙂",
        "—",
        "\u{E000}koffie\u{E001}",
        "\u{301}",
        "a\u{301}",
        "x\"y*",
        "\\",
    ] {
        found(&vault, query, Some(5));
    }
    assert_eq!(find(&vault, "\"koffie\" *").total, 1);
    find(&vault, &"a ".repeat(10_000));
    find(&vault, &"é".repeat(100_000));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_is_a_query(queries in prop::collection::vec("\\PC{0,40}|[\"*():^+\\-a-z ]{0,20}", 50)) {
        thread_local!(static VAULT: Vault = vault());
        VAULT.with(|vault| {
            for query in &queries {
                prop_assert!(vault.store.search(query, &Filter::default(), None, NOW).is_ok());
            }
            Ok(())
        })?;
    }
}

#[test]
fn a_hit_by_its_place_also_shows_what_happened_there() {
    let vault = vault();
    let texts: Vec<String> = find(&vault, "griftpark")
        .hits
        .iter()
        .map(|hit| hit.snippet.iter().map(|part| part.text.as_str()).collect())
        .collect();
    assert!(
        texts
            .iter()
            .any(|text| text == "Mo Griftpark · Groepje bij de skatebaan, rustig."),
        "{texts:?}"
    );
}
