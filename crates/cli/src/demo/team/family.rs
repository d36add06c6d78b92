//! What family coaches write about a household, theme by theme. Invented.
//!
//! `{Ouder}` and `{ouder}` are who was spoken to, `{kind}` a child; `{hij}`, `{hem}`, `{zijn}` follow the
//! parent.

use super::Theme;

/// About a household.
pub const FAMILY: [Theme; 10] = [
    Theme {
        domain: "family",
        told: &[
            "{Ouder} vertelde dat de avonden rustiger zijn sinds er een vaste bedtijd is.",
            "{Ouder} en {kind} hadden net ruzie gehad toen ik kwam. Ze wilden er allebei iets over zeggen.",
            "{Ouder} vindt dat {kind} te veel alleen op {zijn} kamer zit.",
            "{Ouder} heeft met {kind} gekookt. Het is weken geleden dat dat kon.",
            "{Ouder} is moe en zegt dat het alleen lukt omdat oma twee dagen helpt.",
            "{Ouder} wil dat {kind} weer bij een sport gaat en {kind} wil dat zelf ook.",
        ],
        more: &[
            "De regels hangen nu op de koelkast, in het handschrift van {kind}.",
            "Er is minder geschreeuwd dan vorige week, vertellen ze allebei.",
            "Wij hebben samen opgeschreven wat goed gaat. Dat werden zeven dingen.",
            "{kind} zei weinig, maar bleef wel aan tafel zitten.",
            "Oma past op als {ouder} naar het werk moet; dat houdt ze nog even vol.",
        ],
        agreed: &[
            "Volgende week kijken we of de afspraken over de telefoon werken.",
            "{Ouder} belt de sportclub, ik stuur het adres.",
            "Ik praat donderdag even apart met {kind}.",
            "We schrijven het gezinsplan volgende keer verder, met z'n allen.",
        ],
    },
    Theme {
        domain: "money",
        told: &[
            "{Ouder} had alle brieven op de tafel gelegd, op volgorde.",
            "{Ouder} schrok van de energierekening en weet niet hoe die betaald moet worden.",
            "{Ouder} heeft de betalingsregeling rond en hoeft nu niet meer elke week te bellen.",
            "{Ouder} wacht nog op de kinderbijslag na de verhuizing.",
            "{Ouder} vraagt of er een potje is voor een bed voor {kind}.",
        ],
        more: &[
            "Er blijft deze maand weinig over, maar het kan.",
            "Drie van de negen brieven gingen over hetzelfde.",
            "De bewindvoerder is moeilijk te bereiken, vooral op vrijdag.",
            "De huur is betaald. Dat ging voor alles.",
            "{Zijn} zus heeft boodschappen gedaan en wil daar niets voor terug.",
        ],
        agreed: &[
            "Ik bel maandag met de bewindvoerder en {ouder} luistert mee.",
            "We vragen bijzondere bijstand aan; ik vul voor, {ouder} leest na.",
            "{Ouder} stuurt een foto van de rekening.",
            "Dinsdag om tien uur gaan we samen naar het loket.",
        ],
    },
    Theme {
        domain: "housing",
        told: &[
            "{Ouder} laat schimmel zien in de slaapkamer van {kind}.",
            "{Ouder} hoorde van de corporatie dat het onderhoud in het voorjaar komt.",
            "{Ouder} heeft last van de buren boven en durft niet meer te bellen.",
            "{Ouder} heeft nieuwe gordijnen opgehangen. Het maakt de kamer anders.",
            "{Ouder} wil verhuizen, maar dan wel binnen de wijk, vanwege de school.",
        ],
        more: &[
            "De foto's zijn gemaakt en doorgestuurd.",
            "Er slapen nu drie kinderen op één kamer.",
            "De dozen van de verhuizing staan nog op de gang.",
            "Met de huismeester is vorige week gesproken; hij komt kijken.",
            "Het is er schoon en warm. Dat was in de herfst anders.",
        ],
        agreed: &[
            "Ik bel de corporatie en vraag om een datum.",
            "{Ouder} houdt een week bij wanneer er geluid is.",
            "Ik vraag bij de wijkbeheerder of buurtbemiddeling iets is.",
            "We schrijven samen een brief over de schimmel.",
        ],
    },
    Theme {
        domain: "schoolWork",
        told: &[
            "{Ouder} heeft zelf de school gebeld over {kind}. Dat was de eerste keer.",
            "{Ouder} kreeg een brief over het verzuim van {kind} en was daar boos over.",
            "{Ouder} wil weten wat het zorgteam over {kind} zegt, in gewone taal.",
            "{Ouder} is bij het gesprek op school geweest en vond het meevallen.",
            "{Ouder} vertelde dat {kind} bovenbouw doet met twee vakken op een lager niveau.",
        ],
        more: &[
            "De intern begeleider stelt voor om met halve dagen te beginnen.",
            "{kind} gaat liever met de fiets dan met het busje.",
            "Thuis is er nu een tafel waar huiswerk gemaakt kan worden.",
            "Op dinsdag gaat het mis, dan is er een invaller.",
            "De juf is vriendelijk en neemt de tijd, zegt {ouder}.",
        ],
        agreed: &[
            "Ik vraag het verslag op en lees het met {ouder} door.",
            "Over twee weken is er een nieuw gesprek op school; ik schuif aan.",
            "{Ouder} brengt {kind} maandag zelf.",
            "Ik vraag of de eerste twee uur in de mediatheek mogen.",
        ],
    },
    Theme {
        domain: "health",
        told: &[
            "{Ouder} slaapt slecht door de jongste, die twee keer per nacht wakker is.",
            "{Ouder} heeft de afspraak bij de huisarts gemaakt, ook voor zichzelf.",
            "{Ouder} vertelde dat {kind} weer eet en geen buikpijn meer heeft.",
            "{Ouder} moet geopereerd worden en weet niet wie er dan voor de kinderen zorgt.",
            "{Ouder} is met {kind} bij het consultatiebureau geweest.",
        ],
        more: &[
            "De wijkverpleegkundige kijkt vrijdag mee.",
            "Medicijnen liggen nu hoog in de kast, met een lijstje erop.",
            "Er zijn twee familieleden die een nacht kunnen blijven.",
            "{Hij} zag er beter uit dan vorige maand.",
            "Over de operatie is nog geen datum.",
        ],
        agreed: &[
            "We maken een weekschema voor de tijd rond de operatie.",
            "Ik bel de wijkverpleegkundige en vraag of ze eerder kan.",
            "{Ouder} vraagt aan de huisarts om een uitleg op papier.",
            "Volgende keer kijken we hoe de nachten gaan.",
        ],
    },
    Theme {
        domain: "health",
        told: &[
            "{Ouder} huilde even en zei daarna dat het oplucht.",
            "{Ouder} heeft de eerste twee gesprekken bij de psycholoog gehad.",
            "{Ouder} merkt dat {kind} prikkelbaar is na de dagen bij de andere ouder.",
            "{Ouder} gaat weer naar buiten, elke dag een stukje.",
            "{Ouder} maakt zich zorgen omdat {kind} zegt dat niets leuk is.",
        ],
        more: &[
            "Gevraagd of {hij} veilig is. Ja, zegt {hij}, en {zijn} zus is er elke avond.",
            "Het is vooral 's avonds, als de kinderen slapen.",
            "Wandelen met de buurvrouw helpt, meer dan praten.",
            "{kind} tekent veel en liet drie tekeningen zien.",
            "De wachttijd bij de jeugdhulp is nog zes weken.",
        ],
        agreed: &[
            "Ik bel morgen om te vragen hoe de avond was.",
            "We vragen of {kind} eerder gezien kan worden; ik schrijf de brief.",
            "{Ouder} belt {zijn} zus als het te veel wordt.",
            "Donderdag kom ik weer, dan zonder formulieren.",
        ],
    },
    Theme {
        domain: "family",
        told: &[
            "{Ouder} en de andere ouder hebben één rooster gemaakt voor de kinderen.",
            "{Ouder} vindt dat de andere ouder te veel goed vindt.",
            "{Ouder} leest voor het eerst wat er in het schriftje staat.",
            "{Ouder} heeft een keer niet gereageerd op een boos bericht en is daar trots op.",
            "{Ouder} wil dat ik een keer meega naar de andere ouder.",
        ],
        more: &[
            "De kinderen hebben nu aan beide kanten een jas en een tandenborstel.",
            "{kind} vertelde zelf wat fijn is aan allebei de huizen.",
            "Vakanties zijn nog niet verdeeld.",
            "Er is met respect gesproken, ook al was het niet altijd eens.",
            "Het schriftje gaat mee in de tas van {kind}.",
        ],
        agreed: &[
            "Ik plan een gesprek met beide ouders, in het buurthuis.",
            "{Ouder} schrijft in het schriftje wat goed ging die week.",
            "Voor de vakantie maken we een lijstje met drie punten.",
            "Ik vraag de andere ouder of dinsdag past.",
        ],
    },
    Theme {
        domain: "network",
        told: &[
            "{Ouder} noemde vijf mensen die {hij} kan bellen. Vorig jaar waren dat er geen.",
            "{Ouder} is bij de koffieochtend geweest en bleef tot het eind.",
            "{Ouder} kreeg hulp van de buurvrouw met de was.",
            "{Ouder} vertelde dat een oom de oudste helpt met rijles.",
            "{Ouder} wil iets terugdoen en gaat soep maken voor de buurt.",
        ],
        more: &[
            "We hebben de namen op een groot vel gezet, met {ouder} in het midden.",
            "De kerk heeft een fiets gebracht voor {kind}.",
            "Twee van de vijf weten nog niet wat er speelt.",
            "Er kwam tijdens het bezoek ook iemand langs met brood.",
            "{kind} schreef er zelf een naam bij: de trainer.",
        ],
        agreed: &[
            "{Ouder} vertelt het deze week aan {zijn} zus.",
            "Volgende keer nodigen we de buurvrouw uit bij het gesprek.",
            "Ik vraag bij het buurthuis naar de taalles op woensdag.",
            "We plannen de familiekring in de eerste week van de vakantie.",
        ],
    },
    Theme {
        domain: "schoolWork",
        told: &[
            "{Ouder} begint maandag met twaalf uur in de thuiszorg.",
            "{Ouder} heeft een brief van het UWV en begrijpt de helft.",
            "{Ouder} zoekt werk tijdens schooltijd, dichtbij.",
            "{Ouder} is gestopt met de nachtdiensten, om de kinderen.",
            "{Ouder} heeft het taalexamen gehaald en liet het papier zien.",
        ],
        more: &[
            "De opvang voor de jongste is geregeld voor twee ochtenden.",
            "Collega's zijn aardig en rijden om beurten.",
            "Zonder rijbewijs vallen de meeste banen af.",
            "{Hij} heeft jaren ervaring, alleen niet op papier.",
            "Het contract loopt tot de zomer.",
        ],
        agreed: &[
            "Ik vraag bij het leerwerkloket naar een praktijkverklaring.",
            "We lezen de brief van het UWV dinsdag samen.",
            "{Ouder} vraagt de baas om vaste dagen.",
            "Ik stuur drie vacatures door, {ouder} kiest er een.",
        ],
    },
    Theme {
        domain: "safety",
        told: &[
            "{Ouder} vertelde dat er vorige week iemand aan de deur is geweest die niet weg wilde.",
            "{Ouder} heeft het slot laten vervangen en voelt zich nu rustiger.",
            "{Ouder} belde omdat het tussen de broers uit de hand liep.",
            "{Ouder} houdt zich aan het veiligheidsplan; het hangt in de keuken.",
            "{Ouder} zegt dat de kinderen nu op tijd binnen zijn.",
        ],
        more: &[
            "De broers zijn daarna elk naar een ander huis gegaan om af te koelen.",
            "{kind} weet bij welke buurvrouw {kind} terecht kan.",
            "Met de wijkagent is kort gesproken, {ouder} was daarbij.",
            "Er is niemand gewond geraakt. Dat heb ik gevraagd en gezien.",
            "Sinds het plan er is, is er twee keer gebeld in plaats van geschreeuwd.",
        ],
        agreed: &[
            "Ik bel vanavond om negen uur nog een keer.",
            "Morgen lopen we het veiligheidsplan samen na.",
            "{Ouder} belt 112 als het weer gebeurt en daarna mij.",
            "Ik bespreek het morgen in het casusoverleg; {ouder} weet dat.",
        ],
    },
];
