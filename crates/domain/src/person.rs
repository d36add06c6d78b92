//! Somebody without a case, by nickname: no birth date, no photograph, and not kept for ever.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;
use crate::words::words;

words! {
    /// For what purpose (doel) somebody without a case is kept longer than the term.
    Purpose {
        /// Asks for help (hulpvraag).
        Help = "help",
        /// Safety of this person or others (veiligheid).
        Safety = "safety",
        /// There is an agreement to keep (lopende afspraak).
        Agreement = "agreement",
    }
}

/// How long somebody without a purpose is kept after having been seen last, in milliseconds: 90 days.
pub const KEPT_WITHOUT_PURPOSE: i64 = 90 * 24 * 60 * 60 * 1000;

/// When somebody who was seen last at `seen` is not kept any longer; `None`: as long as there is a purpose.
pub fn expires_at(purpose: Option<Purpose>, seen: Millis) -> Option<Millis> {
    match purpose {
        Some(_) => None,
        None => Some(Millis(seen.0.saturating_add(KEPT_WITHOUT_PURPOSE))),
    }
}

/// Somebody to remember. Only a nickname is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// What the coach calls this person, up to 200 characters.
    pub nickname: Personal,
    /// By what to know this person again, up to 20,000 characters.
    pub text: Option<Personal>,
    /// The group this person is met with.
    pub group: Option<Id>,
    /// The place where this person was met last.
    pub place: Option<Id>,
    /// For what purpose this person is kept; none: 90 days after having been seen last.
    pub purpose: Option<Purpose>,
    /// The import that made it.
    pub import: Option<Id>,
}

/// A change to a person: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonEdit {
    /// What the coach calls this person, up to 200 characters.
    pub nickname: Option<Personal>,
    /// By what to know this person again, up to 20,000 characters.
    pub text: Option<Option<Personal>>,
    /// The group this person is met with.
    pub group: Option<Option<Id>>,
    /// The place where this person was met last.
    pub place: Option<Option<Id>>,
    /// For what purpose this person is kept; none: 90 days after having been seen last.
    pub purpose: Option<Option<Purpose>>,
}

/// A person as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// What the coach calls this person, up to 200 characters.
    pub nickname: Personal,
    /// By what to know this person again, up to 20,000 characters.
    pub text: Option<Personal>,
    /// The group this person is met with.
    pub group: Option<Id>,
    /// The place where this person was met last.
    pub place: Option<Id>,
    /// For what purpose this person is kept; none: 90 days after having been seen last.
    pub purpose: Option<Purpose>,
    /// The import that made it.
    pub import: Option<Id>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Person;

/// Remembers somebody.
pub fn create(author: &Author, new: NewPerson, now: Millis) -> Result<(Document, Change), Refusal> {
    rules::line(Field::Nickname, &new.nickname)?;
    let fields = vec![
        (Field::Nickname, Put::from(&new.nickname)),
        (
            Field::Text,
            Put::from(&rules::optional_body(Field::Text, new.text)?),
        ),
        (Field::Group, Put::from(new.group)),
        (Field::Place, Put::from(new.place)),
        (Field::Purpose, Put::from(new.purpose.map(Purpose::as_str))),
        (Field::Import, Put::from(new.import)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes it as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: PersonEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    puts.line(Field::Nickname, edit.nickname)?;
    puts.optional_body(Field::Text, edit.text)?;
    puts.value(Field::Group, edit.group)?;
    puts.value(Field::Place, edit.place)?;
    puts.value(
        Field::Purpose,
        edit.purpose.map(|word| word.map(Purpose::as_str)),
    )?;
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads it.
pub fn read(document: &Document) -> Result<Person, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Person {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        nickname: fields.text(Field::Nickname)?,
        text: fields.optional_text(Field::Text)?,
        group: fields.optional_id(Field::Group)?,
        place: fields.optional_id(Field::Place)?,
        purpose: fields.word(Field::Purpose, Purpose::parse)?,
        import: fields.optional_id(Field::Import)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[
            Field::Nickname,
            Field::Text,
            Field::Group,
            Field::Place,
            Field::Purpose,
            Field::Withdrawn,
        ]),
    })
}
