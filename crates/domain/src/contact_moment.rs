//! A contact moment: somebody spoke to a young person, on the street or elsewhere.

use crate::document::{
    Author, Change, Difference, Document, DocumentKind, Fields, Put, Puts, Version, begin, commit,
};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::life_domain::LifeDomains;
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;
use crate::words::words;

/// What kind of contact it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ContactKind {
    /// A talk.
    Conversation,
    /// A message or phone call.
    Message,
    /// At home.
    HomeVisit,
    /// A signal of concern.
    Signal,
    /// A talk with another professional.
    Consultation,
    /// Anything else, and any word a later version adds: such a word stays stored as it is.
    Other,
}

impl ContactKind {
    /// Every kind.
    pub const ALL: [ContactKind; 6] = [
        ContactKind::Conversation,
        ContactKind::Message,
        ContactKind::HomeVisit,
        ContactKind::Signal,
        ContactKind::Consultation,
        ContactKind::Other,
    ];

    /// The stored word.
    pub fn as_str(self) -> &'static str {
        match self {
            ContactKind::Conversation => "conversation",
            ContactKind::Message => "message",
            ContactKind::HomeVisit => "home_visit",
            ContactKind::Signal => "signal",
            ContactKind::Consultation => "consultation",
            ContactKind::Other => "other",
        }
    }

    /// The kind for a stored word; an unknown word reads as [`ContactKind::Other`].
    pub fn parse(word: &str) -> ContactKind {
        ContactKind::ALL
            .into_iter()
            .find(|kind| kind.as_str() == word)
            .unwrap_or(ContactKind::Other)
    }
}

words! {
    /// Whether somebody was reached. Not reached is an honest answer, not a failing.
    ContactOutcome {
        /// Somebody was reached.
        Reached = "reached",
        /// Nobody was reached (niet bereikt).
        NotReached = "not_reached",
    }
}

/// The word to store, none for the usual.
fn not_reached(outcome: ContactOutcome) -> Option<&'static str> {
    (outcome == ContactOutcome::NotReached).then_some(outcome.as_str())
}

/// A contact moment to record. Nothing but words and a moment is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewContactMoment {
    /// The case it belongs to, when somebody knows.
    pub case: Option<Id>,
    /// What the young person is called, up to 200 characters.
    pub nickname: Option<Personal>,
    /// What kind of contact it was.
    pub kind: ContactKind,
    /// What happened, up to 20,000 characters.
    pub text: Personal,
    /// When it happened.
    pub at: Millis,
    /// Where it happened, up to 200 characters.
    pub place: Option<Personal>,
    /// The persons without a case whom it was with.
    pub persons: Vec<Id>,
    /// Whether somebody was reached.
    pub outcome: ContactOutcome,
    /// The parts of a life it was about; none is normal.
    pub life_domains: LifeDomains,
    /// The group it was with.
    pub group: Option<Id>,
    /// The shift in which it happened.
    pub shift: Option<Id>,
    /// The stop of a round at which it happened.
    pub stop: Option<Id>,
    /// How many others the same was written for, in documents of their own.
    pub others: Option<u32>,
    /// The import that made it.
    pub import: Option<Id>,
}

impl NewContactMoment {
    /// One with nothing but what every one has.
    pub fn new(kind: ContactKind, text: Personal, at: Millis) -> NewContactMoment {
        NewContactMoment {
            case: None,
            nickname: None,
            kind,
            text,
            at,
            place: None,
            persons: Vec::new(),
            outcome: ContactOutcome::Reached,
            life_domains: LifeDomains::default(),
            group: None,
            shift: None,
            stop: None,
            others: None,
            import: None,
        }
    }
}

/// A change to a contact moment: `None` leaves a field as it is, `Some(None)` empties it. A field given
/// where colleagues differ settles that difference, also with the value that shows already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactMomentEdit {
    /// Puts it in a case, or takes it out.
    pub case: Option<Option<Id>>,
    /// What the young person is called.
    pub nickname: Option<Option<Personal>>,
    /// What kind of contact it was.
    pub kind: Option<ContactKind>,
    /// What happened.
    pub text: Option<Personal>,
    /// When it happened.
    pub at: Option<Millis>,
    /// Where it happened.
    pub place: Option<Option<Personal>>,
    /// The persons without a case whom it was with.
    pub persons: Option<Vec<Id>>,
    /// Whether somebody was reached.
    pub outcome: Option<ContactOutcome>,
    /// The parts of a life it was about.
    pub life_domains: Option<LifeDomains>,
    /// The group it was with.
    pub group: Option<Option<Id>>,
    /// Takes it back, or puts it back.
    pub withdrawn: Option<bool>,
}

