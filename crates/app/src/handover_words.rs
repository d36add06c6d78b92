//! The sentences of a handover, made from what was recorded. They are sent, so they are content: written once, in
//! the language of the one who sends.

use crate::App;
use crate::error::Error;
use crate::ipc::{Empty, Origin};
use crate::settings::{Language, read_settings};
use chrono::{DateTime, Datelike as _, Local, NaiveDateTime};
use nabij_domain::contact_moment::ContactOutcome;
use nabij_domain::stop::Mood;
use nabij_domain::{ContactKind, Millis, Personal};
use nabij_store::{ActionSource, ContactSource, StopSource};

/// The most characters of a note that a line repeats: the note itself is a click away.
const LONGEST_QUOTE: usize = 240;

/// The words of one language.
pub(crate) struct HandoverWords {
    kinds: [&'static str; 6],
    moods: [&'static str; 5],
    with: &'static str,
    not_reached: &'static str,
    nobody: &'static str,
    passed: &'static str,
    one_person: &'static str,
    persons: &'static str,
    mood: &'static str,
    topic: &'static str,
    agreed: &'static str,
    next_step: &'static str,
    by: &'static str,
    days: [&'static str; 7],
    months: [&'static str; 12],
    /// Over the text in which a case stands.
    pub(crate) summary: &'static str,
    /// Over why we do it this way.
    pub(crate) why: &'static str,
    /// Over what is still open.
    pub(crate) agreements: &'static str,
    /// Over who works on a case.
    pub(crate) who: &'static str,
    /// Over the newest contacts.
    pub(crate) contacts: &'static str,
    /// Over what worries.
    pub(crate) worries: &'static str,
    /// Over what has no place.
    pub(crate) no_place: &'static str,
    /// What it is.
    pub(crate) shift_title: &'static str,
    /// What it is, for good.
    pub(crate) caseload_title: &'static str,
    /// Whom it is from.
    pub(crate) from: &'static str,
    /// Whom it is for.
    pub(crate) to: &'static str,
    /// For nobody by name.
    pub(crate) next_shift: &'static str,
    /// At the foot of a paper.
    pub(crate) foot: &'static str,
    /// Coach, family coach, director, privacy officer.
    pub(crate) roles: [&'static str; 4],
}

static DUTCH: HandoverWords = HandoverWords {
    kinds: [
        "Gesprek",
        "App of belletje",
        "Huisbezoek",
        "Signaal",
        "Overleg",
        "Contact",
    ],
    moods: ["rustig", "gezellig", "onrustig", "gespannen", "grimmig"],
    with: "met",
    not_reached: "niet bereikt",
    nobody: "Niemand",
    passed: "Langs geweest.",
    one_person: "1 persoon",
    persons: "personen",
    mood: "sfeer",
    topic: "Ging over",
    agreed: "Afgesproken",
    next_step: "Volgende stap",
    by: "uiterlijk",
    days: ["ma", "di", "wo", "do", "vr", "za", "zo"],
    months: [
        "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ],
    summary: "Waar we staan",
    why: "Waarom we het zo doen",
    agreements: "Open afspraken",
    who: "Wie is wie",
    contacts: "Laatste contacten",
    worries: "Zorgen",
    no_place: "Algemeen",
    shift_title: "Overdracht",
    caseload_title: "Overdracht van casussen",
    from: "Van",
    to: "Voor",
    next_shift: "de volgende dienst",
    foot: "Nabij · vertrouwelijk, voor wie het nodig heeft",
    roles: ["jongerenwerker", "gezinscoach", "regisseur", "FG"],
};

static ENGLISH: HandoverWords = HandoverWords {
    kinds: [
        "Conversation",
        "Message or call",
        "Home visit",
        "Signal",
        "Consultation",
        "Contact",
    ],
    moods: ["calm", "friendly", "restless", "tense", "grim"],
    with: "with",
    not_reached: "not reached",
    nobody: "Nobody",
    passed: "Passed by.",
    one_person: "1 person",
    persons: "people",
    mood: "mood",
    topic: "It was about",
    agreed: "Agreed",
    next_step: "Next step",
    by: "by",
    days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    summary: "Where we stand",
    why: "Why we do it this way",
    agreements: "Open agreements",
    who: "Who is who",
    contacts: "Latest contacts",
    worries: "Worries",
    no_place: "General",
    shift_title: "Handover",
    caseload_title: "Handover of cases",
    from: "From",
    to: "For",
    next_shift: "the next shift",
    foot: "Nabij · confidential, for those who need it",
    roles: [
        "youth worker",
        "family coach",
        "case director",
        "privacy officer",
    ],
};

impl HandoverWords {
    pub(crate) fn of(language: Language) -> &'static HandoverWords {
        match language {
            Language::Nl => &DUTCH,
            Language::En => &ENGLISH,
        }
    }

    /// In the language of this laptop.
    pub(crate) fn here(app: &App) -> Result<&'static HandoverWords, Error> {
        let settings = read_settings(app, Empty {}, &Origin::default())?;
        Ok(HandoverWords::of(settings.language))
    }

    /// "4 personen, sfeer gezellig. De groep van de Neude. Ging over: muziek."
    pub(crate) fn stop(&self, stop: &StopSource) -> Personal {
        let count = stop.head_count.map(|count| match count {
            0 => self.nobody.to_owned(),
            1 => self.one_person.to_owned(),
            count => format!("{count} {}", self.persons),
        });
        let mood = stop
            .mood
            .map(|mood| format!("{} {}", self.mood, self.mood_word(mood)));
        let scene: Vec<String> = [count, mood].into_iter().flatten().collect();
        let topic = stop
            .topic
            .as_ref()
            .map(|topic| format!("{}: {}", self.topic, topic.as_str().trim()));
        let group = stop.group.as_ref().map(|group| group.as_str().to_owned());
        let sentences = [Some(scene.join(", ")), group, topic];
        let told: Vec<String> = sentences
            .into_iter()
            .flatten()
            .filter(|sentence| !sentence.is_empty())
            .map(|sentence| ended(&capital(&sentence)))
            .collect();
        if told.is_empty() {
            return Personal::from(self.passed);
        }
        Personal::from(told.join(" "))
    }

    /// "Afgesproken: morgen terug."
    pub(crate) fn agreed(&self, agreement: &Personal) -> Personal {
        Personal::from(ended(&format!("{}: {}", self.agreed, quote(agreement))))
    }

    /// "Volgende stap: wijkagent bellen."
    pub(crate) fn next_step(&self, step: &Personal) -> Personal {
        Personal::from(ended(&format!("{}: {}", self.next_step, quote(step))))
    }

    /// "Gesprek met Mo: slaapt bij oma."
    pub(crate) fn contact(&self, contact: &ContactSource) -> Personal {
        let mut told = self.kind_word(contact.kind).to_owned();
        if let Some(who) = &contact.who {
            told = format!("{told} {} {}", self.with, who.as_str());
        }
        if contact.outcome == ContactOutcome::NotReached {
            told = format!("{told}, {}", self.not_reached);
        }
        Personal::from(ended(&format!("{told}: {}", quote(&contact.text))))
    }

    /// "Bel school (Mo): Fatima, uiterlijk ma 23 nov." `colleague`: the name of the colleague who does it.
    pub(crate) fn action(&self, action: &ActionSource, colleague: Option<String>) -> Personal {
        let mut told = quote(&action.text);
        if let Some(who) = &action.who {
            told = format!("{told} ({})", who.as_str());
        }
        let owner = action.owner.as_ref().map(|owner| owner.as_str().to_owned());
        let due = action
            .due
            .and_then(local)
            .map(|due| format!("{} {}", self.by, self.day(due)));
        let terms: Vec<String> = [colleague, owner, due].into_iter().flatten().collect();
        if !terms.is_empty() {
            let told_plain = told.trim_end_matches('.').to_owned();
            told = format!("{told_plain}: {}", terms.join(", "));
        }
        Personal::from(ended(&told))
    }

    /// "za 21 nov"
    pub(crate) fn day(&self, at: NaiveDateTime) -> String {
        let place = usize::try_from(at.weekday().num_days_from_monday()).unwrap_or_default();
        let weekday = self.days.get(place).copied().unwrap_or_default();
        let month = usize::try_from(at.month0()).unwrap_or_default();
        let month = self.months.get(month).copied().unwrap_or_default();
        format!("{weekday} {} {month}", at.day())
    }

    fn kind_word(&self, kind: ContactKind) -> &'static str {
        let place = ContactKind::ALL.iter().position(|each| *each == kind);
        place
            .and_then(|place| self.kinds.get(place))
            .copied()
            .unwrap_or_default()
    }

    fn mood_word(&self, mood: Mood) -> &'static str {
        let place = Mood::ALL.iter().position(|each| *each == mood);
        place
            .and_then(|place| self.moods.get(place))
            .copied()
            .unwrap_or_default()
    }
}

/// A moment on the clock of this laptop; `None` outside the years that it knows.
pub(crate) fn local(at: Millis) -> Option<NaiveDateTime> {
    Some(
        DateTime::from_timestamp_millis(at.0)?
            .with_timezone(&Local)
            .naive_local(),
    )
}

/// "23:41"
pub(crate) fn clock(at: Millis) -> String {
    local(at).map_or_else(String::new, |at| at.format("%H:%M").to_string())
}

/// What a note says on one line, up to its last whole sentence or word that fits.
pub(crate) fn quote(text: &Personal) -> String {
    let words: Vec<&str> = text.as_str().split_whitespace().collect();
    let whole = words.join(" ");
    if whole.chars().count() <= LONGEST_QUOTE {
        return whole;
    }
    let head: String = whole.chars().take(LONGEST_QUOTE).collect();
    let sentence = head.rfind(['.', '!', '?']).map(|at| head.split_at(at).0);
    match sentence.filter(|sentence| sentence.len() > head.len() / 2) {
        Some(sentence) => format!("{sentence}. …"),
        None => {
            let word = head
                .rfind(' ')
                .map_or(head.as_str(), |at| head.split_at(at).0);
            format!("{word} …")
        }
    }
}

fn ended(sentence: &str) -> String {
    let sentence = sentence.trim_end();
    if sentence.ends_with(['.', '!', '?', '…']) {
        sentence.to_owned()
    } else {
        format!("{sentence}.")
    }
}

fn capital(sentence: &str) -> String {
    let mut rest = sentence.chars();
    match rest.next() {
        Some(first) => first.to_uppercase().chain(rest).collect(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nabij_domain::Id;
    use nabij_protocol::id::SpaceId;

    fn contact(who: Option<&str>, outcome: ContactOutcome, text: &str) -> ContactSource {
        ContactSource {
            id: Id([1; 16]),
            space: SpaceId([2; 16]),
            in_case: false,
            who: who.map(Personal::from),
            kind: ContactKind::Conversation,
            outcome,
            text: text.into(),
            at: Millis(0),
            place: None,
            shared: true,
        }
    }

    #[test]
    fn a_contact_is_one_sentence() {
        let words = HandoverWords::of(Language::Nl);
        let reached = contact(
            Some("Mo"),
            ContactOutcome::Reached,
            "Slaapt bij oma.\nBelt morgen",
        );
        assert_eq!(
            words.contact(&reached).as_str(),
            "Gesprek met Mo: Slaapt bij oma. Belt morgen."
        );
        let not = contact(None, ContactOutcome::NotReached, "Deur bleef dicht!");
        assert_eq!(
            words.contact(&not).as_str(),
            "Gesprek, niet bereikt: Deur bleef dicht!"
        );
        let words = HandoverWords::of(Language::En);
        assert_eq!(
            words.contact(&reached).as_str(),
            "Conversation with Mo: Slaapt bij oma. Belt morgen."
        );
    }

    #[test]
    fn a_stop_tells_what_was_seen_and_nothing_that_was_not() {
        let words = HandoverWords::of(Language::Nl);
        let mut stop = StopSource {
            id: Id([1; 16]),
            at: Millis(0),
            place: Some("Neude".into()),
            head_count: Some(4),
            mood: Some(Mood::Friendly),
            group: Some("de jongens van de bieb".into()),
            topic: Some("muziek".into()),
            agreement: None,
            next_step: None,
            shared: true,
        };
        assert_eq!(
            words.stop(&stop).as_str(),
            "4 personen, sfeer gezellig. De jongens van de bieb. Ging over: muziek."
        );
        (stop.head_count, stop.mood, stop.group) = (Some(0), None, None);
        stop.topic = None;
        assert_eq!(words.stop(&stop).as_str(), "Niemand.");
        stop.head_count = None;
        assert_eq!(words.stop(&stop).as_str(), "Langs geweest.");
    }

    #[test]
    fn a_long_note_ends_with_a_whole_sentence_or_word() {
        let sentences = "Hij was boos. ".repeat(40);
        let told = quote(&Personal::from(sentences));
        assert!(told.ends_with("boos. …") && told.chars().count() <= LONGEST_QUOTE + 2);
        let told = quote(&Personal::from("lang ".repeat(100)));
        assert!(told.ends_with("lang …"));
        let told = quote(&Personal::from("é".repeat(500)));
        assert_eq!(told.chars().count(), LONGEST_QUOTE + 2);
    }
}
