//! Writing: one change on the version a form was opened on.

use std::borrow::Cow;

use automerge::transaction::{CommitOptions, Transactable};
use automerge::{
    ActorId, Automerge, AutomergeError, ChangeHash, ObjType, ROOT, ReadDoc, ScalarValue, Value,
};

use super::change::branch_actor;
use super::difference::taken_back_key;
use super::fields::Fields;
use super::refused::CannotTakeIn;
use super::version::Version;
use super::{Author, Change, Document, DocumentKind, FORMAT, prose, wall};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::life_domain::LifeDomains;
use crate::personal::Personal;
use crate::refusal::Refusal;
use crate::rules;

/// What is written in one field.
pub(crate) enum Put {
    /// A single value: the last writer's shows, and both stay when neither saw the other.
    Value(ScalarValue),
    /// A text colleagues write together, as it should read; only what differs is written.
    SharedText(String),
    /// That a choice about the field counts no longer.
    ChoiceTakenBack(ChangeHash),
}

impl From<&Personal> for Put {
    fn from(text: &Personal) -> Self {
        Put::Value(ScalarValue::from(text.as_str()))
    }
}

impl From<&Option<Personal>> for Put {
    fn from(text: &Option<Personal>) -> Self {
        text.as_ref()
            .map_or(Put::Value(ScalarValue::Null), Put::from)
    }
}

impl From<Id> for Put {
    fn from(id: Id) -> Self {
        Put::Value(ScalarValue::from(id.to_string()))
    }
}

impl From<Option<Id>> for Put {
    fn from(id: Option<Id>) -> Self {
        id.map_or(Put::Value(ScalarValue::Null), Put::from)
    }
}

impl From<Millis> for Put {
    fn from(moment: Millis) -> Self {
        Put::Value(ScalarValue::Timestamp(moment.0))
    }
}

impl From<Option<Millis>> for Put {
    fn from(moment: Option<Millis>) -> Self {
        moment.map_or(Put::Value(ScalarValue::Null), Put::from)
    }
}

impl From<&[Id]> for Put {
    /// A list is one value, ids with spaces between: two people who set it at once keep both.
    fn from(ids: &[Id]) -> Self {
        if ids.is_empty() {
            return Put::Value(ScalarValue::Null);
        }
        let ids: Vec<String> = ids.iter().map(Id::to_string).collect();
        Put::Value(ScalarValue::from(ids.join(" ")))
    }
}

impl From<Option<u32>> for Put {
    fn from(number: Option<u32>) -> Self {
        let number = number.map(|number| ScalarValue::Uint(u64::from(number)));
        Put::Value(number.unwrap_or(ScalarValue::Null))
    }
}

impl From<&LifeDomains> for Put {
    fn from(domains: &LifeDomains) -> Self {
        match domains.stored() {
            none if none.is_empty() => Put::Value(ScalarValue::Null),
            words => Put::Value(ScalarValue::from(words)),
        }
    }
}

impl From<Option<&'static str>> for Put {
    fn from(code: Option<&'static str>) -> Self {
        code.map_or(Put::Value(ScalarValue::Null), Put::from)
    }
}

impl From<bool> for Put {
    fn from(flag: bool) -> Self {
        Put::Value(ScalarValue::Boolean(flag))
    }
}

impl From<&'static str> for Put {
    fn from(code: &'static str) -> Self {
        Put::Value(ScalarValue::from(code))
    }
}

/// The fields an edit really changes, compared with the version it was made on.
pub(crate) struct Puts<'a> {
    base: Fields<'a>,
    puts: Vec<(Field, Put)>,
}

impl<'a> Puts<'a> {
    /// Starts an edit on `base`.
    pub(crate) fn on(
        document: &'a Document,
        base: &Version,
        expected: DocumentKind,
    ) -> Result<Self, Refusal> {
        if document.kind() != expected {
            return Err(Refusal::WrongKind { expected });
        }
        if !document.knows(base) {
            return Err(Refusal::UnknownVersion);
        }
        Ok(Puts {
            base: Fields::at(document, base),
            puts: Vec::new(),
        })
    }

    /// The fields in the version the edit was made on.
    pub(crate) fn base(&self) -> &Fields<'a> {
        &self.base
    }

    /// Writes a field, unless it already reads so and nobody needs to choose.
    pub(crate) fn set(&mut self, field: Field, put: impl Into<Put>) -> Result<(), Refusal> {
        let put = put.into();
        let same = match &put {
            Put::Value(value) => {
                self.base.scalar(field)? == *value && self.base.difference(field).is_none()
            }
            Put::SharedText(text) => self.base.shared_text(field)?.as_str() == text,
            Put::ChoiceTakenBack(_) => false,
        };
        if !same {
            self.puts.push((field, put));
        }
        Ok(())
    }

    /// Writes a line that must have words, when the edit names it.
    pub(crate) fn line(&mut self, field: Field, text: Option<Personal>) -> Result<(), Refusal> {
        let Some(text) = text else { return Ok(()) };
        rules::line(field, &text)?;
        self.set(field, &text)
    }

    /// Writes or empties a line, when the edit names it.
    pub(crate) fn optional_line(
        &mut self,
        field: Field,
        text: Option<Option<Personal>>,
    ) -> Result<(), Refusal> {
        let Some(text) = text else { return Ok(()) };
        self.set(field, &rules::optional_line(field, text)?)
    }

    /// Writes a body that must have words, when the edit names it.
    pub(crate) fn body(&mut self, field: Field, text: Option<Personal>) -> Result<(), Refusal> {
        let Some(text) = text else { return Ok(()) };
        rules::body(field, &text)?;
        self.set(field, &text)
    }

    /// Writes or empties a body, when the edit names it.
    pub(crate) fn optional_body(
        &mut self,
        field: Field,
        text: Option<Option<Personal>>,
    ) -> Result<(), Refusal> {
        let Some(text) = text else { return Ok(()) };
        self.set(field, &rules::optional_body(field, text)?)
    }

    /// Writes any other value, when the edit names it.
    pub(crate) fn value(
        &mut self,
        field: Field,
        put: Option<impl Into<Put>>,
    ) -> Result<(), Refusal> {
        match put {
            Some(put) => self.set(field, put),
            None => Ok(()),
        }
    }

    /// What is left to write.
    pub(crate) fn into_puts(self) -> Vec<(Field, Put)> {
        self.puts
    }
}

