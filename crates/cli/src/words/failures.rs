//! What to say when something fails: what happened, what is safe, what to do. In the words of the window
//! where both have the same to say.

use super::Language;
use nabij_app::{Failure, FailureCode};

/// What happened, what is safe, what to do.
pub fn say(language: Language, failure: &Failure) -> String {
    let (nl, en) = field(failure).unwrap_or_else(|| pair(failure.code));
    let mut said = language.pick(nl, en).to_owned();
    if let Some(seconds) = failure.wait_seconds {
        said.push(' ');
        said.push_str(&language.wait_seconds(seconds));
    }
    said.push(' ');
    said.push_str(&language.incident(&failure.incident));
    said
}

/// The failures of which more can be said because the field is known.
fn field(failure: &Failure) -> Option<(&'static str, &'static str)> {
    if failure.code != FailureCode::Invalid {
        return None;
    }
    let pair = match failure.field.as_deref()? {
        "passphrase" => (
            "Deze wachtzin is te zwak. Er is niets gemaakt. Neem zeven gewone woorden, of een lange zin die niemand kent.",
            "This passphrase is too weak. Nothing was made. Take seven plain words, or a long sentence that nobody knows.",
        ),
        "hub" => (
            "Er is geen hub, of dit is geen adres van een hub. Er is niets veranderd. Een adres begint met ws:// of wss:// en noemt een computer.",
            "There is no hub, or this is no address of a hub. Nothing has changed. An address begins with ws:// or wss:// and names a computer.",
        ),
        "text" => (
            "De tekst is leeg of te lang. Er is niets veranderd. Schrijf iets, of verdeel het.",
            "The text is empty or too long. Nothing has changed. Write something, or divide it.",
        ),
        "name" => (
            "De naam is leeg of te lang. Er is niets veranderd. Neem een kortere naam.",
            "The name is empty or too long. Nothing has changed. Take a shorter name.",
        ),
        "caseId" | "id" => (
            "Dit is geen id. Er is niets veranderd. Neem het id dat nabij case list laat zien.",
            "This is not an id. Nothing has changed. Take the id that nabij case list shows.",
        ),
        "mapping" => (
            "De kolommen kloppen niet. Er is niets veranderd. Noem voor elke kolom wat erin staat, elk één keer, en ten minste case, nickname, text of action.",
            "The columns are not right. Nothing has changed. Say for each column what it holds, each once, and at least case, nickname, text or action.",
        ),
        "leaveOutWrongRows" => (
            "Er staan fouten in het bestand. Er is niets opgeslagen. Verbeter ze, of laat ze weg met --leave-out-wrong.",
            "There are faults in the file. Nothing was saved. Mend them, or leave them out with --leave-out-wrong.",
        ),
        "path" => (
            "Hier kan geen bestand komen. Er is niets geschreven. Noem een bestand in een map die er is.",
            "No file can go here. Nothing was written. Name a file in a folder that is there.",
        ),
        _ => return None,
    };
    Some(pair)
}

/// The pair for a code. No wildcard: a new code asks for words here.
/// What happened, what is safe, what to do, for something that went wrong earlier and has no incident here.
pub fn say_code(language: Language, code: FailureCode) -> &'static str {
    let (nl, en) = pair(code);
    language.pick(nl, en)
}

