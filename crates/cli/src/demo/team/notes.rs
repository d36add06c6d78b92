//! Puts texts together from hand-written parts that belong together.

use super::{family, frame, names, street, young};
use fastrand::Rng;

/// Whom a text is about.
#[derive(Debug, Clone)]
pub enum Subject {
    /// One young person, and whether one says "zij".
    Young(String, bool),
    /// A household.
    Household,
    /// The street: nobody by name.
    Street,
}

/// What a coach writes once.
#[derive(Debug)]
pub struct Note {
    /// What kind, as the door knows it.
    pub kind: &'static str,
    /// What happened.
    pub text: String,
    /// Where, if anywhere.
    pub place: Option<&'static str>,
    /// Who it was with, in the coach's words; none: the case says so already.
    pub nickname: Option<String>,
    /// Whether somebody was reached.
    pub reached: bool,
    /// The part of a life that it was about, as the door knows it.
    pub domain: Option<&'static str>,
    /// What was agreed, if anything.
    pub agreed: Option<String>,
}

/// One in so many contacts is none: nobody there, or no wish to talk.
const MISSED_ONE_IN: u32 = 12;

/// Writes one note about `subject`.
pub fn note(rng: &mut Rng, subject: &Subject) -> Note {
    let kind = kind(rng, subject);
    let street_place = one(rng, &names::PLACES);
    let voices = Voices::of(rng, subject, street_place);
    let place = match kind {
        "homeVisit" => Some(one(rng, &names::AT_HOME)),
        "message" | "consultation" => None,
        _ => Some(street_place),
    };
    let nickname = voices.nickname.clone();
    if !matches!(subject, Subject::Street) && rng.u32(..MISSED_ONE_IN) == 0 {
        let text = voices.speak(&format!(
            "{} {}",
            one(rng, &frame::MISSED),
            one(rng, &frame::ENDED)
        ));
        return Note {
            kind,
            text,
            place,
            nickname,
            reached: false,
            domain: None,
            agreed: None,
        };
    }
    let theme = match subject {
        Subject::Young(..) => rng.choice(&young::YOUNG),
        Subject::Household => rng.choice(&family::FAMILY),
        Subject::Street => rng.choice(&street::STREET),
    };
    let agreed = theme.map_or("", |theme| one(rng, theme.agreed));
    let mut parts = Vec::new();
    if !matches!(subject, Subject::Street) {
        parts.push(opening(rng, kind));
    }
    if let Some(theme) = theme {
        parts.push(one(rng, theme.told));
        parts.push(one(rng, theme.more));
        if rng.bool() {
            parts.push(one(rng, &frame::FELT));
        }
        parts.push(agreed);
    }
    if rng.u32(..3) == 0 {
        parts.push(one(rng, &frame::ENDED));
    }
    Note {
        kind,
        text: voices.speak(&parts.join(" ")),
        place,
        nickname,
        reached: true,
        domain: theme.map(|theme| theme.domain),
        agreed: (!agreed.is_empty()).then(|| voices.speak(agreed)),
    }
}

/// Writes "where we stand".
pub fn summary(rng: &mut Rng, subject: &Subject) -> String {
    let text = match subject {
        Subject::Young(..) => one(rng, &names::YOUNG_STANDS),
        _ => one(rng, &names::FAMILY_STANDS),
    };
    Voices::of(rng, subject, "").speak(text)
}

/// One of several; nothing of none.
pub fn one<T: Copy + Default>(rng: &mut Rng, of: &[T]) -> T {
    rng.choice(of).copied().unwrap_or_default()
}

fn kind(rng: &mut Rng, subject: &Subject) -> &'static str {
    let of: &[&str] = match subject {
        Subject::Young(..) => &[
            "conversation",
            "conversation",
            "conversation",
            "conversation",
            "message",
            "message",
            "signal",
            "consultation",
        ],
        Subject::Household => &[
            "homeVisit",
            "homeVisit",
            "homeVisit",
            "message",
            "consultation",
            "conversation",
        ],
        Subject::Street => &[
            "conversation",
            "conversation",
            "conversation",
            "signal",
            "other",
        ],
    };
    one(rng, of)
}

fn opening(rng: &mut Rng, kind: &str) -> &'static str {
    match kind {
        "message" => one(rng, &frame::MESSAGED),
        "homeVisit" => one(rng, &frame::VISITED),
        "consultation" => one(rng, &frame::CONSULTED),
        "signal" => one(rng, &frame::NOTICED),
        _ => one(rng, &frame::MET),
    }
}

/// How a text speaks of who it is about.
struct Voices {
    words: Vec<(&'static str, String)>,
    nickname: Option<String>,
}

impl Voices {
    fn of(rng: &mut Rng, subject: &Subject, place: &str) -> Voices {
        let (parent, she) = one(
            rng,
            &[
                ("moeder", true),
                ("vader", false),
                ("moeder", true),
                ("oma", true),
            ],
        );
        let (name, she, nickname) = match subject {
            Subject::Young(name, she) => (name.as_str(), *she, None),
            Subject::Household => (parent, she, Some(parent.to_owned())),
            Subject::Street => ("", false, None),
        };
        let (child, _) = one(rng, &names::YOUNG);
        let years = rng.u8(13..=19);
        let pronouns: [(&'static str, &str); 5] = match she {
            true => [
                ("{hij}", "ze"),
                ("{Hij}", "Ze"),
                ("{hem}", "haar"),
                ("{zijn}", "haar"),
                ("{Zijn}", "Haar"),
            ],
            false => [
                ("{hij}", "hij"),
                ("{Hij}", "Hij"),
                ("{hem}", "hem"),
                ("{zijn}", "zijn"),
                ("{Zijn}", "Zijn"),
            ],
        };
        let mut words: Vec<_> = pronouns.map(|(from, to)| (from, to.to_owned())).into();
        words.extend([
            ("{N}", name.to_owned()),
            ("{ouder}", name.to_owned()),
            ("{Ouder}", capital(name)),
            ("{kind}", child.to_owned()),
            ("{plek}", place.to_owned()),
            ("{jaar}", years.to_string()),
        ]);
        Voices { words, nickname }
    }

    fn speak(&self, text: &str) -> String {
        self.words
            .iter()
            .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{Subject, note, summary};
    use fastrand::Rng;
    use std::collections::BTreeSet;

    #[test]
    fn texts_are_varied_of_some_length_and_leave_no_gap_open() {
        let mut rng = Rng::with_seed(3);
        let subjects = [
            Subject::Young("Daan".to_owned(), false),
            Subject::Young("Samira".to_owned(), true),
            Subject::Household,
            Subject::Street,
        ];
        let mut seen = BTreeSet::new();
        let mut letters = 0;
        for turn in 0..2000 {
            let subject = &subjects[turn % subjects.len()];
            let note = note(&mut rng, subject);
            assert!(!note.text.contains(['{', '}']), "{}", note.text);
            letters += note.text.chars().count();
            seen.insert(note.text);
            assert!(!summary(&mut rng, subject).contains(['{', '}']));
        }
        assert!(seen.len() > 1900, "{}", seen.len());
        assert!((200..400).contains(&(letters / 2000)), "{}", letters / 2000);
    }
}
