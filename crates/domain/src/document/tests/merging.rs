//! Two colleagues at once: nobody's words disappear.

use super::support::{NOW, alternatives, author, conversation, read, receive, shared};
use crate::contact_moment::{self, ContactKind, ContactMomentEdit, ContactOutcome};
use crate::document::{Change, Document};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::life_domain::{LifeDomain, LifeDomains};
use crate::refusal::Refusal;
use crate::summary::{self, NewSummary, SummaryEdit};
use crate::{case, case_note, colleague, team};

fn text(text: &str) -> ContactMomentEdit {
    ContactMomentEdit {
        text: Some(text.into()),
        ..Default::default()
    }
}

/// Fatima and her colleague both change the text; both devices then have both changes.
fn both_change_the_text(mine: &str, hers: &str) -> (Document, Document) {
    let (mut one, mut two) = shared();
    let base = one.version();
    let first = contact_moment::edit(&mut one, &base, text(mine), &author(1), NOW)
        .unwrap()
        .unwrap();
    let other = contact_moment::edit(&mut two, &base, text(hers), &author(2), NOW)
        .unwrap()
        .unwrap();
    (receive(Some(&one), &[other]), receive(Some(&two), &[first]))
}

#[test]
fn what_is_recorded_reads_back() {
    let (document, change) = contact_moment::create(&author(1), conversation(), NOW).unwrap();
    let moment = read(&document);
    assert_eq!(moment.by, author(1).member);
    assert_eq!(moment.recorded_at, NOW);
    assert_eq!(moment.text, conversation().text);
    assert_eq!(moment.place, conversation().place);
    assert_eq!(
        (moment.case, moment.withdrawn, moment.differences),
        (None, false, vec![])
    );
    assert_eq!((change.actor(), change.timestamp()), (Ok([1; 16]), Ok(NOW)));
    assert_eq!(document.change_actors(), vec![[1; 16]]);
    assert_eq!(
        Document::load(&document.save()).unwrap().version(),
        document.version()
    );
}

#[test]
fn two_values_both_stay_and_choosing_settles_it() {
    let (one, two) = both_change_the_text("Zoekt werk in de bouw.", "Zoekt werk in de horeca.");
    assert_eq!(one.version(), two.version());
    assert_eq!(read(&one), read(&two));
    let values = alternatives(&read(&one));
    let expected = [
        ("Zoekt werk in de bouw.".to_owned(), 1, false),
        ("Zoekt werk in de horeca.".to_owned(), 2, true),
    ];
    assert_eq!(values, expected);
    assert_eq!(read(&one).text.as_str(), "Zoekt werk in de horeca.");

    // Choosing the value that shows already is a choice too.
    for choice in [
        "Zoekt werk in de bouw.",
        "Zoekt werk in de horeca.",
        "Zoekt werk.",
    ] {
        let (mut mine, base) = (one.clone(), one.version());
        let settled = contact_moment::edit(&mut mine, &base, text(choice), &author(3), NOW)
            .unwrap()
            .unwrap();
        let hers = receive(Some(&two), &[settled]);
        for document in [&mine, &hers] {
            assert_eq!(read(document).text.as_str(), choice);
            let [mark] = read(document).differences.try_into().unwrap();
            assert_eq!(mark.settled.unwrap().actor, author(3).actor);
        }
    }
}

#[test]
fn a_choice_between_two_does_not_hide_a_third() {
    let (one, two) = both_change_the_text("Bouw.", "Horeca.");
    let (mut chosen, mut third) = (one.clone(), two);
    let base = one.version();
    let old = shared().0.version();
    contact_moment::edit(&mut chosen, &base, text("Bouw."), &author(1), NOW).unwrap();
    // Her form was still open on the first version.
    let late = contact_moment::edit(&mut third, &old, text("Zorg."), &author(2), NOW)
        .unwrap()
        .unwrap();
    let chosen = receive(Some(&chosen), &[late]);
    let values: Vec<String> = alternatives(&read(&chosen))
        .into_iter()
        .map(|(value, ..)| value)
        .collect();
    assert_eq!(values.len(), 2);
    assert!(values.contains(&"Bouw.".to_owned()) && values.contains(&"Zorg.".to_owned()));
}

