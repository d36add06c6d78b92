//! Reading the single values of a document, now or as they were in an older version.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::str::FromStr;

use automerge::{Automerge, ChangeHash, ObjType, ROOT, ReadDoc, ScalarValue, Value};

use super::version::Version;
use super::{Document, DocumentKind};
use crate::field::Field;
use crate::id::{Id, Millis};
use crate::life_domain::LifeDomains;
use crate::personal::Personal;
use crate::refusal::Refusal;

/// The root of a document in one version.
pub(crate) struct Fields<'a> {
    pub(super) document: &'a Automerge,
    /// Of which version; none is the newest.
    pub(super) heads: Option<Vec<ChangeHash>>,
    /// Read in one pass: seeking each by itself takes as long as reading all.
    scalars: OnceCell<HashMap<String, Option<ScalarValue>>>,
}

impl<'a> Fields<'a> {
    pub(super) fn in_version(document: &'a Automerge, heads: Option<Vec<ChangeHash>>) -> Self {
        Fields {
            document,
            heads,
            scalars: OnceCell::new(),
        }
    }

    /// The fields as they are now.
    pub(crate) fn now(document: &'a Document, expected: DocumentKind) -> Result<Self, Refusal> {
        if document.kind() != expected {
            return Err(Refusal::WrongKind { expected });
        }
        Ok(Fields::in_version(document.inner(), None))
    }

    /// The fields as they were in an older version, which the document must know.
    pub(crate) fn at(document: &'a Document, version: &Version) -> Self {
        Fields::in_version(document.inner(), Some(version.heads()))
    }

    /// The fields as the author of one change left them.
    pub(crate) fn of(document: &'a Document, change: ChangeHash) -> Self {
        Fields::in_version(document.inner(), Some(vec![change]))
    }

    /// Words that must be there.
    pub(crate) fn text(&self, field: Field) -> Result<Personal, Refusal> {
        self.optional_text(field)?
            .ok_or(Refusal::Unreadable { field })
    }

    /// Words that may be left out.
    pub(crate) fn optional_text(&self, field: Field) -> Result<Option<Personal>, Refusal> {
        match self.scalar(field)? {
            ScalarValue::Str(text) => Ok(Some(Personal::from(text.as_str()))),
            ScalarValue::Null => Ok(None),
            _ => Err(Refusal::Unreadable { field }),
        }
    }

    /// The text colleagues write together.
    pub(crate) fn shared_text(&self, field: Field) -> Result<Personal, Refusal> {
        let unreadable = Refusal::Unreadable { field };
        let found = match &self.heads {
            Some(heads) => self.document.get_at(ROOT, field.key(), heads),
            None => self.document.get(ROOT, field.key()),
        };
        let text = match found {
            Ok(Some((Value::Object(ObjType::Text), object))) => match &self.heads {
                Some(heads) => self.document.text_at(&object, heads),
                None => self.document.text(&object),
            },
            _ => return Err(unreadable),
        };
        text.map(Personal::from).map_err(|_| unreadable)
    }

    /// An id that must be there.
    pub(crate) fn id(&self, field: Field) -> Result<Id, Refusal> {
        self.optional_id(field)?
            .ok_or(Refusal::Unreadable { field })
    }

    /// An id that may be left out.
    pub(crate) fn optional_id(&self, field: Field) -> Result<Option<Id>, Refusal> {
        let text = self.optional_text(field)?;
        text.map(|text| Id::from_str(text.as_str()).map_err(|_| Refusal::Unreadable { field }))
            .transpose()
    }

    /// A moment that must be there.
    pub(crate) fn moment(&self, field: Field) -> Result<Millis, Refusal> {
        match self.scalar(field)? {
            ScalarValue::Timestamp(millis) => Ok(Millis(millis)),
            _ => Err(Refusal::Unreadable { field }),
        }
    }

    /// A moment that may be left out.
    pub(crate) fn optional_moment(&self, field: Field) -> Result<Option<Millis>, Refusal> {
        match self.scalar(field)? {
            ScalarValue::Timestamp(millis) => Ok(Some(Millis(millis))),
            ScalarValue::Null => Ok(None),
            _ => Err(Refusal::Unreadable { field }),
        }
    }

    /// A list of ids; left out is empty.
    pub(crate) fn ids(&self, field: Field) -> Result<Vec<Id>, Refusal> {
        let Some(text) = self.optional_text(field)? else {
            return Ok(Vec::new());
        };
        text.as_str()
            .split_whitespace()
            .map(|id| Id::from_str(id).map_err(|_| Refusal::Unreadable { field }))
            .collect()
    }

    /// A count that may be left out.
    pub(crate) fn optional_number(&self, field: Field) -> Result<Option<u32>, Refusal> {
        match self.scalar(field)? {
            ScalarValue::Uint(number) => u32::try_from(number)
                .map(Some)
                .map_err(|_| Refusal::Unreadable { field }),
            ScalarValue::Null => Ok(None),
            _ => Err(Refusal::Unreadable { field }),
        }
    }

    /// A stored word that may be left out, read by `parse`; one of a later version reads as left out.
    pub(crate) fn word<T>(
        &self,
        field: Field,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, Refusal> {
        let word = self.optional_text(field)?;
        Ok(word.and_then(|word| parse(word.as_str())))
    }

    /// Parts of a life; left out is none.
    pub(crate) fn life_domains(&self) -> Result<LifeDomains, Refusal> {
        let words = self.optional_text(Field::LifeDomains)?;
        Ok(words.map_or_else(LifeDomains::default, |words| {
            LifeDomains::parse(words.as_str())
        }))
    }

    /// Yes or no; left out is no.
    pub(crate) fn flag(&self, field: Field) -> Result<bool, Refusal> {
        match self.scalar(field)? {
            ScalarValue::Boolean(flag) => Ok(flag),
            ScalarValue::Null => Ok(false),
            _ => Err(Refusal::Unreadable { field }),
        }
    }

    /// The stored value; left out and emptied are both `Null`.
    pub(crate) fn scalar(&self, field: Field) -> Result<ScalarValue, Refusal> {
        match self.scalars.get_or_init(|| self.read()).get(field.key()) {
            None => Ok(ScalarValue::Null),
            Some(Some(value)) => Ok(value.clone()),
            Some(None) => Err(Refusal::Unreadable { field }),
        }
    }

    /// Every value by its key; none for what is not a single value.
    fn read(&self) -> HashMap<String, Option<ScalarValue>> {
        let all = match &self.heads {
            Some(heads) => self.document.map_range_at(ROOT, .., heads),
            None => self.document.map_range(ROOT, ..),
        };
        all.map(|item| {
            let value = match item.value.into_value() {
                Value::Scalar(value) => Some(value.into_owned()),
                Value::Object(_) => None,
            };
            (item.key.into_owned(), value)
        })
        .collect()
    }
}