/// Starts a document: its first change holds every field and every container.
pub(crate) fn begin(
    kind: DocumentKind,
    author: &Author,
    now: Millis,
    fields: Vec<(Field, Put)>,
) -> Result<(Document, Change), Refusal> {
    let member = author.member;
    let (document, change) = wall::guarded(|| {
        let mut inner = Automerge::new();
        inner.set_actor(ActorId::from(author.actor));
        let change = write(&mut inner, now, |tx| {
            tx.put(ROOT, "kind", kind.as_str())?;
            tx.put(ROOT, "format", u64::from(FORMAT))?;
            put(tx, Field::By, &Put::from(member))?;
            put(tx, Field::RecordedAt, &Put::from(now))?;
            fields.iter().try_for_each(|(field, value)| match value {
                // What is left out is not written: reading gives nothing either way.
                Put::Value(ScalarValue::Null) => Ok(()),
                value => put(tx, *field, value),
            })
        })?;
        let taken = Document::take_in(None, std::slice::from_ref(&change))?;
        Ok((taken.document.ok_or(CannotTakeIn::Malformed)?, change))
    })?;
    Ok((document, change))
}

/// Writes what [`Puts`] found, on `base`, and merges it into the document. `None` = nothing to write. On
/// `Err` the document is as it was.
pub(crate) fn commit(
    document: &mut Document,
    base: &Version,
    author: &Author,
    now: Millis,
    puts: Vec<(Field, Put)>,
) -> Result<Option<Change>, Refusal> {
    if puts.is_empty() {
        return Ok(None);
    }
    let (merged, change) = wall::guarded(|| {
        let heads = base.heads();
        let mut inner = if *base == document.version() {
            document.inner().clone()
        } else {
            // Only what the author saw: the newer changes merge with this one as if they were elsewhere.
            document
                .inner()
                .fork_at(&heads)
                .map_err(|_| CannotTakeIn::Malformed)?
        };
        inner.set_actor(free_actor(document, base, author)?);
        let change = write(&mut inner, now, |tx| {
            puts.iter()
                .try_for_each(|(field, value)| put(tx, *field, value))
        })?;
        // Our own change passes the same wall as anybody's.
        let taken = Document::take_in(Some(document), std::slice::from_ref(&change))?;
        Ok((taken.document.ok_or(CannotTakeIn::Malformed)?, change))
    })?;
    *document = merged;
    Ok(Some(change))
}

/// The author's actor, or its first branch that wrote nothing after `base`. An actor counts its changes, so
/// it cannot write a second "third change" beside the one it already wrote.
fn free_actor(
    document: &Document,
    base: &Version,
    author: &Author,
) -> Result<ActorId, CannotTakeIn> {
    let taken = document.actors_since(&base.heads());
    (0..=u16::MAX)
        .map(|branch| branch_actor(author.actor, branch))
        .find(|actor| !taken.contains(actor))
        .map(ActorId::from)
        .ok_or(CannotTakeIn::ActorReused)
}

/// One transaction, given back as the change it made. Automerge calls its time seconds but only carries the
/// number; we write milliseconds.
fn write(
    document: &mut Automerge,
    now: Millis,
    fill: impl FnOnce(&mut automerge::transaction::Transaction<'_>) -> Result<(), AutomergeError>,
) -> Result<Change, CannotTakeIn> {
    let mut tx = document.transaction();
    fill(&mut tx).map_err(|_| CannotTakeIn::Malformed)?;
    let (hash, _) = tx.commit_with(CommitOptions::default().with_time(now.0));
    let change = hash.and_then(|hash| document.get_change_by_hash(&hash));
    let change = change.ok_or(CannotTakeIn::Malformed)?;
    Ok(Change::from_bytes(change.raw_bytes().to_vec()))
}

fn put(
    tx: &mut automerge::transaction::Transaction<'_>,
    field: Field,
    value: &Put,
) -> Result<(), AutomergeError> {
    match value {
        Put::Value(value) => {
            // The library leaves out what stands there already. It is written to say that somebody chose it.
            let stands = tx.get(ROOT, field.key())?;
            if stands.is_some_and(|(stands, _)| stands == Value::Scalar(Cow::Borrowed(value))) {
                let other = match value {
                    ScalarValue::Null => ScalarValue::Boolean(false),
                    _ => ScalarValue::Null,
                };
                tx.put(ROOT, field.key(), other)?;
            }
            tx.put(ROOT, field.key(), value.clone())
        }
        Put::ChoiceTakenBack(choice) => tx.put(ROOT, taken_back_key(field), choice.to_string()),
        Put::SharedText(text) => {
            let object = match tx.get(ROOT, field.key())? {
                Some((Value::Object(ObjType::Text), object)) => object,
                _ => tx.put_object(ROOT, field.key(), ObjType::Text)?,
            };
            let old = tx.text(&object)?;
            prose::splices(&old, text).iter().try_for_each(|splice| {
                let remove = isize::try_from(splice.remove).unwrap_or(isize::MAX);
                tx.splice_text(&object, splice.at, remove, &splice.insert)
            })
        }
    }
}