/// A contact moment as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactMoment {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// The case it belongs to.
    pub case: Option<Id>,
    /// What the young person is called.
    pub nickname: Option<Personal>,
    /// What kind of contact it was.
    pub kind: ContactKind,
    /// What happened.
    pub text: Personal,
    /// When it happened.
    pub at: Millis,
    /// Where it happened.
    pub place: Option<Personal>,
    /// The persons without a case whom it was with.
    pub persons: Vec<Id>,
    /// Whether somebody was reached.
    pub outcome: ContactOutcome,
    /// The parts of a life it was about; none is normal.
    pub life_domains: LifeDomains,
    /// The group it was with.
    pub group: Option<Id>,
    /// The shift in which it happened.
    pub shift: Option<Id>,
    /// The stop of a round at which it happened.
    pub stop: Option<Id>,
    /// How many others the same was written for, in documents of their own.
    pub others: Option<u32>,
    /// The import that made it.
    pub import: Option<Id>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::ContactMoment;

/// Records a contact moment.
pub fn create(
    author: &Author,
    new: NewContactMoment,
    now: Millis,
) -> Result<(Document, Change), Refusal> {
    rules::body(Field::Text, &new.text)?;
    let fields = vec![
        (Field::Case, Put::from(new.case)),
        (
            Field::Nickname,
            Put::from(&rules::optional_line(Field::Nickname, new.nickname)?),
        ),
        (Field::Kind, Put::from(new.kind.as_str())),
        (Field::Text, Put::from(&new.text)),
        (Field::At, Put::from(new.at)),
        (
            Field::Place,
            Put::from(&rules::optional_line(Field::Place, new.place)?),
        ),
        (Field::Persons, Put::from(new.persons.as_slice())),
        // Reached is what is written nowhere: so read the moments of the first version.
        (Field::Outcome, Put::from(not_reached(new.outcome))),
        (Field::LifeDomains, Put::from(&new.life_domains)),
        (Field::Group, Put::from(new.group)),
        (Field::Shift, Put::from(new.shift)),
        (Field::Stop, Put::from(new.stop)),
        (Field::Others, Put::from(new.others)),
        (Field::Import, Put::from(new.import)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes a contact moment as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: ContactMomentEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    if let Some(case) = edit.case {
        puts.set(Field::Case, case)?;
    }
    if let Some(nickname) = edit.nickname {
        puts.set(
            Field::Nickname,
            &rules::optional_line(Field::Nickname, nickname)?,
        )?;
    }
    if let Some(kind) = edit.kind {
        let stored = puts.base().text(Field::Kind)?;
        // A word a later version wrote reads as "other" here; choosing "other" must not lose it.
        match ContactKind::parse(stored.as_str()) == kind {
            true => puts.set(Field::Kind, &stored)?,
            false => puts.set(Field::Kind, kind.as_str())?,
        }
    }
    if let Some(text) = edit.text {
        rules::body(Field::Text, &text)?;
        puts.set(Field::Text, &text)?;
    }
    if let Some(at) = edit.at {
        puts.set(Field::At, at)?;
    }
    if let Some(place) = edit.place {
        puts.set(Field::Place, &rules::optional_line(Field::Place, place)?)?;
    }
    puts.value(Field::Persons, edit.persons.as_deref())?;
    puts.value(Field::Outcome, edit.outcome.map(not_reached))?;
    if let Some(domains) = edit.life_domains {
        let domains = domains.replacing(&puts.base().life_domains()?);
        puts.set(Field::LifeDomains, &domains)?;
    }
    puts.value(Field::Group, edit.group)?;
    if let Some(withdrawn) = edit.withdrawn {
        puts.set(Field::Withdrawn, withdrawn)?;
    }
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads a contact moment.
pub fn read(document: &Document) -> Result<ContactMoment, Refusal> {
    read_fields(&Fields::now(document, KIND)?)
}

/// Reads it as it was in a version that the document has been in.
pub fn read_at(document: &Document, version: &Version) -> Result<ContactMoment, Refusal> {
    read_fields(&Fields::then(document, version, KIND)?)
}

fn read_fields(fields: &Fields<'_>) -> Result<ContactMoment, Refusal> {
    Ok(ContactMoment {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        case: fields.optional_id(Field::Case)?,
        nickname: fields.optional_text(Field::Nickname)?,
        kind: ContactKind::parse(fields.text(Field::Kind)?.as_str()),
        text: fields.text(Field::Text)?,
        at: fields.moment(Field::At)?,
        place: fields.optional_text(Field::Place)?,
        persons: fields.ids(Field::Persons)?,
        outcome: fields
            .word(Field::Outcome, ContactOutcome::parse)?
            .unwrap_or(ContactOutcome::Reached),
        life_domains: fields.life_domains()?,
        group: fields.optional_id(Field::Group)?,
        shift: fields.optional_id(Field::Shift)?,
        stop: fields.optional_id(Field::Stop)?,
        others: fields.optional_number(Field::Others)?,
        import: fields.optional_id(Field::Import)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[
            Field::Case,
            Field::Nickname,
            Field::Kind,
            Field::Text,
            Field::At,
            Field::Place,
            Field::Persons,
            Field::Outcome,
            Field::LifeDomains,
            Field::Group,
            Field::Withdrawn,
        ]),
    })
}
