//! What is wrong with a row of a file to import, in the words of the window.

use super::Language;

/// The words for a reason of the door; the reason itself when a newer core has another one.
pub fn say(language: Language, reason: &str, other_row: Option<u64>) -> String {
    let (nl, en) = match reason {
        "dateMissing" => (
            "Er staat een tekst, maar geen datum.",
            "There is a text, but no date.",
        ),
        "dateUnreadable" => ("Dit is geen datum.", "This is not a date."),
        "dateInFuture" => (
            "Deze datum ligt in de toekomst.",
            "This date is in the future.",
        ),
        "dateTooOld" => ("Deze datum ligt voor 1990.", "This date is before 1990."),
        "timeUnreadable" => ("Dit is geen tijd.", "This is not a time."),
        "kindUnknown" => (
            "Deze soort contact kent Nabij niet.",
            "Nabij does not know this kind of contact.",
        ),
        "lifeDomainUnknown" => (
            "Dit leefgebied kent Nabij niet.",
            "Nabij does not know this life domain.",
        ),
        "outcomeUnknown" => ("Hier moet ja of nee staan.", "This must be yes or no."),
        "textMissing" => (
            "Er staat een datum, maar geen tekst.",
            "There is a date, but no text.",
        ),
        "textTooLong" => (
            "Deze tekst is langer dan 20.000 tekens.",
            "This text is longer than 20,000 characters.",
        ),
        "nameTooLong" => (
            "Dit is langer dan 200 tekens.",
            "This is longer than 200 characters.",
        ),
        "spreadsheetFault" => (
            "Hier staat een fout van Excel.",
            "This is a fault of Excel.",
        ),
        "raggedRow" => (
            "Deze rij heeft meer cellen dan er kolommen zijn.",
            "This row has more cells than there are columns.",
        ),
        "duplicateInFile" => return duplicate(language, other_row.unwrap_or(0)),
        "duplicateHere" => ("Dit staat al in Nabij.", "This is in Nabij already."),
        "dueUnreadable" => (
            "Deze dag van de actie is geen datum.",
            "This day of the action is not a date.",
        ),
        "dueUnlikely" => (
            "Deze dag van de actie ligt voor 1990 of meer dan tien jaar vooruit.",
            "This day of the action is before 1990 or more than ten years ahead.",
        ),
        "actionMissing" => (
            "Er staat een dag, maar geen actie.",
            "There is a day, but no action.",
        ),
        "caseAmbiguous" => (
            "Er is meer dan één casus met deze naam.",
            "There is more than one case with this name.",
        ),
        other => (other, other),
    };
    language.pick(nl, en).to_owned()
}

fn duplicate(language: Language, row: u64) -> String {
    match language {
        Language::Nl => format!("Dit staat ook in rij {row}."),
        Language::En => format!("Row {row} says the same."),
    }
}
