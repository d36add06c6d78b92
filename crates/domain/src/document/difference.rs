//! Two people filled in one field differently: both stay, until somebody chooses.

use crate::field::Field;
use crate::personal::Personal;

/// A field that holds more than one value, because colleagues filled it in without having seen each
/// other's. Writing the field on the current version settles it, also when the value stays the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field.
    pub field: Field,
    /// Two or more different values, in the same order on every device; the chosen one is last.
    pub values: Vec<Alternative>,
}

/// One of the values of a [`Difference`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The value as text: words as written, a moment as milliseconds, an id as hex, a kind or role as its
    /// stored word, `true` or `false`, and nothing at all as the empty text.
    pub value: Personal,
    /// The app run that wrote it; the store knows whose that was.
    pub actor: [u8; 16],
    /// Whether this is the value shown in the field until somebody chooses.
    pub chosen: bool,
}
