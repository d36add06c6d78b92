//! Out to paper: a tagged PDF (PDF/UA-1) of plain blocks, set by Typst.
//!
//! What people wrote reaches the typesetter as values, never as source: a `#` or `$` in a note stays a `#` or
//! `$`. The layout is `paper/paper.typ`. Fonts are built in; nothing is looked for on the machine.

mod fonts;
mod legible;
mod values;
mod world;

use chrono::{Datelike, NaiveDateTime};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::error::Error;
use crate::net;

/// What the paper is written in: for hyphens, screen readers, and the few words of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// "Pagina 1 van 2".
    Dutch,
    /// "Page 1 of 2".
    English,
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// Of the words in it.
    pub language: Language,
    /// On top, and in the window of whoever opens it.
    pub title: String,
    /// Under the title, one paragraph each.
    pub lead: Vec<String>,
    /// In order.
    pub sections: Vec<Section>,
    /// Small, at the foot of each page, beside the page number.
    pub foot: String,
    /// Local time; its day is in the file's properties.
    pub made_at: NaiveDateTime,
}

/// A part with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// May be empty: then there is none.
    pub heading: String,
    /// Begins on a page of its own: to be handed to one person, or put in one file.
    pub new_page: bool,
    /// In order.
    pub blocks: Vec<Block>,
}

/// A piece of a section. Line ends in texts are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading within the section.
    Subheading(String),
    /// A paragraph.
    Text(String),
    /// Something that happened, or that is to be done.
    Line {
        /// In the margin of the text: a time, a name. All labels of a paper share a column.
        label: String,
        /// What there is to say.
        text: String,
        /// A word or three that qualify it, set apart: "nog niet gedeeld".
        mark: Option<String>,
    },
}

/// Sets the paper. Without a title it is called as its foot, and without that as what made it. Characters that
/// no font here has are shown as a box, and the last line says so.
///
/// # Errors
/// [`Error::NotMade`].
pub fn pdf(paper: &Paper) -> Result<Vec<u8>, Error> {
    let made = world::aside(|| net::catch(Error::NotMade, || export(&set(paper)?)));
    // The typesetter remembers its work for a next time; what people wrote must not stay in memory for that.
    typst::comemo::evict(0);
    made
}

fn set(paper: &Paper) -> Result<PagedDocument, Error> {
    let world = world::World::new(values::of(paper));
    typst::compile(&world).output.map_err(|_| Error::NotMade)
}

fn export(document: &PagedDocument) -> Result<Vec<u8>, Error> {
    let standards = PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|_| Error::NotMade)?;
    let options = PdfOptions {
        creator: Smart::Custom(Some("Nabij".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    typst_pdf::pdf(document, &options).map_err(|_| Error::NotMade)
}

/// The day, as the typesetter holds it; `None` outside the years that it knows. Without the time, which a PDF
/// would call UTC.
fn day(moment: NaiveDateTime) -> Option<Datetime> {
    let small = |number: u32| u8::try_from(number).ok();
    Datetime::from_ymd(moment.year(), small(moment.month())?, small(moment.day())?)
}

#[cfg(test)]
mod tests;
