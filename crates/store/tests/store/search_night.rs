//! Search over what a night leaves behind, narrowed by filters.

use crate::support::{CASE, NOW, STREET, Vault, Writer, Written, bram, fatima, open};
use nabij_domain::person::{KEPT_WITHOUT_PURPOSE, NewPerson, Purpose};
use nabij_domain::{
    Change, ContactKind, Document, Id, LifeDomain, LifeDomains, Millis, NewContactMoment, action,
    contact_moment, group, handover, person, place, stop, withdrawal,
};
use nabij_protocol::id::{DocumentId, SpaceId};
use nabij_store::{Filter, Found, HitKind};

const MERIT: u8 = 1;
const RED_CAP: u8 = 2;
const NEUDE: u8 = 3;
const DAY: i64 = 24 * 60 * 60 * 1000;

fn at(writer: &mut Writer, space: SpaceId, id: u8, made: (Document, Change)) -> Written {
    writer.change(space, DocumentId([id; 16]), &made.1)
}

fn somebody(writer: &mut Writer, id: u8, nickname: &str, purpose: Option<Purpose>) -> Written {
    let new = NewPerson {
        nickname: nickname.into(),
        text: Some("rode pet, gele fatbike".into()),
        group: None,
        place: Some(Id([NEUDE; 16])),
        purpose,
        import: None,
    };
    let made = person::create(&writer.author(), new, NOW).unwrap();
    at(writer, STREET, id, made)
}

/// A night of Fatima's, and a note and a conversation of Bram's.
fn night() -> Vault {
    let (mut fatima, mut bram) = (fatima(), bram());
    let author = fatima.author();
    let vault = Vault::new();
    let new = place::NewPlace {
        name: "Neude".into(),
    };
    let neude = at(
        &mut fatima,
        STREET,
        NEUDE,
        place::create(&author, new, NOW).unwrap(),
    );
    let new = group::NewGroup {
        name: "Fatbikers".into(),
        place: None,
        text: Some("Staan vaak bij de ingang van de supermarkt.".into()),
    };
    let fatbikers = at(
        &mut fatima,
        STREET,
        4,
        group::create(&author, new, NOW).unwrap(),
    );
    let new = stop::NewStop {
        shift: Id([9; 16]),
        round: None,
        place: Id([NEUDE; 16]),
        at: Millis(NOW.0 - DAY),
        head_count: Some(6),
        mood: None,
        group: None,
        topic: Some("Vuurwerk".into()),
        agreement: Some("Geen harde muziek na elven.".into()),
        next_step: Some("Wijkagent bellen".into()),
    };
    let stopped = at(
        &mut fatima,
        STREET,
        5,
        stop::create(&author, new, NOW).unwrap(),
    );
    let new = action::NewAction {
        case: None,
        person: Some(Id([MERIT; 16])),
        contact_moment: None,
        shift: None,
        text: "Fiets laten maken".into(),
        colleague: None,
        owner: Some("de buurvrouw".into()),
        due: None,
        due_hour: false,
        import: None,
    };
    let agreed = at(
        &mut fatima,
        STREET,
        6,
        action::create(&author, new, NOW).unwrap(),
    );
    let new = handover::NewHandover {
        kind: handover::HandoverKind::Shift,
        case: None,
        shift: Some(Id([9; 16])),
        colleagues: Vec::new(),
        lines: vec![handover::HandoverLine {
            part: handover::HandoverPart::Worry,
            heading: Some("Neude".into()),
            at: None,
            text: "Merit slaapt mogelijk buiten.".into(),
            about: None,
        }],
        why: None,
    };
    let handed = at(
        &mut fatima,
        STREET,
        7,
        handover::create(&author, new, NOW).unwrap(),
    );
    let new = NewContactMoment {
        persons: vec![Id([MERIT; 16])],
        place: Some("neude".into()),
        life_domains: LifeDomains::of([LifeDomain::Housing]),
        ..NewContactMoment::new(ContactKind::Signal, "Wil slapen bij zijn oma.".into(), NOW)
    };
    let met = at(
        &mut fatima,
        STREET,
        8,
        contact_moment::create(&author, new, NOW).unwrap(),
    );
    let merit = somebody(&mut fatima, MERIT, "Merit", None);
    let red_cap = somebody(&mut fatima, RED_CAP, "Rode Pet", Some(Purpose::Help));
    let case = bram.case(CASE, "Gezin Oma Zwaan").0;
    let note = bram
        .note(CASE, "School over Merits verzuim gesproken.", 50)
        .0;
    vault.take_in(&[
        neude, fatbikers, stopped, agreed, handed, met, merit, red_cap,
    ]);
    vault.take_in(&[case, note]);
    vault
}

