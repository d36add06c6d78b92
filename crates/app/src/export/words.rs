//! The words in exported files, in both languages. A file is for people and for [`crate::import`], which knows all
//! of these.

use crate::settings::Language;
use nabij_domain::action::ActionOutcome;
use nabij_domain::{ContactKind, ContactOutcome, LifeDomain};

fn pick(language: Language, nl: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

/// Headings: Dutch, then English.
pub(super) fn header(language: Language, headings: &[(&'static str, &'static str)]) -> Vec<String> {
    headings
        .iter()
        .map(|(nl, en)| pick(language, nl, en).to_owned())
        .collect()
}

pub(super) const CASE: (&str, &str) = ("Casus", "Case");
pub(super) const NICKNAME: (&str, &str) = ("Bijnaam", "Nickname");
pub(super) const DATE: (&str, &str) = ("Datum", "Date");
pub(super) const KIND: (&str, &str) = ("Soort", "Kind");
pub(super) const TEXT: (&str, &str) = ("Wat er gebeurde", "What happened");
pub(super) const PLACE: (&str, &str) = ("Plek", "Place");
pub(super) const LIFE_DOMAINS: (&str, &str) = ("Leefgebieden", "Life domains");
pub(super) const REACHED: (&str, &str) = ("Bereikt", "Reached");
pub(super) const BY: (&str, &str) = ("Vastgelegd door", "Recorded by");
pub(super) const ACTION: (&str, &str) = ("Actie", "Action");
pub(super) const DUE: (&str, &str) = ("Voor wanneer", "By when");
pub(super) const OWNER: (&str, &str) = ("Wie", "Who");
pub(super) const STATUS: (&str, &str) = ("Stand", "Status");
pub(super) const LAST: (&str, &str) = ("Laatste contact", "Last contact");
pub(super) const MOMENTS: (&str, &str) = ("Aantal contactmomenten", "Number of contact moments");
pub(super) const COLLEAGUES: (&str, &str) = ("Collega’s", "Colleagues");
pub(super) const KNOWN_BY: (&str, &str) = ("Herkenning", "Known by");
pub(super) const RECORDED_AT: (&str, &str) = ("Vastgelegd op", "Recorded on");
pub(super) const FOUND: (&str, &str) = ("Gevonden in", "Found in");

pub(super) fn kind(language: Language, kind: ContactKind) -> &'static str {
    let (nl, en) = match kind {
        ContactKind::Conversation => ("gesprek", "conversation"),
        ContactKind::Message => ("app of belletje", "message or call"),
        ContactKind::HomeVisit => ("huisbezoek", "home visit"),
        ContactKind::Signal => ("signaal", "signal"),
        ContactKind::Consultation => ("overleg", "consultation"),
        ContactKind::Other => ("anders", "other"),
    };
    pick(language, nl, en)
}

pub(super) fn life_domain(language: Language, domain: LifeDomain) -> &'static str {
    let (nl, en) = match domain {
        LifeDomain::Housing => ("wonen", "housing"),
        LifeDomain::Money => ("geld", "money"),
        LifeDomain::SchoolWork => ("school en werk", "school and work"),
        LifeDomain::Family => ("gezin", "family"),
        LifeDomain::Network => ("netwerk", "network"),
        LifeDomain::Health => ("gezondheid", "health"),
        LifeDomain::Safety => ("veiligheid", "safety"),
        LifeDomain::Leisure => ("vrije tijd", "leisure"),
    };
    pick(language, nl, en)
}

pub(super) fn reached(language: Language, outcome: ContactOutcome) -> &'static str {
    match outcome {
        ContactOutcome::Reached => pick(language, "ja", "yes"),
        ContactOutcome::NotReached => pick(language, "nee", "no"),
    }
}

pub(super) fn status(language: Language, outcome: ActionOutcome) -> &'static str {
    match outcome {
        ActionOutcome::Open => pick(language, "open", "open"),
        ActionOutcome::Done => pick(language, "gedaan", "done"),
        ActionOutcome::DeliberatelyNot => pick(language, "bewust niet", "deliberately not"),
        ActionOutcome::NotReached => pick(language, "niet bereikt", "not reached"),
    }
}
