//! A handover on paper, as the next shift gets it.

use chrono::NaiveDate;
use proptest::prelude::*;
use typst::layout::{Frame, FrameItem};

use super::*;

fn line(label: &str, text: &str, mark: Option<&str>) -> Block {
    Block::Line {
        label: label.to_owned(),
        text: text.to_owned(),
        mark: mark.map(str::to_owned),
    }
}

fn paper(sections: Vec<Section>) -> Paper {
    Paper {
        language: Language::Dutch,
        title: "Overdracht za 21 nov 2026".to_owned(),
        lead: vec!["Nachtdienst 20:00 tot 04:00. Gemaakt door Fatima om 01:12.".to_owned()],
        sections,
        foot: "Vertrouwelijk. Na lezen vernietigen.".to_owned(),
        made_at: NaiveDate::from_ymd_opt(2026, 11, 22)
            .unwrap()
            .and_hms_opt(1, 12, 0)
            .unwrap(),
    }
}

fn section(heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        heading: heading.to_owned(),
        new_page: false,
        blocks,
    }
}

/// Every word on a page, in the order in which it was set.
fn words(frame: &Frame) -> String {
    let mut words = String::new();
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => words.push_str(&self::words(&group.frame)),
            FrameItem::Text(text) => words.push_str(&text.text),
            _ => {}
        }
    }
    words
}

fn pages(paper: &Paper) -> Vec<String> {
    let document = set(paper).unwrap();
    document
        .pages()
        .iter()
        .map(|page| words(&page.frame))
        .collect()
}

#[test]
fn the_night_is_on_paper() {
    let rounds = section(
        "Stationsplein",
        vec![
            Block::Subheading("Wat er was".to_owned()),
            line(
                "23:41",
                "Amina K. slaapt bij oma.",
                Some("nog niet gedeeld"),
            ),
            Block::Text("Verder rustig.".to_owned()),
        ],
    );
    let pages = pages(&paper(vec![rounds]));
    assert_eq!(pages.len(), 1);
    for words in [
        "Overdracht za 21 nov 2026",
        "Wat er was",
        "23:41",
        "slaapt bij oma",
        "nog niet gedeeld",
        "Verder rustig.",
        "Vertrouwelijk.",
        "Pagina 1 van 1",
    ] {
        assert!(pages[0].contains(words), "{words} is not in {}", pages[0]);
    }
}

#[test]
fn signs_of_the_typesetter_stay_as_they_were_typed() {
    let note = r##"#import "x" $a_1$ *niet vet* _ook niet_ \ = kop `code` <tag> @naam // weg? "zo" -- ... ~ [x] #{1}"##;
    let blocks = vec![
        Block::Text(note.to_owned()),
        line(note, note, Some(note)),
        Block::Subheading(note.to_owned()),
    ];
    let mut paper = paper(vec![section(note, blocks)]);
    paper.title = note.to_owned();
    paper.foot = note.to_owned();
    paper.lead = vec![note.to_owned()];
    let tight = |text: &str| text.replace([' ', '\u{200B}', '\n'], "");
    let all = tight(&pages(&paper).concat());
    assert!(all.matches(&tight(note)).count() >= 6, "{all}");
    assert!(pdf(&paper).is_ok());
}

#[test]
fn lines_stay_lines_and_a_new_page_is_a_new_page() {
    let mut second = section(
        "Gezin E.",
        vec![Block::Text("een\ntwee\n\nvier".to_owned())],
    );
    second.new_page = true;
    let pages = pages(&paper(vec![section("Amina K.", Vec::new()), second]));
    assert_eq!(pages.len(), 2);
    assert!(
        pages[1].starts_with("Gezin E.") && pages[1].contains("Pagina 2 van 2"),
        "{pages:?}"
    );
}

#[test]
fn a_heading_is_never_alone_at_the_foot_of_a_page() {
    for lines in 20..60 {
        let blocks = (0..lines)
            .map(|_| line("23:41", "Rondje gedaan.", None))
            .collect();
        let last = section(
            "De laatste kop",
            vec![
                Block::Subheading("Eronder".to_owned()),
                Block::Text("Het slot.".to_owned()),
            ],
        );
        let pages = pages(&paper(vec![section("Ronde", blocks), last]));
        let with_heading = pages
            .iter()
            .find(|page| page.contains("De laatste kop"))
            .unwrap();
        assert!(
            with_heading.contains("Eronder") && with_heading.contains("Het slot."),
            "{lines} lines"
        );
    }
}

#[test]
fn the_file_says_what_it_is_for_those_who_listen_to_it() {
    let bytes = pdf(&paper(vec![section(
        "Ronde",
        vec![line("23:41", "Rustig.", None)],
    )]))
    .unwrap();
    let file = String::from_utf8_lossy(&bytes);
    assert!(file.starts_with("%PDF-1.7"));
    for said in [
        "pdfuaid:part>1<",
        ">nl-NL<",
        ">Overdracht za 21 nov 2026<",
        "CreateDate>2026-11-22T",
    ] {
        assert!(file.contains(said), "{said}");
    }
}

#[test]
fn the_same_paper_is_the_same_file() {
    let paper = paper(vec![section("Ronde", vec![line("23:41", "Rustig.", None)])]);
    assert_eq!(pdf(&paper), pdf(&paper));
}

#[test]
fn a_paper_without_anything_is_still_a_paper() {
    let empty = Paper {
        language: Language::English,
        title: " ".to_owned(),
        lead: Vec::new(),
        sections: vec![section(
            "",
            vec![Block::Subheading(String::new()), line("", "", None)],
        )],
        foot: String::new(),
        made_at: chrono::NaiveDateTime::MIN,
    };
    assert!(pages(&empty)[0].contains("Page 1 of 1"));
    assert!(pdf(&empty).is_ok());
    assert!(
        pdf(&Paper {
            sections: Vec::new(),
            ..empty
        })
        .is_ok()
    );
}

#[test]
fn what_cannot_be_printed_is_owned_up_to() {
    let pasted = pages(&paper(vec![section(
        "Appje",
        vec![Block::Text("Ziek 🦔 thuis".to_owned())],
    )]));
    assert!(
        pasted[0].contains("Ziek □ thuis") && pasted[0].contains("niet te drukken"),
        "{pasted:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_was_typed_can_be_printed(
        title in "\\PC{0,20}",
        texts in prop::collection::vec("[\\PC\n\t\u{0}-\u{1F}]{0,120}", 1..6),
        label in "\\PC{0,40}",
        any_text in any::<String>(),
    ) {
        let blocks = texts.iter().flat_map(|text| [
            Block::Subheading(text.clone()), Block::Text(text.clone()), line(&label, text, Some(text)),
        ]).collect();
        let mut paper = paper(vec![section(&any_text, blocks)]);
        paper.title = title;
        paper.lead = vec![any_text];
        prop_assert!(pdf(&paper).is_ok());
    }
}
