//! Words in the cells of other people's files, in both languages: what they may write for a kind of contact, a
//! life domain, an outcome.

use nabij_domain::contact_moment::ContactKind;
use nabij_domain::{ContactOutcome, LifeDomain, LifeDomains};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

const KINDS: [(ContactKind, &[&str]); 6] = [
    (
        ContactKind::Conversation,
        &[
            "gesprek",
            "conversation",
            "straatgesprek",
            "gesproken",
            "talk",
            "straatcontact",
        ],
    ),
    (
        ContactKind::Message,
        &[
            "app of belletje",
            "app",
            "appje",
            "bericht",
            "belletje",
            "telefoon",
            "telefonisch",
            "gebeld",
            "whatsapp",
            "sms",
            "mail",
            "e mail",
            "message or call",
            "message",
            "call",
            "phone",
        ],
    ),
    (
        ContactKind::HomeVisit,
        &["huisbezoek", "home visit", "thuis", "aan huis"],
    ),
    (
        ContactKind::Signal,
        &["signaal", "signal", "melding", "zorgsignaal"],
    ),
    (
        ContactKind::Consultation,
        &["overleg", "consultation", "mdo", "meeting", "casusoverleg"],
    ),
    (ContactKind::Other, &["anders", "other", "overig"]),
];

const LIFE_DOMAINS: [(LifeDomain, &[&str]); 8] = [
    (
        LifeDomain::Housing,
        &["wonen", "housing", "huisvesting", "wo", "ho"],
    ),
    (
        LifeDomain::Money,
        &[
            "geld",
            "money",
            "financien",
            "schulden",
            "inkomen",
            "ge",
            "mo",
        ],
    ),
    (
        LifeDomain::SchoolWork,
        &[
            "school en werk",
            "school and work",
            "school",
            "werk",
            "work",
            "dagbesteding",
            "sw",
        ],
    ),
    (
        LifeDomain::Family,
        &["gezin", "family", "thuis", "gz", "fa"],
    ),
    (
        LifeDomain::Network,
        &["netwerk", "network", "vrienden", "sociaal netwerk", "nw"],
    ),
    (
        LifeDomain::Health,
        &[
            "gezondheid",
            "health",
            "psychisch",
            "verslaving",
            "gh",
            "he",
        ],
    ),
    (
        LifeDomain::Safety,
        &["veiligheid", "safety", "justitie", "ve", "sa"],
    ),
    (
        LifeDomain::Leisure,
        &["vrije tijd", "leisure", "sport", "hobby", "vt", "le"],
    ),
];

/// Small letters without accents; anything else than letters and digits is one space.
pub(super) fn plain(text: &str) -> String {
    let letters: String = text
        .nfkd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .collect();
    let words: Vec<&str> = letters
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}

/// The kind of contact that a cell names.
pub(super) fn kind(text: &str) -> Option<ContactKind> {
    named(&KINDS, text)
}

/// The life domains that a cell names, separated as people do; `None` when one is not known.
pub(super) fn life_domains(text: &str) -> Option<LifeDomains> {
    let named: Option<Vec<LifeDomain>> = text
        .split([',', ';', '/', '|', '+', '&', '\n'])
        .filter(|part| !part.trim().is_empty())
        .map(|part| named(&LIFE_DOMAINS, part))
        .collect();
    Some(LifeDomains::of(named?))
}

/// Whether a cell says that somebody was reached.
pub(super) fn outcome(text: &str) -> Option<ContactOutcome> {
    match plain(text).as_str() {
        "ja" | "yes" | "bereikt" | "reached" | "waar" | "x" => Some(ContactOutcome::Reached),
        "nee" | "no" | "niet bereikt" | "not reached" | "onwaar" | "niet thuis" => {
            Some(ContactOutcome::NotReached)
        }
        _ => None,
    }
}

fn named<T: Copy>(list: &[(T, &[&str])], text: &str) -> Option<T> {
    let text = plain(text);
    list.iter()
        .find(|(_, words)| words.contains(&text.as_str()))
        .map(|(named, _)| *named)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_as_a_team_writes_them() {
        assert_eq!(kind(" Huisbezoek "), Some(ContactKind::HomeVisit));
        assert_eq!(kind("E-mail"), Some(ContactKind::Message));
        assert_eq!(kind("Koffie"), None);
        assert_eq!(
            life_domains("Financiën, School en werk"),
            Some(LifeDomains::of([LifeDomain::Money, LifeDomain::SchoolWork]))
        );
        assert_eq!(life_domains("wonen; voetbal"), None);
        assert_eq!(outcome("Niet bereikt"), Some(ContactOutcome::NotReached));
    }
}
