//! An action: what was agreed, with whom, by when. Its owner may be a colleague, the young person, the neighbour.

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
    /// How an action (afspraak, actie) stands. Each way of ending is as good as another.
    ActionOutcome {
        /// Still to do.
        Open = "open",
        /// Done (gedaan).
        Done = "done",
        /// Deliberately not done (bewust niet gedaan).
        DeliberatelyNot = "deliberately_not",
        /// The person was not reached (niet bereikt).
        NotReached = "not_reached",
    }
}

/// An action to write down. Only the words are needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAction {
    /// The case it belongs to.
    pub case: Option<Id>,
    /// The person without a case whom it is about.
    pub person: Option<Id>,
    /// The contact moment in which it was agreed.
    pub contact_moment: Option<Id>,
    /// The shift in which it was agreed.
    pub shift: Option<Id>,
    /// What, up to 20,000 characters.
    pub text: Personal,
    /// The colleague who does it.
    pub colleague: Option<Id>,
    /// Who else does it, in words: "Daan zelf", "de buurvrouw".
    pub owner: Option<Personal>,
    /// By when.
    pub due: Option<Millis>,
    /// Whether the hour counts, not only the day.
    pub due_hour: bool,
    /// The import that made it.
    pub import: Option<Id>,
}

/// A change to an action: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionEdit {
    /// The person without a case whom it is about.
    pub person: Option<Option<Id>>,
    /// What, up to 20,000 characters.
    pub text: Option<Personal>,
    /// The colleague who does it.
    pub colleague: Option<Option<Id>>,
    /// Who else does it, in words: "Daan zelf", "de buurvrouw".
    pub owner: Option<Option<Personal>>,
    /// By when.
    pub due: Option<Option<Millis>>,
    /// Whether the hour counts, not only the day.
    pub due_hour: Option<bool>,
    /// How it stands.
    pub outcome: Option<ActionOutcome>,
    /// When it ended.
    pub ended_at: Option<Option<Millis>>,
}

/// An action as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// The case it belongs to.
    pub case: Option<Id>,
    /// The person without a case whom it is about.
    pub person: Option<Id>,
    /// The contact moment in which it was agreed.
    pub contact_moment: Option<Id>,
    /// The shift in which it was agreed.
    pub shift: Option<Id>,
    /// What, up to 20,000 characters.
    pub text: Personal,
    /// The colleague who does it.
    pub colleague: Option<Id>,
    /// Who else does it, in words: "Daan zelf", "de buurvrouw".
    pub owner: Option<Personal>,
    /// By when.
    pub due: Option<Millis>,
    /// Whether the hour counts, not only the day.
    pub due_hour: bool,
    /// How it stands.
    pub outcome: ActionOutcome,
    /// When it ended.
    pub ended_at: Option<Millis>,
    /// The import that made it.
    pub import: Option<Id>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Action;

/// Writes an action down.
pub fn create(author: &Author, new: NewAction, now: Millis) -> Result<(Document, Change), Refusal> {
    rules::body(Field::Text, &new.text)?;
    let fields = vec![
        (Field::Case, Put::from(new.case)),
        (Field::Person, Put::from(new.person)),
        (Field::ContactMoment, Put::from(new.contact_moment)),
        (Field::Shift, Put::from(new.shift)),
        (Field::Text, Put::from(&new.text)),
        (Field::Member, Put::from(new.colleague)),
        (
            Field::Owner,
            Put::from(&rules::optional_line(Field::Owner, new.owner)?),
        ),
        (Field::Due, Put::from(new.due)),
        (Field::DueHour, Put::from(new.due_hour)),
        (Field::Import, Put::from(new.import)),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes it as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: ActionEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    puts.value(Field::Person, edit.person)?;
    puts.body(Field::Text, edit.text)?;
    puts.value(Field::Member, edit.colleague)?;
    puts.optional_line(Field::Owner, edit.owner)?;
    puts.value(Field::Due, edit.due)?;
    puts.value(Field::DueHour, edit.due_hour)?;
    puts.value(Field::Outcome, edit.outcome.map(ActionOutcome::as_str))?;
    puts.value(Field::EndedAt, edit.ended_at)?;
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads it.
pub fn read(document: &Document) -> Result<Action, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Action {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        case: fields.optional_id(Field::Case)?,
        person: fields.optional_id(Field::Person)?,
        contact_moment: fields.optional_id(Field::ContactMoment)?,
        shift: fields.optional_id(Field::Shift)?,
        text: fields.text(Field::Text)?,
        colleague: fields.optional_id(Field::Member)?,
        owner: fields.optional_text(Field::Owner)?,
        due: fields.optional_moment(Field::Due)?,
        due_hour: fields.flag(Field::DueHour)?,
        outcome: fields
            .word(Field::Outcome, ActionOutcome::parse)?
            .unwrap_or(ActionOutcome::Open),
        ended_at: fields.optional_moment(Field::EndedAt)?,
        import: fields.optional_id(Field::Import)?,
        withdrawn: fields.withdrawn()?,
        // When it ended goes with how it ended, and whether the hour counts with when it is due: who
        // chooses the one settles the other.
        differences: fields.differences(&[
            Field::Text,
            Field::Member,
            Field::Owner,
            Field::Due,
            Field::Outcome,
            Field::Withdrawn,
        ]),
    })
}