#[test]
fn the_same_value_twice_is_no_difference() {
    let (one, two) = both_change_the_text("Zoekt werk.", "Zoekt werk.");
    assert_eq!(one.version(), two.version());
    assert!(read(&one).differences.is_empty());
    // And writing it once more writes nothing.
    let (mut document, base) = (one.clone(), one.version());
    let again = contact_moment::edit(&mut document, &base, text("Zoekt werk."), &author(1), NOW);
    assert_eq!(again, Ok(None));
}

#[test]
fn different_fields_merge_without_a_difference() {
    let (mut one, mut two) = shared();
    let base = one.version();
    let place = ContactMomentEdit {
        place: Some(None),
        ..Default::default()
    };
    let case = ContactMomentEdit {
        case: Some(Some(Id([7; 16]))),
        ..Default::default()
    };
    contact_moment::edit(&mut one, &base, place, &author(1), NOW).unwrap();
    let other = contact_moment::edit(&mut two, &base, case, &author(2), NOW)
        .unwrap()
        .unwrap();
    let moment = read(&receive(Some(&one), &[other]));
    assert_eq!((moment.place, moment.case), (None, Some(Id([7; 16]))));
    assert!(moment.differences.is_empty());
}

#[test]
fn one_author_with_two_old_forms_open_writes_two_branches() {
    let (mut document, mut other) = shared();
    let old = document.version();
    let mut changes: Vec<Change> = Vec::new();
    for words in ["Een.", "Twee.", "Drie."] {
        changes.extend(
            contact_moment::edit(&mut document, &old, text(words), &author(1), NOW).unwrap(),
        );
        document = Document::load(&document.save()).unwrap();
    }
    // Going on from the newest is the plain actor again or a branch; either way it must travel.
    let base = document.version();
    changes.extend(
        contact_moment::edit(&mut document, &base, text("Vier."), &author(1), NOW).unwrap(),
    );
    changes.reverse();
    other = receive(Some(&other), &changes);
    assert_eq!(read(&other), read(&document));
    assert_eq!(read(&other).text.as_str(), "Vier.");
    assert!(changes.iter().all(|change| change.actor() == Ok([1; 16])));
    assert_eq!(other.change_actors(), vec![[1; 16]]);
}

#[test]
fn a_summary_written_on_an_old_version_keeps_a_colleagues_words() {
    let new = NewSummary {
        case: Id([7; 16]),
        text: "Called mother.".into(),
    };
    let (mut one, change) = summary::create(&author(1), new, NOW).unwrap();
    let mut two = receive(None, &[change]);
    let base = one.version();
    let to = |text: &str| SummaryEdit {
        text: Some(text.into()),
    };
    let voicemail = to("Called mother. Left voicemail.");
    let hers = summary::edit(&mut two, &base, voicemail, &author(2), NOW)
        .unwrap()
        .unwrap();
    one = receive(Some(&one), &[hers]);
    // The form was opened before the voicemail arrived.
    let noon = to("Called mother at noon.");
    let mine = summary::edit(&mut one, &base, noon, &author(1), NOW)
        .unwrap()
        .unwrap();
    two = receive(Some(&two), &[mine]);
    for document in [&one, &two] {
        let text = summary::read(document).unwrap().text;
        assert_eq!(text.as_str(), "Called mother at noon. Left voicemail.");
    }
}

#[test]
fn refused_edits_leave_the_document_as_it_was() {
    let (mut document, _) = shared();
    let base = document.version();
    let unknown = "ab".repeat(32).parse().unwrap();
    let edits = [
        (&base, text(" "), Refusal::EmptyText { field: Field::Text }),
        (
            &base,
            text(&"a".repeat(20_001)),
            Refusal::TextTooLong {
                field: Field::Text,
                max: 20_000,
            },
        ),
        (&unknown, text("Zoekt werk."), Refusal::UnknownVersion),
    ];
    for (base, edit, refusal) in edits {
        let answer = contact_moment::edit(&mut document, base, edit, &author(1), NOW);
        assert_eq!(answer, Err(refusal));
    }
    let wrong = case_note::edit(&mut document, &base, Default::default(), &author(1), NOW);
    assert!(matches!(wrong, Err(Refusal::WrongKind { .. })));
    assert!(matches!(
        summary::read(&document),
        Err(Refusal::WrongKind { .. })
    ));
    assert_eq!(document.version(), base);
}

