//! Two people filled in one field differently: both stay, until somebody chooses.
//!
//! Everything here is read from the graph of changes, so that every device sees the same differences and the
//! same choices, in whatever order the changes came.

use automerge::{ChangeHash, ObjId, ROOT, ReadDoc, ScalarValue, Value};

use super::Fields;
use super::change::base_actor;
use crate::field::Field;
use crate::id::Millis;
use crate::personal::Personal;

/// A choice that was taken back names the choice before it, and that one the one before. Nobody changes
/// their mind more often; what others send could claim so.
const MOST_CHANGES_OF_MIND: usize = 32;

/// A field that holds more than one value, because colleagues filled it in without having seen each
/// other's. Writing the field on the current version settles it, also when the value stays the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: Field,
    /// Two or more different values, in the same order on every device. While nobody has chosen the one
    /// that shows is last; afterwards the chosen one is marked, and none is if a further value was written.
    pub values: Vec<Alternative>,
    /// Who chose, when the field now holds a value that came out of this difference.
    pub settled: Option<Settled>,
}

/// One of the values of a [`Difference`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The value as text: words as written, a moment as milliseconds, an id as hex, a kind or role as its
    /// stored word, `true` or `false`, and nothing at all as the empty text.
    pub value: Personal,
    /// The app run that wrote it; the store knows whose that was.
    pub actor: [u8; 16],
    /// When that was, as claimed.
    pub at: Millis,
    /// Whether this is the value that the field shows.
    pub chosen: bool,
}

/// Who chose between the values of a [`Difference`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The app run that chose.
    pub actor: [u8; 16],
    /// When, as claimed.
    pub at: Millis,
}

/// A value that stands in a field, with the change that put it there.
#[derive(Clone)]
pub(crate) struct Standing {
    pub(crate) value: ScalarValue,
    pub(crate) change: ChangeHash,
    pub(super) text: Personal,
    pub(super) actor: [u8; 16],
}

/// The values that stood in a field when somebody chose, and the change that chose.
pub(crate) struct Choice {
    pub(crate) between: Vec<Standing>,
    pub(crate) change: ChangeHash,
}

impl Fields<'_> {
    /// The fields among these that hold more than one value, or a value that was chosen from several.
    pub(crate) fn differences(&self, fields: &[Field]) -> Vec<Difference> {
        // Where nobody ever wrote beside anybody, nothing differs and nothing was chosen.
        let metas = self.document.get_changes_meta(&[]);
        if metas.iter().all(|meta| meta.deps.len() < 2) && self.document.get_heads().len() < 2 {
            return Vec::new();
        }
        fields
            .iter()
            .filter_map(|field| self.difference(*field).or_else(|| self.settled(*field)))
            .collect()
    }

    /// The different values of one field. Two people who filled in the same do not differ.
    pub(crate) fn difference(&self, field: Field) -> Option<Difference> {
        let values = self.differing(field)?;
        let last = values.len().saturating_sub(1);
        Some(Difference {
            field,
            values: (0..)
                .zip(&values)
                .map(|(position, standing)| self.told(standing, position == last))
                .collect(),
            settled: None,
        })
    }

    /// The difference out of which the present value of a field came.
    fn settled(&self, field: Field) -> Option<Difference> {
        let choice = self.choice(field)?;
        let now = self.standing(field).pop()?;
        Some(Difference {
            field,
            values: choice
                .between
                .iter()
                .map(|standing| self.told(standing, standing.text == now.text))
                .collect(),
            settled: Some(Settled {
                actor: now.actor,
                at: self.claimed(&choice.change),
            }),
        })
    }

    /// The choice that put the present value there; none while the field differs.
    pub(crate) fn choice(&self, field: Field) -> Option<Choice> {
        if self.differing(field).is_some() {
            return None;
        }
        let now = self.standing(field).pop()?;
        let between = self.before(&now.change)?.differing(field)?;
        Some(Choice {
            between,
            change: now.change,
        })
    }

    /// The values among which a person has to choose, each once, the one that shows last.
    pub(crate) fn differing(&self, field: Field) -> Option<Vec<Standing>> {
        self.differing_within(field, MOST_CHANGES_OF_MIND)
    }

    fn differing_within(&self, field: Field, changes_of_mind: usize) -> Option<Vec<Standing>> {
        let standing = self.standing(field);
        if field == Field::Withdrawn
            && let Some(returned) = self.returned(&standing)
        {
            return Some(returned);
        }
        let mut values: Vec<Standing> = Vec::new();
        for each in standing {
            values.retain(|earlier| earlier.text != each.text);
            values.push(each);
        }
        if values.len() > 1 {
            return Some(values);
        }
        // Taken back: the change that put the value there names the choice that counts no longer.
        let taken_back = self.taken_back(field, &values.pop()?.change)?;
        self.before(&taken_back)?
            .differing_within(field, changes_of_mind.checked_sub(1)?)
    }

    /// Everything that stands in a field: the library gives the oldest first and shows the last.
    pub(super) fn standing(&self, field: Field) -> Vec<Standing> {
        let all = match &self.heads {
            Some(heads) => self.document.get_all_at(ROOT, field.key(), heads),
            None => self.document.get_all(ROOT, field.key()),
        };
        all.unwrap_or_default()
            .into_iter()
            .filter_map(|(value, op)| {
                let (Value::Scalar(value), ObjId::Id(_, actor, _)) = (value, &op) else {
                    return None;
                };
                Some(Standing {
                    text: text_form(&value)?,
                    actor: base_actor(actor.to_bytes())?,
                    change: self.document.hash_for_opid(&op)?,
                    value: value.into_owned(),
                })
            })
            .collect()
    }

    /// The choice that `change` takes back, if it is that kind of change.
    fn taken_back(&self, field: Field, change: &ChangeHash) -> Option<ChangeHash> {
        let key = taken_back_key(field);
        let found = match &self.heads {
            Some(heads) => self.document.get_at(ROOT, &key, heads),
            None => self.document.get(ROOT, &key),
        };
        let (value, op) = found.ok()??;
        if self.document.hash_for_opid(&op)? != *change {
            return None;
        }
        value.as_str()?.parse().ok()
    }

    /// The fields as the author of a change saw them; none for the first change.
    fn before(&self, change: &ChangeHash) -> Option<Fields<'_>> {
        let deps = self.document.get_change_meta_by_hash(change)?.deps;
        (!deps.is_empty()).then(|| Fields::in_version(self.document, Some(deps)))
    }

    fn told(&self, standing: &Standing, chosen: bool) -> Alternative {
        Alternative {
            value: standing.text.clone(),
            actor: standing.actor,
            at: self.claimed(&standing.change),
            chosen,
        }
    }

    fn claimed(&self, change: &ChangeHash) -> Millis {
        let meta = self.document.get_change_meta_by_hash(change);
        Millis(meta.map_or(0, |meta| meta.timestamp))
    }
}

/// Where a document says that a choice about a field was taken back.
pub(super) fn taken_back_key(field: Field) -> String {
    format!("choice_taken_back:{}", field.key())
}

/// A value as a person can read it; `None` for a type we never write.
pub(super) fn text_form(value: &ScalarValue) -> Option<Personal> {
    match value {
        ScalarValue::Str(text) => Some(Personal::from(text.as_str())),
        ScalarValue::Timestamp(millis) => Some(Personal::from(millis.to_string())),
        ScalarValue::Boolean(flag) => Some(Personal::from(flag.to_string())),
        ScalarValue::Uint(number) => Some(Personal::from(number.to_string())),
        ScalarValue::Null => Some(Personal::from("")),
        _ => None,
    }
}
