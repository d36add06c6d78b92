//! The paper as the values that `paper.typ` finds in `sys.inputs`.

use typst::foundations::{Array, Dict, Str, Value};

use super::legible::legible;
use super::{Block, Language, Paper, Section, day};

/// What a paper is called that has neither title nor foot: a PDF/UA must be called something.
const NAMELESS: &str = "Nabij";

/// Gathers texts, and remembers whether one of them could not be shown in full.
#[derive(Default)]
struct Texts {
    have_boxes: bool,
}

pub(super) fn of(paper: &Paper) -> Dict {
    let mut texts = Texts::default();
    let title = [paper.title.as_str(), paper.foot.as_str(), NAMELESS]
        .into_iter()
        .map(|text| texts.line(text))
        .find(|text| !text.trim().is_empty())
        .unwrap_or_default();
    let lead = paper
        .lead
        .iter()
        .map(|text| texts.value(text))
        .collect::<Array>();
    let sections = paper
        .sections
        .iter()
        .map(|section| texts.section(section))
        .collect::<Array>();
    let foot = texts.line(&paper.foot);
    dict([
        ("language", Value::Str(code(paper.language).into())),
        ("title", Value::Str(title.into())),
        ("lead", Value::Array(lead)),
        ("sections", Value::Array(sections)),
        ("foot", Value::Str(foot.into())),
        (
            "made-at",
            day(paper.made_at).map_or(Value::None, Value::Datetime),
        ),
        ("has-boxes", Value::Bool(texts.have_boxes)),
    ])
}

fn code(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl",
        Language::English => "en",
    }
}

impl Texts {
    fn text(&mut self, text: &str) -> String {
        let legible = legible(text.trim_matches(['\n', '\r']));
        self.have_boxes |= legible.has_boxes;
        legible.text
    }

    /// A text that stands on one line.
    fn line(&mut self, text: &str) -> String {
        self.text(text).replace('\n', " ")
    }

    fn value(&mut self, text: &str) -> Value {
        Value::Str(self.text(text).into())
    }

    fn line_value(&mut self, text: &str) -> Value {
        Value::Str(self.line(text).into())
    }

    fn section(&mut self, section: &Section) -> Value {
        let blocks = section
            .blocks
            .iter()
            .map(|block| self.block(block))
            .collect::<Array>();
        Value::Dict(dict([
            ("heading", self.line_value(&section.heading)),
            ("new-page", Value::Bool(section.new_page)),
            ("blocks", Value::Array(blocks)),
        ]))
    }

    fn block(&mut self, block: &Block) -> Value {
        let kind = |kind: &str| ("kind", Value::Str(kind.into()));
        Value::Dict(match block {
            Block::Subheading(text) => dict([kind("subheading"), ("text", self.line_value(text))]),
            Block::Text(text) => dict([kind("text"), ("text", self.value(text))]),
            Block::Line { label, text, mark } => dict([
                kind("line"),
                ("label", self.line_value(label)),
                ("text", self.value(text)),
                ("mark", self.line_value(mark.as_deref().unwrap_or_default())),
            ]),
        })
    }
}

fn dict<const N: usize>(entries: [(&str, Value); N]) -> Dict {
    entries
        .into_iter()
        .map(|(key, value)| (Str::from(key), value))
        .collect()
}