#[test]
fn every_field_of_a_contact_moment_can_change() {
    let (mut document, _) = shared();
    let base = document.version();
    let edit = ContactMomentEdit {
        case: Some(Some(Id([9; 16]))),
        nickname: Some(None),
        kind: Some(ContactKind::Signal),
        text: Some("Iets anders.".into()),
        at: Some(Millis(5)),
        place: Some(Some("  ".into())),
        persons: Some(vec![Id([3; 16]), Id([4; 16])]),
        outcome: Some(ContactOutcome::NotReached),
        life_domains: Some(LifeDomains::of([LifeDomain::Money])),
        group: Some(Some(Id([5; 16]))),
        withdrawn: Some(true),
    };
    contact_moment::edit(&mut document, &base, edit.clone(), &author(1), NOW)
        .unwrap()
        .unwrap();
    let moment = read(&document);
    assert_eq!(
        (moment.case, moment.nickname, moment.place),
        (Some(Id([9; 16])), None, None)
    );
    assert_eq!(moment.persons, [Id([3; 16]), Id([4; 16])]);
    assert_eq!(moment.outcome, ContactOutcome::NotReached);
    assert_eq!(moment.life_domains.known(), [LifeDomain::Money]);
    assert_eq!(moment.group, Some(Id([5; 16])));
    assert_eq!(
        (moment.kind, moment.at, moment.withdrawn),
        (ContactKind::Signal, Millis(5), true)
    );
    let base = document.version();
    assert_eq!(
        contact_moment::edit(&mut document, &base, edit, &author(2), NOW),
        Ok(None)
    );
}

#[test]
fn the_other_kinds_change_and_read_back() {
    let one = author(1);
    let opened = case::NewCase {
        name: "Gezin K.".into(),
        import: None,
    };
    let (mut document, _) = case::create(&one, opened, NOW).unwrap();
    let edit = case::CaseEdit {
        name: Some("Gezin Karimi".into()),
        withdrawn: Some(true),
    };
    let base = document.version();
    case::edit(&mut document, &base, edit, &one, NOW)
        .unwrap()
        .unwrap();
    let read = case::read(&document).unwrap();
    assert_eq!(
        (read.name.as_str(), read.opened_at, read.by),
        ("Gezin Karimi", NOW, one.member)
    );
    assert!(read.withdrawn);

    let note = case_note::NewCaseNote {
        case: Id([7; 16]),
        text: "Moeder belt morgen.".into(),
    };
    let (mut document, _) = case_note::create(&one, note, NOW).unwrap();
    let base = document.version();
    let edit = case_note::CaseNoteEdit {
        withdrawn: Some(true),
        ..Default::default()
    };
    case_note::edit(&mut document, &base, edit, &one, NOW)
        .unwrap()
        .unwrap();
    let read = case_note::read(&document).unwrap();
    assert_eq!(
        (read.case, read.text.as_str()),
        (Id([7; 16]), "Moeder belt morgen.")
    );
    assert!(read.withdrawn);

    let fatima = colleague::NewColleague {
        member: one.member,
        name: "Fatima".into(),
        role: colleague::Role::Coach,
    };
    let (mut document, _) = colleague::create(&one, fatima, NOW).unwrap();
    let base = document.version();
    let edit = colleague::ColleagueEdit {
        role: Some(colleague::Role::Director),
        ..Default::default()
    };
    colleague::edit(&mut document, &base, edit, &one, NOW)
        .unwrap()
        .unwrap();
    assert_eq!(
        colleague::read(&document).unwrap().role,
        colleague::Role::Director
    );

    let (mut document, _) = team::create(
        &one,
        team::NewTeam {
            name: "Wijkteam West".into(),
        },
        NOW,
    )
    .unwrap();
    let base = document.version();
    let edit = team::TeamEdit {
        name: Some("Wijkteam Oost".into()),
    };
    team::edit(&mut document, &base, edit, &one, NOW)
        .unwrap()
        .unwrap();
    assert_eq!(
        team::read(&document).unwrap().name.as_str(),
        "Wijkteam Oost"
    );
}
