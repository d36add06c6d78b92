//! A handover as it is read, in a minute: worries and agreements first, then place by place, then case by case.

use crate::App;
use crate::error::Error;
use crate::handover_words::HandoverWords;
use crate::handovers::HandoverRow;
use crate::open_vault::OpenVault;
use nabij_domain::handover::{HandoverKind, HandoverLine, HandoverPart};
use nabij_domain::{Id, Personal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a line of a handover is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// A stop of a round.
    Stop,
    /// A contact.
    Contact,
    /// An open agreement.
    Agreement,
    /// A worry.
    Worry,
    /// A sentence that somebody added.
    Sentence,
}

impl From<HandoverPart> for Part {
    fn from(part: HandoverPart) -> Part {
        match part {
            HandoverPart::Stop => Part::Stop,
            HandoverPart::Contact => Part::Contact,
            HandoverPart::Agreement => Part::Agreement,
            HandoverPart::Worry => Part::Worry,
            HandoverPart::Sentence => Part::Sentence,
        }
    }
}

/// A handover that was sent.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandoverFile {
    /// As the list shows it.
    pub handover: HandoverRow,
    /// All its documents that are on this laptop.
    pub ids: Vec<String>,
    /// In the order in which they are read.
    pub sections: Vec<HandoverSection>,
}

/// What a section is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum SectionKind {
    /// What worries.
    Worries,
    /// What was agreed and is open.
    Agreements,
    /// What happened at a place, or nowhere in particular.
    Place,
    /// What happened in a case.
    Case,
}

/// A part of a handover with a heading.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandoverSection {
    /// What it is about.
    pub kind: SectionKind,
    /// The name of the place or the case; none for what has no place.
    pub heading: Option<String>,
    /// The case.
    pub case_id: Option<String>,
    /// Why we do it this way, in this case.
    pub why: Option<String>,
    /// Its lines.
    pub lines: Vec<ReadLine>,
}

/// A line of a handover that was sent.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReadLine {
    /// What it is.
    pub part: Part,
    /// Where it belongs, when its section does not say so: a place or a case, or a part of a case's page.
    pub heading: Option<String>,
    /// When it happened; milliseconds since 1970.
    pub at: Option<i64>,
    /// What it says.
    pub text: String,
    /// The document it was made from.
    pub about: Option<String>,
    /// In which case it is.
    pub case_id: Option<String>,
}

impl std::fmt::Debug for ReadLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ReadLine(***)")
    }
}

/// Lines that lie in one space.
pub(crate) struct PartLines {
    pub(crate) case: Option<Id>,
    pub(crate) case_name: Option<Personal>,
    pub(crate) why: Option<Personal>,
    pub(crate) lines: Vec<HandoverLine>,
}

pub(crate) fn file(
    app: &App,
    vault: &OpenVault,
    row: HandoverRow,
    parts: &[nabij_store::HandoverRow],
) -> Result<HandoverFile, Error> {
    let kind = parts.first().map_or(HandoverKind::Shift, |part| part.kind);
    let mut held = Vec::with_capacity(parts.len());
    for part in parts {
        held.push(PartLines {
            case: part.case,
            case_name: part.case_name.clone(),
            why: part.why.clone(),
            lines: vault.store.handover_lines(part.id)?,
        });
    }
    Ok(HandoverFile {
        handover: row,
        ids: parts.iter().map(|part| part.id.to_string()).collect(),
        sections: sections(kind, held, HandoverWords::here(app)?.no_place),
    })
}

/// Puts lines in the order in which they are read. `no_place`: what stands over worries without a place.
pub(crate) fn sections(
    kind: HandoverKind,
    parts: Vec<PartLines>,
    no_place: &str,
) -> Vec<HandoverSection> {
    let mut worries = empty(SectionKind::Worries);
    let mut agreements = empty(SectionKind::Agreements);
    let mut rest: Vec<HandoverSection> = Vec::new();
    for part in parts {
        let case = part.case.map(|case| case.to_string());
        let name = part.case_name.map(Personal::into_inner);
        if kind == HandoverKind::Caseload {
            let lines = part.lines.into_iter();
            rest.push(HandoverSection {
                kind: SectionKind::Case,
                heading: name,
                case_id: case.clone(),
                why: part.why.map(Personal::into_inner),
                lines: lines
                    .map(|line| ReadLine::of(line, part.case, None))
                    .collect(),
            });
            continue;
        }
        for line in part.lines {
            let place = line.heading.as_ref().map(|place| place.as_str().to_owned());
            let heading = if case.is_some() { name.clone() } else { place };
            let first = match line.part {
                HandoverPart::Worry => Some(&mut worries),
                HandoverPart::Agreement => Some(&mut agreements),
                _ => None,
            };
            if let Some(section) = first {
                let over = heading.unwrap_or_else(|| no_place.to_owned());
                section
                    .lines
                    .push(ReadLine::of(line, part.case, Some(over)));
                continue;
            }
            let line = ReadLine::of(line, part.case, None);
            match rest.last_mut() {
                Some(last) if last.heading == heading && last.case_id == case => {
                    last.lines.push(ReadLine {
                        heading: None,
                        ..line
                    });
                }
                _ => rest.push(HandoverSection {
                    kind: if case.is_some() {
                        SectionKind::Case
                    } else {
                        SectionKind::Place
                    },
                    heading,
                    case_id: case.clone(),
                    why: None,
                    lines: vec![ReadLine {
                        heading: None,
                        ..line
                    }],
                }),
            }
        }
    }
    let first = [worries, agreements].into_iter();
    first
        .filter(|section| !section.lines.is_empty())
        .chain(rest)
        .collect()
}

fn empty(kind: SectionKind) -> HandoverSection {
    HandoverSection {
        kind,
        heading: None,
        case_id: None,
        why: None,
        lines: Vec::new(),
    }
}

impl ReadLine {
    /// `over`: where it belongs, when the line itself does not say so.
    pub(crate) fn of(line: HandoverLine, case: Option<Id>, over: Option<String>) -> ReadLine {
        ReadLine {
            part: line.part.into(),
            heading: over.or(line.heading.map(Personal::into_inner)),
            at: line.at.map(|at| at.0),
            text: line.text.into_inner(),
            about: line.about.map(|about| about.to_string()),
            case_id: case.map(|case| case.to_string()),
        }
    }
}
