//! What the program says to people, in Dutch and in English. One pair per message, so that neither language
//! can be forgotten.

mod difference;
pub mod failures;
pub mod faults;
pub mod findings;
pub mod sharing;
pub mod status;

/// The language of the answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// Reads `nl` or `en`, also from longer names such as `en_GB.UTF-8`.
    pub fn named(name: &str) -> Option<Language> {
        match name.get(..2) {
            Some("nl") => Some(Language::Nl),
            Some("en") => Some(Language::En),
            _ => None,
        }
    }

    /// One of two.
    pub fn pick<T>(self, nl: T, en: T) -> T {
        match self {
            Language::Nl => nl,
            Language::En => en,
        }
    }
}

macro_rules! words {
    ($($(#[doc = $doc:literal])+ $name:ident($($value:ident),*): $nl:literal, $en:literal;)*) => {
        impl Language {
            $($(#[doc = $doc])+
            pub fn $name(self, $($value: impl std::fmt::Display),*) -> String {
                match self {
                    Language::Nl => format!($nl),
                    Language::En => format!($en),
                }
            })*
        }
    };
}

pub(crate) use words;

words! {
    /// Asks for the passphrase.
    passphrase_please(): "Wachtzin: ", "Passphrase: ";
    /// Proposes a passphrase before the first is chosen.
    passphrase_proposal(words): "Voorstel voor een wachtzin: {words}\nNeem deze over of kies zelf een lange zin. Zonder wachtzin kan niemand erbij, ook wij niet.",
        "Proposed passphrase: {words}\nTake this one or choose a long one yourself. Without it nobody can get in, not even we.";
    /// Asks for a new passphrase.
    passphrase_new(): "Nieuwe wachtzin: ", "New passphrase: ";
    /// Asks for the new passphrase once more.
    passphrase_again(): "Nog een keer: ", "Once more: ";
    /// Two different passphrases were typed.
    passphrases_differ(): "De twee wachtzinnen zijn niet gelijk. Er is niets gemaakt. Probeer het opnieuw.",
        "The two passphrases are not the same. Nothing was made. Try again.";
    /// There is nobody to ask.
    passphrase_nowhere(): "Er is geen wachtzin. Er is hier geen terminal om hem te vragen. Zet hem in de variabele NABIJ_PASSPHRASE.",
        "There is no passphrase. There is no terminal here to ask for it. Put it in the variable NABIJ_PASSPHRASE.";
    /// No folder could be found.
    home_nowhere(): "Er is geen map voor Nabij te vinden. Noem er een met --home.",
        "No folder for Nabij can be found. Name one with --home.";
    /// A file that was named cannot be read.
    file_unreadable(): "Het bestand is niet te lezen. Er is niets veranderd. Kijk of de naam klopt.",
        "The file cannot be read. Nothing has changed. Check its name.";
    /// The answer cannot be written.
    answer_unwritable(): "Het antwoord kan niet geschreven worden. Wat bewaard was, is veilig.",
        "The answer cannot be written. What was saved is safe.";
    /// The vault was made by this command, but the rest did not work.
    vault_made(): "De kluis is al gemaakt en blijft staan. Herhaal de opdracht met dezelfde wachtzin.",
        "The vault has been made and stays. Repeat the command with the same passphrase.";
    /// A team was founded.
    founded(team): "Team {team} is er. Nodig collega's uit met: nabij invite --role ROL",
        "Team {team} is there. Invite colleagues with: nabij invite --role ROLE";
    /// An invitation was made.
    invited(until): "Geef deze code aan je collega. Wie hem heeft, kan één keer vragen om mee te doen. Geldig tot {until}.",
        "Give this code to your colleague. Whoever has it can ask to join once. Valid until {until}.";
    /// The hub has not heard of the invitation.
    invitation_not_shared(): "De hub kent deze uitnodiging nog niet. Deel eerst met: nabij sync",
        "The hub does not know this invitation yet. Share first with: nabij sync";
    /// Joined and admitted.
    joined(team): "Je hoort bij team {team}.", "You are in team {team}.";
    /// Joined, not admitted yet.
    join_waits(): "Je vraag om mee te doen is klaar. Een collega laat je toe zodra die deelt. Kijk daarna met: nabij sync",
        "Your request to join is made. A colleague lets you in when sharing. Look then with: nabij sync";
    /// A case was opened.
    case_opened(name, id): "Casus {name} is open: {id}", "Case {name} is open: {id}";
    /// There are no cases.
    no_cases(): "Er zijn nog geen casussen.", "There are no cases yet.";
    /// What an import would do.
    would_import(moments, cases, persons, actions): "Dit zou er bij komen: {moments} contactmomenten, {cases} nieuwe casussen, {persons} personen, {actions} acties. Er is niets opgeslagen.",
        "This would come in: {moments} contact moments, {cases} new cases, {persons} persons, {actions} actions. Nothing was saved.";
    /// What an import did.
    imported(moments, cases, persons, actions): "Erbij gekomen: {moments} contactmomenten, {cases} nieuwe casussen, {persons} personen, {actions} acties.",
        "Taken in: {moments} contact moments, {cases} new cases, {persons} persons, {actions} actions.";
    /// A wrong row.
    wrong_row(number, reason, shown): "Rij {number}: {reason} {shown}", "Row {number}: {reason} {shown}";
    /// How many rows are wrong.
    wrong_rows(count): "Rijen met een fout: {count}.", "Rows with a fault: {count}.";
    /// A list was written to a file.
    exported(rows): "{rows} rijen geschreven. Dit bestand is niet versleuteld.",
        "{rows} rows written. This file is not encrypted.";
    /// Nobody by that name.
    no_such_colleague(wanted, known): "Er is geen collega {wanted}, of er zijn er meer met die naam. Er is niets veranderd. Bekend zijn: {known}.",
        "There is no colleague {wanted}, or there is more than one. Nothing has changed. Known are: {known}.";
    /// The word for nobody.
    nobody(): "niemand", "nobody";
    /// The heading above a summary.
    where_we_stand(): "Waar we staan", "Where we stand";
    /// There is more of a timeline.
    there_is_more(): "Er is meer. Vraag het op met --limit.", "There is more. Ask for it with --limit.";
    /// Two versions of one value.
    two_versions(): "Twee versies, kies er een:", "Two versions, choose one:";
    /// How many others a contact moment was with, who are not named here.
    and_others(count): "en {count} anderen", "and {count} others";
    /// A contact moment is saved.
    moment_saved(id): "Bewaard op dit apparaat: {id}", "Saved on this device: {id}";
    /// How many contact moments were saved.
    moments_saved(count): "{count} contactmomenten bewaard op dit apparaat.",
        "{count} contact moments saved on this device.";
    /// A line of a file was not taken.
    line_failed(line, saved): "Regel {line} is niet bewaard en wat erna komt ook niet. Bewaard zijn er {saved}.",
        "Line {line} was not saved, nor was what follows. Saved: {saved}.";
    /// A line of a file is no JSON object with known names.
    bad_line(): "De regel is geen JSON met case, nickname, kind, text, at of place. Verbeter hem en geef de rest nog een keer.",
        "The line is not JSON with case, nickname, kind, text, at or place. Correct it and give the rest once more.";
    /// A field of a line is not right.
    bad_field(field): "Het veld {field} klopt niet of ontbreekt. Verbeter de regel en geef de rest nog een keer.",
        "The field {field} is not right or not there. Correct the line and give the rest once more.";
    /// How many hits there are.
    hits(shown, total): "{shown} van {total} gevonden.", "{shown} of {total} found.";
    /// How many hits there are, when they are too many to count.
    hits_and_more(shown, total): "{shown} van meer dan {total} gevonden.", "{shown} of more than {total} found.";
    /// Everything is in order.
    all_well(): "Alles is in orde.", "Everything is in order.";
    /// What a wrong passphrase or too many of them still has to wait for.
    wait_seconds(seconds): "Wacht nog {seconds} seconden.", "Wait another {seconds} seconds.";
    /// The number for the help desk.
    incident(incident): "Nummer voor de helpdesk: {incident}", "Number for the help desk: {incident}";
    /// The core answered something that this program does not know.
    strange_answer(): "De kern van Nabij antwoordt iets dat dit programma niet kent. Wat bewaard was, is veilig. Zijn beide even nieuw?",
        "The core of Nabij answers something that this program does not know. What was saved is safe. Are both equally new?";
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_language_is_known_by_its_first_two_letters() {
        assert_eq!(Language::named("en"), Some(Language::En));
        assert_eq!(Language::named("nl_NL.UTF-8"), Some(Language::Nl));
        assert_eq!(Language::named("fr"), None);
        assert_eq!(Language::named(""), None);
        assert_eq!(Language::named("é"), None);
    }

    #[test]
    fn what_is_told_is_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            assert!(
                language
                    .founded("Straatteam Noord")
                    .contains("Straatteam Noord")
            );
            assert!(language.line_failed(3, 2).contains('3'));
        }
    }
}
