//! A handover on paper: the same lines in the same order as on the screen, as a PDF in a file that a person chose.

use crate::App;
use crate::error::Error;
use crate::handover_file::{HandoverSection, ReadLine, SectionKind, sections};
use crate::handover_words::{HandoverWords, clock, local};
use crate::handovers::{ReadHandover, read_handover};
use crate::ipc::{Empty, Origin};
use crate::outgoing_file::write_file;
use crate::settings::{Language, read_settings};
use crate::shift_handover::{HandoverDraft, shift_id, unsent};
use nabij_domain::Millis;
use nabij_domain::handover::HandoverKind;
use nabij_exchange::paper::{self, Block, Paper, Section};
use serde::Deserialize;
use ts_rs::TS;

/// Which handover goes on paper.
#[derive(Clone, Deserialize, TS)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum HandoverToPrint {
    /// One that is not sent yet, as it was seen.
    #[serde(rename_all = "camelCase")]
    Unsent {
        /// Of which shift.
        shift_id: String,
        /// Order, struck lines and own sentences.
        draft: HandoverDraft,
    },
    /// One that was sent.
    Sent {
        /// One of its documents.
        id: String,
    },
}

/// Writes a handover to a file.
#[derive(Clone, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExportHandoverPdf {
    /// Which.
    pub handover: HandoverToPrint,
    /// The whole path of the file, which a person chose.
    pub path: String,
}

pub(crate) fn export_handover_pdf(
    app: &App,
    request: ExportHandoverPdf,
    origin: &Origin,
) -> Result<Empty, Error> {
    let words = HandoverWords::here(app)?;
    let (head, sections) = match request.handover {
        HandoverToPrint::Unsent { shift_id, draft } => unsent_pages(app, words, &shift_id, &draft)?,
        HandoverToPrint::Sent { id } => sent_pages(app, words, ReadHandover { id }, origin)?,
    };
    let now = Millis(app.now());
    let paper = Paper {
        language: match read_settings(app, Empty {}, origin)?.language {
            Language::Nl => paper::Language::Dutch,
            Language::En => paper::Language::English,
        },
        title: head.title,
        lead: head.lead,
        sections,
        foot: words.foot.to_owned(),
        made_at: local(now).ok_or(Error::Unexpected("the clock stands outside the calendar"))?,
    };
    let bytes = paper::pdf(&paper).map_err(|_| Error::Unexpected("the paper was not made"))?;
    write_file(&request.path, &bytes)?;
    Ok(Empty {})
}

/// What stands on top.
struct Head {
    title: String,
    lead: Vec<String>,
}

fn unsent_pages(
    app: &App,
    words: &HandoverWords,
    shift: &str,
    draft: &HandoverDraft,
) -> Result<(Head, Vec<Section>), Error> {
    let vault = app.vault()?;
    let (shift, parts) = unsent(app, &vault, shift_id(shift)?, draft)?;
    let names = crate::differences::Names::of(&vault)?;
    let me = vault.team_view().me.ok_or(Error::NotAMember)?;
    let to = draft.to.iter().filter_map(|id| id.parse().ok());
    let to: Vec<String> = to.map(|member| names.name(&member)).collect();
    let head = Head {
        title: titled(words.shift_title, shift.at, words),
        lead: vec![addressed(words, &names.name(&me), &to)],
    };
    let sections = sections(HandoverKind::Shift, parts, words.no_place);
    Ok((head, pages(words, sections, false)))
}

fn sent_pages(
    app: &App,
    words: &HandoverWords,
    request: ReadHandover,
    origin: &Origin,
) -> Result<(Head, Vec<Section>), Error> {
    let file = read_handover(app, request, origin)?;
    let row = file.handover;
    let is_caseload = row.kind == crate::handovers::HandoverKind::Caseload;
    let title = if is_caseload {
        titled(words.caseload_title, Millis(row.at), words)
    } else {
        titled(
            words.shift_title,
            Millis(row.shift_at.unwrap_or(row.at)),
            words,
        )
    };
    let head = Head {
        title,
        lead: vec![addressed(words, &row.by, &row.to)],
    };
    Ok((head, pages(words, file.sections, is_caseload)))
}

fn titled(title: &str, at: Millis, words: &HandoverWords) -> String {
    match local(at) {
        Some(day) => format!("{title} {}", words.day(day)),
        None => title.to_owned(),
    }
}

/// "Van Fatima, voor de volgende dienst."
fn addressed(words: &HandoverWords, by: &str, to: &[String]) -> String {
    let to = if to.is_empty() {
        words.next_shift.to_owned()
    } else {
        to.join(", ")
    };
    format!("{} {by}, {} {to}.", words.from, words.to.to_lowercase())
}

/// `each_alone`: every section on a page of its own, to be handed over one by one.
fn pages(words: &HandoverWords, sections: Vec<HandoverSection>, each_alone: bool) -> Vec<Section> {
    let sections = sections.into_iter().map(|section| {
        let heading = match section.kind {
            SectionKind::Worries => words.worries.to_owned(),
            SectionKind::Agreements => words.agreements.to_owned(),
            SectionKind::Place | SectionKind::Case => {
                section.heading.unwrap_or_else(|| words.no_place.to_owned())
            }
        };
        let mut blocks = Vec::new();
        if let Some(why) = section.why {
            blocks.push(Block::Subheading(words.why.to_owned()));
            blocks.push(Block::Text(why));
        }
        let mut over = None;
        for line in section.lines {
            if line.heading != over {
                blocks.extend(line.heading.clone().map(Block::Subheading));
                over.clone_from(&line.heading);
            }
            blocks.push(block(line));
        }
        Section {
            heading,
            new_page: each_alone,
            blocks,
        }
    });
    sections.collect()
}

fn block(line: ReadLine) -> Block {
    match line.at {
        Some(at) => Block::Line {
            label: clock(Millis(at)),
            text: line.text,
            mark: None,
        },
        None => Block::Text(line.text),
    }
}
