//! A night's caseload for the demo. Everybody and everything in it is invented.

/// A case as it stands at the beginning of the night.
pub struct Case {
    /// What the team calls it.
    pub name: &'static str,
    /// Where we stand.
    pub summary: &'static str,
}

/// Something that happens in the night.
pub struct Moment {
    /// In which case, counted from 0; none: on the street.
    pub case: Option<usize>,
    /// What kind, as the door knows it.
    pub kind: &'static str,
    /// Who it was with.
    pub nickname: Option<&'static str>,
    /// Where.
    pub place: &'static str,
    /// What happened.
    pub text: &'static str,
}

/// How many cases there are.
pub const CASES: [Case; 12] = [
    Case {
        name: "Gezin K.",
        summary: "Moeder staat er alleen voor en wil hulp.",
    },
    Case {
        name: "Jayden en zijn vrienden",
        summary: "Vijf jongens, elke avond op het plein.",
    },
    Case {
        name: "Gezin Van der Wal",
        summary: "Schulden. De eerste afspraak is gemaakt.",
    },
    Case {
        name: "Samira",
        summary: "Komt drie weken niet op school.",
    },
    Case {
        name: "Gezin Öztürk",
        summary: "Opa is ziek, oudste dochter zorgt.",
    },
    Case {
        name: "Milan B.",
        summary: "Zoekt werk, liefst met zijn handen.",
    },
    Case {
        name: "Groep Griftpark",
        summary: "Rustiger dan in de zomer.",
    },
    Case {
        name: "Gezin De Groot",
        summary: "Na de verhuizing nog geen school.",
    },
    Case {
        name: "Noor en Daan",
        summary: "Ouders uit elkaar, afspraken lopen.",
    },
    Case {
        name: "Yusuf",
        summary: "Krijgt zijn scooter niet verzekerd.",
    },
    Case {
        name: "Gezin M. (flat Noord)",
        summary: "Buren klagen over lawaai.",
    },
    Case {
        name: "Lotte",
        summary: "Slaapt bij vriendinnen.",
    },
];

/// What Fatima adds to the first summary while Bram writes in it too.
pub const FATIMA_ADDS: &str = " Het schoolgesprek is dinsdag om half negen.";
/// What Bram puts before the first summary while Fatima writes in it too.
pub const BRAM_ADDS: &str = "Vader belde: hij komt zondag langs. ";
/// How Fatima corrects her first contact moment.
pub const FATIMA_CORRECTS: &str =
    "Moeder gesproken aan de deur. Ze slaapt slecht, wil vrijdag praten.";
/// How Bram corrects the same contact moment.
pub const BRAM_CORRECTS: &str =
    "Moeder gesproken aan de deur. Ze slaapt slecht, wil donderdag praten.";
/// A word that is searched for on both laptops.
pub const SOUGHT: &str = "fiets";

const fn at(
    case: usize,
    kind: &'static str,
    nickname: &'static str,
    place: &'static str,
    text: &'static str,
) -> Moment {
    Moment {
        case: Some(case),
        kind,
        nickname: Some(nickname),
        place,
        text,
    }
}

const fn street(kind: &'static str, place: &'static str, text: &'static str) -> Moment {
    Moment {
        case: None,
        kind,
        nickname: None,
        place,
        text,
    }
}