fn find(vault: &Vault, query: &str, filter: &Filter) -> Found {
    vault.store.search(query, filter, None, NOW).unwrap()
}

fn kinds(found: &Found) -> Vec<HitKind> {
    let mut kinds: Vec<HitKind> = found.hits.iter().map(|hit| hit.kind).collect();
    kinds.sort_unstable();
    kinds
}

#[test]
fn everything_that_a_night_leaves_is_found() {
    let vault = night();
    for (query, expected) in [
        ("merit", HitKind::Person),
        ("pet", HitKind::Person),
        ("fatbiker", HitKind::Group),
        ("supermarkten", HitKind::Group),
        ("neude", HitKind::Place),
        ("vuurwerk", HitKind::Stop),
        ("muziek elven", HitKind::Stop),
        ("wijkagenten", HitKind::Stop),
        ("agent", HitKind::Stop),
        ("fietsen", HitKind::Action),
        ("buurvrouwen", HitKind::Action),
        ("slaapt buiten", HitKind::Handover),
        ("oma's", HitKind::ContactMoment),
        ("verzuim", HitKind::CaseNote),
    ] {
        let found = find(&vault, query, &Filter::default());
        assert!(kinds(&found).contains(&expected), "{query}: {found:?}");
    }
    let stop = &find(&vault, "vuurwerk", &Filter::default()).hits[0];
    assert_eq!(stop.title.as_ref().unwrap().as_str(), "Neude");
    assert_eq!((stop.shift, stop.case), (Some(Id([9; 16])), None));
    let action = &find(&vault, "fiets maken", &Filter::default()).hits[0];
    assert_eq!(action.title.as_ref().unwrap().as_str(), "Merit");
}

#[test]
fn exact_words_come_before_beginnings_forms_and_compounds_and_the_newest_first_among_equals() {
    let vault = Vault::new();
    let mut fatima = fatima();
    let texts = [
        ("Op de basisschool geweest.", 90),
        ("Twee scholen gebeld.", 80),
        ("Schooltas kwijt.", 70),
        ("School gesproken.", 10),
        ("Weer naar school.", 20),
    ];
    let entries: Vec<Written> = texts
        .iter()
        .map(|(text, at)| fatima.moment(STREET, text, *at).0)
        .collect();
    vault.take_in(&entries);
    let found = find(&vault, "school", &Filter::default());
    let order: Vec<i64> = found.hits.iter().map(|hit| hit.at.0).collect();
    assert_eq!(order, [20, 10, 70, 80, 90]);
    let marks: Vec<&str> = found
        .hits
        .iter()
        .flat_map(|hit| hit.snippet.iter().filter(|part| part.hit))
        .map(|part| part.text.as_str())
        .collect();
    assert_eq!(
        marks,
        ["school", "School", "Schooltas", "scholen", "basisschool"]
    );
    assert_eq!(find(&vault, "\"school\"", &Filter::default()).total, 2);
    assert_eq!(find(&vault, "\"naar school\"", &Filter::default()).total, 1);
    assert_eq!(find(&vault, "\"school naar\"", &Filter::default()).total, 0);
    assert_eq!(find(&vault, "scholen", &Filter::default()).total, 4);
}

