//! A stop of a round: a place, a head count, a mood; no names. A person enters only with a purpose, in a contact
//! moment.

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
    /// What the mood (sfeer) was, in five words.
    Mood {
        /// Rustig.
        Calm = "calm",
        /// Gezellig.
        Friendly = "friendly",
        /// Onrustig.
        Restless = "restless",
        /// Gespannen.
        Tense = "tense",
        /// Grimmig.
        Grim = "grim",
    }
}

/// A stop to record. Only the place is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStop {
    /// The shift it belongs to.
    pub shift: Id,
    /// The round it belongs to.
    pub round: Option<Id>,
    /// Where, from the team's list.
    pub place: Id,
    /// When.
    pub at: Millis,
    /// How many people stood there.
    pub head_count: Option<u32>,
    /// What the mood was.
    pub mood: Option<Mood>,
    /// The group that was met.
    pub group: Option<Id>,
    /// What was talked about, up to 200 characters.
    pub topic: Option<Personal>,
    /// What was agreed, up to 200 characters.
    pub agreement: Option<Personal>,
    /// What comes next, up to 200 characters.
    pub next_step: Option<Personal>,
}

/// A change to a stop: `None` leaves a field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StopEdit {
    /// Where, from the team's list.
    pub place: Option<Id>,
    /// When.
    pub at: Option<Millis>,
    /// How many people stood there.
    pub head_count: Option<Option<u32>>,
    /// What the mood was.
    pub mood: Option<Option<Mood>>,
    /// The group that was met.
    pub group: Option<Option<Id>>,
    /// What was talked about, up to 200 characters.
    pub topic: Option<Option<Personal>>,
    /// What was agreed, up to 200 characters.
    pub agreement: Option<Option<Personal>>,
    /// What comes next, up to 200 characters.
    pub next_step: Option<Option<Personal>>,
}

/// A stop as it reads now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Who recorded it.
    pub by: Id,
    /// When it was recorded.
    pub recorded_at: Millis,
    /// The shift it belongs to.
    pub shift: Id,
    /// The round it belongs to.
    pub round: Option<Id>,
    /// Where, from the team's list.
    pub place: Id,
    /// When.
    pub at: Millis,
    /// How many people stood there.
    pub head_count: Option<u32>,
    /// What the mood was.
    pub mood: Option<Mood>,
    /// The group that was met.
    pub group: Option<Id>,
    /// What was talked about, up to 200 characters.
    pub topic: Option<Personal>,
    /// What was agreed, up to 200 characters.
    pub agreement: Option<Personal>,
    /// What comes next, up to 200 characters.
    pub next_step: Option<Personal>,
    /// Taken back.
    pub withdrawn: bool,
    /// Fields colleagues filled in differently.
    pub differences: Vec<Difference>,
}

const KIND: DocumentKind = DocumentKind::Stop;

/// Records a stop.
pub fn create(author: &Author, new: NewStop, now: Millis) -> Result<(Document, Change), Refusal> {
    let fields = vec![
        (Field::Shift, Put::from(new.shift)),
        (Field::Round, Put::from(new.round)),
        (Field::Place, Put::from(new.place)),
        (Field::At, Put::from(new.at)),
        (Field::HeadCount, Put::from(new.head_count)),
        (Field::Mood, Put::from(new.mood.map(Mood::as_str))),
        (Field::Group, Put::from(new.group)),
        (
            Field::Topic,
            Put::from(&rules::optional_line(Field::Topic, new.topic)?),
        ),
        (
            Field::Agreement,
            Put::from(&rules::optional_line(Field::Agreement, new.agreement)?),
        ),
        (
            Field::NextStep,
            Put::from(&rules::optional_line(Field::NextStep, new.next_step)?),
        ),
        (Field::Withdrawn, Put::from(false)),
    ];
    begin(KIND, author, now, fields)
}

/// Changes it as it read in `base`. What colleagues wrote since stays. `None`: nothing changed.
pub fn edit(
    document: &mut Document,
    base: &Version,
    edit: StopEdit,
    author: &Author,
    now: Millis,
) -> Result<Option<Change>, Refusal> {
    let mut puts = Puts::on(document, base, KIND)?;
    puts.value(Field::Place, edit.place)?;
    puts.value(Field::At, edit.at)?;
    puts.value(Field::HeadCount, edit.head_count)?;
    puts.value(Field::Mood, edit.mood.map(|word| word.map(Mood::as_str)))?;
    puts.value(Field::Group, edit.group)?;
    puts.optional_line(Field::Topic, edit.topic)?;
    puts.optional_line(Field::Agreement, edit.agreement)?;
    puts.optional_line(Field::NextStep, edit.next_step)?;
    let puts = puts.into_puts();
    commit(document, base, author, now, puts)
}

/// Reads it.
pub fn read(document: &Document) -> Result<Stop, Refusal> {
    let fields = Fields::now(document, KIND)?;
    Ok(Stop {
        by: fields.id(Field::By)?,
        recorded_at: fields.moment(Field::RecordedAt)?,
        shift: fields.id(Field::Shift)?,
        round: fields.optional_id(Field::Round)?,
        place: fields.id(Field::Place)?,
        at: fields.moment(Field::At)?,
        head_count: fields.optional_number(Field::HeadCount)?,
        mood: fields.word(Field::Mood, Mood::parse)?,
        group: fields.optional_id(Field::Group)?,
        topic: fields.optional_text(Field::Topic)?,
        agreement: fields.optional_text(Field::Agreement)?,
        next_step: fields.optional_text(Field::NextStep)?,
        withdrawn: fields.withdrawn()?,
        differences: fields.differences(&[
            Field::Place,
            Field::At,
            Field::HeadCount,
            Field::Mood,
            Field::Group,
            Field::Topic,
            Field::Agreement,
            Field::NextStep,
            Field::Withdrawn,
        ]),
    })
}