/// What Fatima, street coach, writes.
// One line each, as in a shift log.
#[rustfmt::skip]
pub const FATIMA: [Moment; 30] = [
    at(0, "homeVisit", "moeder K.", "thuis", "Moeder gesproken aan de deur. Ze slaapt slecht."),
    at(1, "conversation", "Jayden", "plein", "Jayden is zijn fiets kwijt en denkt te weten wie hem heeft. Afgesproken: niet zelf ophalen."),
    at(1, "conversation", "Kleine T", "plein", "Vertelde dat hij morgen voor het eerst naar de boksles gaat."),
    at(6, "signal", "groepje", "Griftpark", "Zeven jongens bij de brug, muziek aan. Sfeer goed. Om elf uur uit zichzelf weg."),
    street("conversation", "supermarkt", "Bedrijfsleider gesproken. Minder last van de groep bij de ingang."),
    at(3, "message", "Samira", "app", "Gaf antwoord: ze wil wel praten, niet op school. Morgen thee in het buurthuis."),
    at(9, "conversation", "Yusuf", "garage", "Scooter staat stil. Samen uitgezocht wat de verzekering kost."),
    at(1, "signal", "onbekende man", "plein", "Man van rond de dertig deelt geld uit aan de jongsten. Doorgegeven aan de wijkagent."),
    at(5, "conversation", "Milan", "skatebaan", "Heeft gebeld met de fietsenmaker. Mag woensdag een dag meelopen."),
    street("other", "station", "Rondje gelopen, koud en leeg. Niemand aangetroffen."),
    at(11, "conversation", "Lotte", "bushokje", "Slaapt vannacht bij Noor. Wil niet dat haar vader het weet. Morgen weer bellen."),
    at(0, "consultation", "wijkteam", "telefoon", "Overlegd met de wijkverpleegkundige over de nachten van moeder."),
    at(6, "conversation", "Rachid", "Griftpark", "Vroeg of hij kan helpen bij het voetbaltoernooi. Ja dus."),
    at(8, "message", "Noor", "app", "Noor vraagt of het gesprek met haar ouders door kan gaan. Doorgestuurd naar Bram."),
    street("signal", "parkeergarage", "Verse sporen van een kampvuurtje op laag twee. Beheerder gebeld."),
    at(1, "conversation", "Jayden", "plein", "Fiets is terug. Het was een misverstand met zijn neef."),
    at(10, "conversation", "buurvrouw", "flat Noord", "Buurvrouw op drie hoog klaagt over gebonk na elven. Ga morgen langs bij gezin M."),
    at(3, "conversation", "vriendin van Samira", "plein", "Maakt zich zorgen. Gezegd dat ik niets over Samira kan vertellen, wel kan luisteren."),
    at(6, "signal", "groepje", "Griftpark", "Twee jongens van buiten de wijk erbij. Kentekens niet genoteerd, geen reden voor."),
    street("conversation", "snackbar", "Eigenaar geeft de jongens om tien uur thee als ze binnen rustig blijven."),
    at(5, "message", "Milan", "app", "Stuurde een foto van zijn werkbroek. Trots."),
    at(9, "conversation", "Yusuf", "plein", "Wil bij zijn oom gaan werken om de verzekering te betalen."),
    at(1, "other", "drie jongens", "plein", "Samen het zwerfvuil van gisteren opgeruimd."),
    at(11, "message", "Lotte", "telefoon", "Belde zelf om half een. Wil morgen naar de huisarts, ik ga mee."),
    at(0, "message", "oudste K.", "app", "Vraagt of zijn broertje mee mag naar het toernooi."),
    street("consultation", "straathoek", "Wijkagent gesproken over de man met het geld. Hij kijkt mee."),
    at(6, "conversation", "Rachid", "brug", "Heeft de anderen gevraagd de muziek zachter te doen. Compliment gegeven."),
    at(4, "conversation", "Elif", "bushalte", "Zorgt elke avond voor opa. Is moe, wil dat niet thuis zeggen."),
    at(2, "signal", "meneer Van der Wal", "straat", "Zag hem laat en alleen lopen. Kort gegroet, hij wilde door."),
    street("other", "kantoor", "Dienst afgesloten om een uur. Rustige nacht."),
];