fn pair(code: FailureCode) -> (&'static str, &'static str) {
    match code {
        FailureCode::Invalid => (
            "Hier klopt iets nog niet. Er is niets veranderd. Kijk na wat je vroeg en probeer het opnieuw.",
            "Something is not right yet. Nothing has changed. Check what you asked and try again.",
        ),
        FailureCode::Refused => (
            "Dit kan zo niet. Er is niets veranderd. Vraag een collega die dit mag.",
            "This cannot be done like this. Nothing has changed. Ask a colleague who may do it.",
        ),
        FailureCode::Locked => (
            "Nabij is vergrendeld. Alles wat bewaard was, is veilig. Ontgrendel met je wachtzin.",
            "Nabij is locked. Everything that was saved is safe. Unlock with your passphrase.",
        ),
        FailureCode::NotFound => (
            "Dit is hier niet gevonden. Er is niets veranderd. Kijk of de map (--home) en het id kloppen.",
            "This was not found here. Nothing has changed. Check the folder (--home) and the id.",
        ),
        FailureCode::Offline => (
            "Er is geen verbinding met de hub. Alles staat veilig op deze computer. Werk gewoon door en deel later met: nabij sync",
            "There is no connection with the hub. Everything is safe on this computer. Just keep working and share later with: nabij sync",
        ),
        FailureCode::NotAMember => (
            "Deze laptop hoort niet of nog niet bij het team. Alles staat veilig op deze computer. Wacht tot een collega je toelaat, of vraag een nieuwe uitnodiging.",
            "This laptop is not, or not yet, in the team. Everything is safe on this computer. Wait until a colleague lets you in, or ask for a new invitation.",
        ),
        FailureCode::NewerVersion => (
            "Dit is van een nieuwere Nabij. Je gegevens zijn heel en worden niet aangeraakt. Installeer de nieuwste Nabij.",
            "This is from a newer Nabij. Your data is whole and is not touched. Install the newest Nabij.",
        ),
        FailureCode::StorageFull => (
            "De schijf van deze computer is vol. Wat al bewaard was, is veilig; dit laatste is niet bewaard. Maak ruimte vrij en doe het opnieuw.",
            "The disk of this computer is full. What was saved before is safe; this last part is not saved. Make room and do it again.",
        ),
        FailureCode::ReadOnly => (
            "Nabij mag hier niet schrijven. Wat er al staat, is veilig. Vraag je beheerder om schrijfrechten voor de map van Nabij.",
            "Nabij may not write here. What is there already is safe. Ask your administrator for write access to the folder of Nabij.",
        ),
        FailureCode::Damaged => (
            "Het bestand van Nabij is beschadigd. Wat gedeeld was, staat ook bij de hub en bij je collega's; er is niets gewist. Laat het bestand staan en vraag je beheerder om hulp.",
            "Nabij's file is damaged. What was shared is also at the hub and with your colleagues; nothing was erased. Leave the file as it is and ask your administrator for help.",
        ),
        FailureCode::ForeignFile => (
            "Dit bestand is niet van Nabij. Het is niet aangeraakt. Kijk of de map (--home) klopt, en haal het vreemde bestand daar weg.",
            "This file is not Nabij's. It was not touched. Check the folder (--home), and move the foreign file away.",
        ),
        FailureCode::InUse => (
            "Deze map is al open in een andere Nabij. Alles wat bewaard was, is veilig. Sluit dat venster of programma en probeer het opnieuw.",
            "This folder is already open in another Nabij. Everything that was saved is safe. Close that window or program and try again.",
        ),
        FailureCode::AlreadyExists => (
            "Dit bestaat al. Er is niets veranderd. Kies een andere map (--home), of werk verder met wat er is.",
            "This exists already. Nothing has changed. Choose another folder (--home), or go on with what is there.",
        ),
        FailureCode::WrongPassphrase => (
            "Deze wachtzin klopt niet. Er is niets veranderd. Typ hem nog eens, let op spaties en hoofdletters.",
            "This passphrase is not right. Nothing has changed. Type it again, mind spaces and capitals.",
        ),
        FailureCode::TooManyTries => (
            "Te vaak een verkeerde wachtzin. Je gegevens zijn veilig. Wacht even en probeer het dan opnieuw.",
            "Too many wrong passphrases. Your data is safe. Wait a moment and try again.",
        ),
        FailureCode::InvitationInvalid => (
            "Deze code is geen uitnodiging. Er is geen team veranderd. Kopieer de hele code opnieuw, zonder woorden eromheen.",
            "This code is not an invitation. No team has changed. Copy the whole code again, without words around it.",
        ),
        FailureCode::InvitationExpired => (
            "Deze uitnodiging is verlopen. Er is geen team veranderd. Vraag je collega om een nieuwe code.",
            "This invitation has expired. No team has changed. Ask your colleague for a new code.",
        ),
        FailureCode::InvitationUsed => (
            "Deze uitnodiging is al gebruikt. Er is geen team veranderd. Vraag je collega om een nieuwe code.",
            "This invitation has been used already. No team has changed. Ask your colleague for a new code.",
        ),
        FailureCode::InvitationUnknown => (
            "De hub kent deze uitnodiging nog niet. Je vraag om mee te doen is bewaard. Vraag je collega om te delen en doe dan: nabij sync",
            "The hub does not know this invitation yet. Your request to join is kept. Ask your colleague to share and then do: nabij sync",
        ),
        FailureCode::HubRefused => (
            "De hub weigert dit team of deze laptop. Alles staat veilig op deze computer. Kijk of het adres klopt. Voor een tweede team wil de hub een code van nabij-hub admit: nabij sync --hub ADRES#CODE",
            "The hub refuses this team or this laptop. Everything is safe on this computer. Check the address. For a second team the hub wants a token from nabij-hub admit: nabij sync --hub ADDRESS#TOKEN",
        ),
        FailureCode::HubGarbled => (
            "De hub geeft een antwoord dat niet klopt. Alles staat veilig op deze computer; er is niets van aangenomen. Kijk of het adres klopt, en meld het aan je beheerder.",
            "The hub gives an answer that makes no sense. Everything is safe on this computer; nothing of it was taken in. Check the address, and tell your administrator.",
        ),
        FailureCode::HubBusy => (
            "De hub is te druk of kan niets bewaren. Alles staat veilig op deze computer. Werk gewoon door en deel later.",
            "The hub is too busy or cannot store. Everything is safe on this computer. Just keep working and share later.",
        ),
        FailureCode::HubFull => (
            "De hub heeft geen ruimte meer voor dit team. Alles staat veilig op deze computer, en wat collega's deelden komt nog wel binnen. Werk gewoon door, en vraag je beheerder om meer ruimte.",
            "The hub has no more room for this team. Everything is safe on this computer, and what colleagues shared still comes in. Just keep working, and ask your administrator for more room.",
        ),
        FailureCode::CertificateUntrusted => (
            "Het certificaat van de hub wordt niet vertrouwd. Er is niets verstuurd en niets kwijt; alles staat veilig op deze computer. Kijk of het adres en de klok van deze computer kloppen, en vraag je beheerder om het certificaat te vernieuwen of op deze computer te vertrouwen.",
            "The hub's certificate is not trusted. Nothing was sent and nothing is lost; everything is safe on this computer. Check the address and this computer's clock, and ask your administrator to renew the certificate or to trust it on this computer.",
        ),
        FailureCode::ProxyCredentials => (
            "De proxy van dit netwerk wil een naam en een wachtwoord. Alles staat veilig op deze computer. Vraag je beheerder wat er in HTTPS_PROXY of in de instellingen van het systeem moet staan.",
            "The proxy of this network wants a name and a password. Everything is safe on this computer. Ask your administrator what belongs in HTTPS_PROXY or in the system's settings.",
        ),
        FailureCode::ProxyRefused => (
            "De proxy van dit netwerk laat Nabij niet door naar de hub. Alles staat veilig op deze computer. Vraag je beheerder om het adres van de hub in de proxy toe te laten.",
            "The proxy of this network does not let Nabij through to the hub. Everything is safe on this computer. Ask your administrator to allow the hub's address in the proxy.",
        ),
        FailureCode::ProxyUnsupported => (
            "De ingestelde proxy is van een soort die Nabij niet kent. Alles staat veilig op deze computer. Stel een http-proxy in, of zet het adres van de hub in NO_PROXY.",
            "The proxy that is set up is of a kind that Nabij does not know. Everything is safe on this computer. Set up an http proxy, or put the hub's address into NO_PROXY.",
        ),
        FailureCode::FileUnreadable => (
            "Het bestand kan niet geopend worden. Er is niets veranderd. Kijk of de naam klopt.",
            "The file cannot be opened. Nothing has changed. Check its name.",
        ),
        FailureCode::FileChanged => (
            "Het bestand is intussen veranderd. Er is niets opgeslagen. Herhaal de opdracht.",
            "The file has changed meanwhile. Nothing was saved. Repeat the command.",
        ),
        FailureCode::NotATable => (
            "Dit is geen Excel- of CSV-bestand. Er is niets veranderd. Sla de lijst op als .xlsx of .csv.",
            "This is not an Excel or CSV file. Nothing has changed. Save the list as .xlsx or .csv.",
        ),
        FailureCode::FileTooLarge => (
            "Dit bestand is te groot. Er is niets veranderd. Verdeel de lijst over meer bestanden.",
            "This file is too large. Nothing has changed. Divide the list over more files.",
        ),
        FailureCode::FileDamaged => (
            "Dit bestand is beschadigd. Er is niets veranderd. Sla het in Excel opnieuw op.",
            "This file is damaged. Nothing has changed. Save it in Excel again.",
        ),
        FailureCode::FileProtected => (
            "Dit bestand heeft een wachtwoord. Er is niets veranderd. Sla het op zonder wachtwoord.",
            "This file has a password. Nothing has changed. Save it without one.",
        ),
        FailureCode::NoRows => (
            "In dit bestand staan geen rijen onder de koppen. Er is niets veranderd. Kies een blad of bestand met rijen.",
            "There are no rows under the headings of this file. Nothing has changed. Choose a sheet or file with rows.",
        ),
        FailureCode::NotAShareFile => (
            "Dit is geen bestand om te delen van Nabij. Er is niets overgenomen. Kies het bestand dat je collega met Nabij maakte.",
            "This is not a share file of Nabij. Nothing was taken in. Choose the file that your colleague made with Nabij.",
        ),
        FailureCode::FileNotWhole => (
            "Dit bestand is beschadigd of niet helemaal gekopieerd. Er is niets overgenomen. Kopieer het opnieuw of vraag om een nieuw bestand.",
            "This file is damaged or was not copied whole. Nothing was taken in. Copy it again or ask for a new file.",
        ),
        FailureCode::FileOfOtherTeam => (
            "Dit bestand is van een ander team. Er is niets overgenomen. Kijk of je het goede bestand hebt.",
            "This file is of another team. Nothing was taken in. Check that you have the right file.",
        ),
        FailureCode::FileNotForYou => (
            "Dit bestand is niet voor jou bedoeld en gaat hier niet open. Er is niets overgenomen. Vraag om een bestand voor jou of voor alle collega’s.",
            "This file is not meant for you and does not open here. Nothing was taken in. Ask for one for you or for all colleagues.",
        ),
        FailureCode::FileFromOutsider => (
            "Dit bestand komt van een laptop die niet, of niet meer, bij het team hoort. Er is niets overgenomen. Vertel het je beheerder.",
            "This file comes from a laptop that is not, or not any more, in the team. Nothing was taken in. Tell your administrator.",
        ),
        FailureCode::FileBrokenOff => (
            "Het bestand kon niet tot het eind gelezen worden. Wat al was overgenomen, is bewaard. Lees het nog eens in, dan gaat Nabij verder.",
            "The file could not be read to its end. What had been taken in is kept. Take it in again and Nabij goes on.",
        ),
        FailureCode::Unexpected => (
            "Er ging iets mis. Alles wat bewaard was, is veilig. Probeer het opnieuw; blijft het zo, geef dan het nummer aan de helpdesk.",
            "Something went wrong. Everything that was saved is safe. Try again; if it stays like this, give the number to the help desk.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Language, pair, say};
    use crate::exit;
    use nabij_app::{Failure, FailureCode};
    use std::collections::BTreeSet;

    #[test]
    fn every_failure_has_its_own_words_in_both_languages() {
        let mut said = BTreeSet::new();
        for code in exit::codes() {
            let (nl, en) = pair(code);
            for words in [nl, en] {
                // What happened, what is safe, what to do.
                let sentences = words.matches(". ").count() + 1;
                assert!(sentences >= 3, "{code:?}: {words}");
                assert!(said.insert(words), "{code:?} says the same as another");
            }
        }
    }

    #[test]
    fn a_known_field_and_the_wait_are_told() {
        let mut failure = Failure {
            code: FailureCode::Invalid,
            field: Some("passphrase".to_owned()),
            incident: "a1b2".to_owned(),
            wait_seconds: None,
        };
        assert!(say(Language::En, &failure).contains("too weak"));
        failure.field = Some("anything".to_owned());
        assert!(say(Language::Nl, &failure).starts_with("Hier klopt iets nog niet."));
        failure.code = FailureCode::TooManyTries;
        failure.wait_seconds = Some(30);
        let said = say(Language::Nl, &failure);
        assert!(
            said.contains("30 seconden") && said.contains("a1b2"),
            "{said}"
        );
    }
}
