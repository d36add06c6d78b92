//! Choosing between what colleagues filled in, in words.

use super::{Language, words};

words! {
    /// Nothing waits for a choice, or none was made.
    nothing_differs(): "Er zijn geen verschillen.", "There are no differences.";
    /// Who chose.
    chosen_by(who): "gekozen door {who}", "chosen by {who}";
    /// A choice is saved.
    chosen(): "Gekozen en bewaard op dit apparaat. Terug kan met: nabij difference undo",
        "Chosen and saved on this device. To undo: nabij difference undo";
    /// A choice was taken back.
    choice_taken_back(): "De keuze is teruggenomen. Beide versies staan er weer.",
        "The choice is taken back. Both versions are there again.";
    /// Nothing differs under this id and field.
    no_such_difference(): "Daar is geen verschil. Er is niets veranderd. Kijk met: nabij difference list",
        "Nothing differs there. Nothing has changed. Look with: nabij difference list";
}