/// What Bram, family coach, writes.
// One line each, as in a shift log.
#[rustfmt::skip]
pub const BRAM: [Moment; 30] = [
    at(0, "conversation", "vader K.", "telefoon", "Vader gebeld. Hij wil de jongens zondag zien, moeder vindt het goed."),
    at(2, "homeVisit", "gezin", "thuis", "Aan de keukentafel de brieven op stapels gelegd. Elf ongeopend, nu nul."),
    at(4, "homeVisit", "opa en Elif", "thuis", "Opa herkende mij niet meteen. Elif doet alles. Thuiszorg besproken."),
    at(7, "conversation", "moeder De Groot", "buurthuis", "Twee scholen bekeken. Ze kiest de kleine, om de hoek."),
    at(8, "consultation", "beide ouders", "kantoor", "Eerste gesprek samen. Ze luisterden naar elkaar. Volgende over twee weken."),
    at(10, "homeVisit", "gezin M.", "flat Noord", "De jongste gooit een bal tegen de muur als hij niet kan slapen. Samen een plan gemaakt."),
    at(3, "consultation", "mentor", "telefoon", "School wil meedenken: Samira mag met halve dagen beginnen."),
    at(0, "message", "moeder K.", "app", "Kan de brief van de gemeente niet lezen. Morgen samen."),
    at(2, "message", "mevrouw Van der Wal", "app", "Heeft de loonstroken gevonden. Neemt ze maandag mee."),
    at(5, "consultation", "fietsenmaker", "telefoon", "Wil Milan wel een kans geven. Fiets repareren kan hij al, op tijd komen moet nog."),
    street("conversation", "buurthuis", "Moeder van het naaiclubje vraagt hoe je een gezinscoach krijgt. Folder gegeven."),
    at(4, "message", "Elif", "app", "Vraagt of ze een avond vrij kan krijgen. Buurvrouw gevonden voor woensdag."),
    at(7, "homeVisit", "gezin De Groot", "thuis", "Dozen staan er nog. De kinderen slapen nu wel op eigen kamers."),
    at(8, "conversation", "Daan", "voetbalveld", "Daan wil om en om een week. Heeft dat nog aan niemand verteld."),
    at(11, "consultation", "vader van Lotte", "telefoon", "Belde ongerust. Gezegd dat ze veilig is en dat ze zelf belt als ze eraan toe is."),
    at(10, "message", "mevrouw M.", "app", "Eerste nacht zonder bal. Ze is blij."),
    at(2, "consultation", "schuldhulp", "telefoon", "Afspraak bevestigd: maandag tien uur, ik ga mee."),
    at(0, "homeVisit", "gezin K.", "thuis", "Met de jongens gekookt. Moeder zat er voor het eerst bij."),
    at(9, "consultation", "oom van Yusuf", "werkplaats", "Oom wil hem zaterdagen geven, onder een voorwaarde: eerst zijn diploma."),
    at(6, "signal", "ouder", "schoolplein", "Moeder van een van de jongens vindt het Griftpark 's avonds te laat. Fatima gevraagd."),
    at(3, "message", "Samira", "app", "Stuurde een duim na het voorstel van halve dagen."),
    at(1, "consultation", "moeder van Jayden", "telefoon", "Blij dat hij niet zelf achter zijn fiets aan ging."),
    at(4, "consultation", "thuiszorg", "telefoon", "Intake volgende week. Twee ochtenden zou kunnen."),
    at(7, "message", "vader De Groot", "app", "Inschrijving is gelukt. Maandag eerste schooldag."),
    at(8, "message", "Noor", "app", "Gesprek gaat door, ze mag zelf kiezen of ze erbij zit."),
    at(10, "conversation", "buurvrouw", "flat Noord", "Uitgelegd wat we met het gezin doen, zonder details. Ze heeft geduld."),
    at(5, "message", "Milan", "app", "Vroeg hoe laat hij er moest zijn. Acht uur, fiets mee."),
    at(11, "message", "Lotte", "app", "Vond het fijn dat haar vader niet boos was."),
    at(2, "other", "dossier", "kantoor", "Overzicht van de schulden gemaakt, zodat het maandag snel kan."),
    street("other", "auto", "Laatste rit. Morgen eerst naar gezin K."),
];

#[cfg(test)]
mod tests {
    use super::{BRAM, CASES, FATIMA};
    use std::collections::BTreeSet;

    #[test]
    fn the_night_has_sixty_different_moments_and_some_in_the_same_cases() {
        let texts: BTreeSet<&str> = FATIMA
            .iter()
            .chain(&BRAM)
            .map(|moment| moment.text)
            .collect();
        assert_eq!(texts.len(), 60);
        let cases = |moments: &[super::Moment]| -> BTreeSet<usize> {
            moments.iter().filter_map(|moment| moment.case).collect()
        };
        let both = cases(&FATIMA);
        let both: Vec<_> = both.intersection(&cases(&BRAM)).copied().collect();
        assert!(both.len() >= 5 && both.iter().all(|case| *case < CASES.len()));
    }
}