#[test]
fn who_is_not_kept_any_longer_is_not_found() {
    let vault = night();
    let later = Millis(NOW.0 + KEPT_WITHOUT_PURPOSE);
    let persons = |now: Millis| {
        let only = Filter {
            kinds: vec![HitKind::Person],
            ..Filter::default()
        };
        let found = vault.store.search("pet", &only, None, now).unwrap();
        let mut names: Vec<String> = found
            .hits
            .iter()
            .map(|hit| hit.title.as_ref().unwrap().as_str().to_owned())
            .collect();
        names.sort_unstable();
        names
    };
    assert_eq!(persons(Millis(later.0 - 1)), ["Merit", "Rode Pet"]);
    assert_eq!(persons(later), ["Rode Pet"]);
    // What happened stays, without the nickname.
    let found = vault
        .store
        .search("slapen oma", &Filter::default(), None, later)
        .unwrap();
    assert_eq!((found.total, found.hits[0].title.clone()), (1, None));
}

#[test]
fn what_was_taken_back_is_not_found() {
    let vault = night();
    let mut bram = bram();
    let (_, mut document) = vault.store.document(Id([RED_CAP; 16])).unwrap().unwrap();
    let base = document.version();
    let change = withdrawal::set(&mut document, &base, true, &bram.author(), NOW);
    let change = change.unwrap().unwrap();
    vault.take_in(&[bram.change(STREET, DocumentId([RED_CAP; 16]), &change)]);
    let found = find(&vault, "pet", &Filter::default());
    assert_eq!(found.hits.len(), 1, "only Merit: {found:?}");
    assert!(vault.store.check().unwrap().search_intact);
    assert!(vault.store.views_follow_from_log(&open, NOW).unwrap());
}

#[test]
fn filters_answer_alone_and_with_words() {
    let vault = night();
    let all = Filter::default();
    let cases = [
        (
            Filter {
                by: Some(bram().member),
                ..all.clone()
            },
            vec![HitKind::Case, HitKind::CaseNote],
        ),
        (
            Filter {
                case: Some(Id(CASE.0)),
                ..all.clone()
            },
            vec![HitKind::Case, HitKind::CaseNote],
        ),
        (
            Filter {
                person: Some(Id([MERIT; 16])),
                ..all.clone()
            },
            vec![HitKind::Person, HitKind::ContactMoment, HitKind::Action],
        ),
        (
            Filter {
                place: Some("NEUDE ".into()),
                ..all.clone()
            },
            vec![
                HitKind::Person,
                HitKind::Person,
                HitKind::ContactMoment,
                HitKind::Stop,
                HitKind::Place,
            ],
        ),
        (
            Filter {
                from: Some(Millis(NOW.0 - DAY)),
                until: Some(NOW),
                ..all.clone()
            },
            vec![HitKind::Stop],
        ),
        (
            Filter {
                kinds: vec![HitKind::Stop, HitKind::Action],
                ..all.clone()
            },
            vec![HitKind::Action, HitKind::Stop],
        ),
        (
            Filter {
                kinds: vec![HitKind::Stop],
                contact_kinds: vec![ContactKind::Signal],
                ..all.clone()
            },
            vec![HitKind::ContactMoment, HitKind::Stop],
        ),
        (
            Filter {
                contact_kinds: vec![ContactKind::HomeVisit],
                ..all.clone()
            },
            vec![],
        ),
        (
            Filter {
                life_domains: vec![LifeDomain::Housing, LifeDomain::Money],
                ..all.clone()
            },
            vec![HitKind::ContactMoment],
        ),
    ];
    for (filter, expected) in cases {
        let found = find(&vault, "", &filter);
        assert_eq!(kinds(&found), expected, "{filter:?}");
        assert!(found.hits.is_sorted_by(|one, next| one.at >= next.at));
    }
    let by_bram = Filter {
        by: Some(bram().member),
        ..all.clone()
    };
    assert_eq!(kinds(&find(&vault, "merit", &by_bram)), [HitKind::CaseNote]);
    assert_eq!(find(&vault, "", &all).total, 0);
}

#[test]
fn a_rebuilt_index_says_the_same() {
    let vault = night();
    let before = vault.store.read_model_dump().unwrap();
    vault.store.rebuild(&open, NOW).unwrap();
    assert_eq!(vault.store.read_model_dump().unwrap(), before);
    assert!(vault.store.check().unwrap().search_intact);
}
