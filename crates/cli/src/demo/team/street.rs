//! What street coaches write about the street itself: groups, neighbours, places. Nobody by name. Invented.

use super::Theme;

/// About the street.
pub const STREET: [Theme; 6] = [
    Theme {
        domain: "network",
        told: &[
            "Groep van een man of acht, vooral bekenden. Muziek aan, verder rustig.",
            "Twee groepjes die elkaar eerst negeerden en later samen voetbalden.",
            "Vijf jongens die op iemand wachtten. Ze vroegen of ik koffie had.",
            "Een nieuwe groep, jonger dan anders. Ze kwamen zelf kijken wie ik ben.",
            "Alleen de vaste drie. De rest is binnen, zeiden ze, vanwege de kou.",
            "Meiden op het muurtje, zes in totaal. Ze wilden weten of er weer een kookavond komt.",
        ],
        more: &[
            "Een van hen vroeg naar werk in het weekend.",
            "Geen drank gezien, wel twee lege flessen bij de bank.",
            "Ze ruimden hun rommel op toen ik erom vroeg, met wat grapjes.",
            "Er ging een scooter langs die te hard reed. Dat vonden ze zelf ook.",
            "Het gesprek ging over de wedstrijd van zondag.",
        ],
        agreed: &[
            "Ik vraag bij het buurthuis naar de kookavond.",
            "Zaterdag loop ik weer langs, dan later op de avond.",
            "De vacature van de werkplaats neem ik de volgende keer mee.",
            "Niets afgesproken.",
        ],
    },
    Theme {
        domain: "safety",
        told: &[
            "Spanning tussen twee jongens over een jas. Uit elkaar gegaan zonder klappen.",
            "De wijkagent liep een stukje mee. De groep bleef zitten en groette.",
            "Er was ruzie op het veldje; de oudste jongens haalden het zelf uit elkaar.",
            "Een voorbijganger schold de groep uit. Niemand ging erop in.",
            "Vuurwerk bij de tunnel, twee keer. Wie het deed, was al weg.",
        ],
        more: &[
            "Het licht bij de trap is nog steeds kapot.",
            "Later was het stil; om half twaalf stond er niemand meer.",
            "Ik heb gezegd wat ik zag en niet wat ik dacht.",
            "Een jongen bleef hangen en wilde praten, maar niet vanavond.",
            "De buurman keek uit het raam en stak zijn duim op.",
        ],
        agreed: &[
            "Ik geef het door aan de volgende dienst.",
            "Morgen bel ik de wijkagent om te horen of er meldingen waren.",
            "De lamp meld ik opnieuw bij de gemeente.",
            "Zondag kijken we met twee collega's hoe het dan is.",
        ],
    },
    Theme {
        domain: "network",
        told: &[
            "Buurvrouw op de hoek klaagt over lawaai na elf uur. Ze was vriendelijk.",
            "De eigenaar van de snackbar vraagt of de groep iets verderop kan staan.",
            "Een buurman bracht thee voor de jongens. Dat had ik nog niet eerder gezien.",
            "Een moeder vroeg wat wij hier eigenlijk doen. Ik heb het uitgelegd.",
            "De conciërge van de school laat het hek voortaan tot negen uur open.",
        ],
        more: &[
            "Ze wil geen boete voor ze, alleen rust als haar zoontje slaapt.",
            "De groep vond dat een redelijke vraag en schoof op.",
            "Het helpt dat ze elkaars gezicht nu kennen.",
            "Hij kent twee van de jongens nog van de basisschool.",
            "Ik heb mijn nummer achtergelaten.",
        ],
        agreed: &[
            "Volgende week drinken we koffie met de buurvrouw en twee van de jongens.",
            "Ik kom vrijdag na elven nog een keer luisteren.",
            "De vraag over het hek neem ik mee naar het wijkoverleg.",
            "Niets afgesproken, wel contact.",
        ],
    },
    Theme {
        domain: "leisure",
        told: &[
            "Druk bij het voetbalveldje, zeker vijftien. Het toernooi leeft.",
            "Skatebaan vol met jonge kinderen, de groten keken van een afstand toe.",
            "In het buurthuis twaalf jongeren bij het tafeltennis. Goede sfeer.",
            "De barbecue was een succes; de oudere jongens stonden achter het rooster.",
            "Rustige avond door de regen. Twee jongens onder het afdak, allebei met huiswerk.",
        ],
        more: &[
            "Ze willen volgende keer zelf de muziek doen.",
            "Er zijn te weinig hesjes; de helft speelde zonder.",
            "Een vader bleef kijken en hielp met opruimen.",
            "De sleutel van het hok is terug.",
            "Om tien uur was alles schoon achtergelaten.",
        ],
        agreed: &[
            "Ik regel tien hesjes bij het sportbedrijf.",
            "Twee jongens maken het schema voor volgende maand.",
            "De zaal is gereserveerd, ik stuur de tijd rond.",
            "Niets afgesproken.",
        ],
    },
    Theme {
        domain: "safety",
        told: &[
            "Er gaat een filmpje rond over een vechtpartij op een andere school. Iedereen had het gezien.",
            "Gesprek over oplichting met betaalverzoeken. Drie van de zes kenden iemand.",
            "Een meisje vroeg hoe je iets van internet krijgt, voor een vriendin, zei ze.",
            "Ze lieten een spel zien waar je met echt geld kunt inzetten.",
        ],
        more: &[
            "Niemand wilde zeggen uit welke groep het komt.",
            "Ik heb verteld dat je ook getuige mag zijn zonder mee te doen.",
            "Het werd een beter gesprek dan ik had verwacht.",
            "De jongste luisterde het meest.",
        ],
        agreed: &[
            "Ik vraag de jongerenwerker om er woensdag een avond over te doen.",
            "Het meisje weet waar ze mij kan vinden.",
            "Ik zoek uit waar je zo'n bericht meldt en neem het mee.",
        ],
    },
    Theme {
        domain: "safety",
        told: &[
            "Niemand getroffen. Wel sporen: as, blikjes en een vergeten handschoen.",
            "Leeg. Het waait hier te hard om te zitten.",
            "Drie fietsen zonder eigenaar bij het bankje.",
            "De nieuwe bankjes zijn er. Ze staan verder van de huizen af.",
            "Rustig. Alleen iemand met een hond, die vertelde dat het gisteren druk was.",
        ],
        more: &[
            "Rond acht uur schijnt het anders te zijn.",
            "De prullenbak is vol en dat al een week.",
            "Het scheelt dat het plein nu verlicht is.",
            "Vanaf de brug kun je alles overzien zonder erbij te staan.",
        ],
        agreed: &[
            "Volgende ronde eerst hierlangs.",
            "De fietsen meld ik morgen bij de gemeente.",
            "Ik vraag de reiniging om een tweede bak.",
        ],
    },
];
