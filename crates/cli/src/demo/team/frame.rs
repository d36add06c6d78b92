//! What stands around a theme: how it began, what the coach felt and made of it, how it ended. Invented.

/// How a conversation on the street began.
pub const MET: [&str; 12] = [
    "Getroffen bij {plek}.",
    "Zat op het bankje bij {plek} en stak zijn hand op toen ik aankwam.",
    "Liep met me mee van {plek} tot aan de bushalte.",
    "Kort gesproken bij {plek}, tussen twee anderen door.",
    "Lang gesprek bij {plek}, in de kou, maar het moest er even uit.",
    "Stond alleen bij {plek}.",
    "Kwam me zelf zoeken bij {plek}.",
    "Bij {plek} tegengekomen, op weg naar huis.",
    "Vroeg of ik even tijd had. We zijn bij {plek} gaan zitten.",
    "Eerst niet aanspreekbaar, een half uur later bij {plek} wel.",
    "Bij {plek}, aan het eind van mijn tweede ronde.",
    "Zoals afgesproken bij {plek}, vijf minuten te laat en dat zei ik ook.",
];

/// How a message began.
pub const MESSAGED: [&str; 8] = [
    "Appte laat op de avond.",
    "Belde op terwijl ik naar de auto liep.",
    "Stuurde een spraakbericht van drie minuten.",
    "Teruggebeld na twee gemiste oproepen.",
    "Heen en weer geappt tijdens de dienst.",
    "Reageerde na vier dagen op mijn bericht.",
    "Gebeld zoals afgesproken.",
    "Eerst niet opgenomen, daarna zelf teruggebeld.",
];

/// How a home visit began.
pub const VISITED: [&str; 9] = [
    "Huisbezoek, iedereen was thuis.",
    "Aan de keukentafel, met thee en een koekje.",
    "Kort langs geweest, tussen twee afspraken in.",
    "Eerste bezoek na de vakantie.",
    "Bezoek samen met een collega.",
    "Bij het gezin thuis, de televisie stond aan en ging later uit.",
    "Onverwacht langsgegaan omdat bellen niet lukte. Dat was goed.",
    "Huisbezoek van anderhalf uur, langer dan gepland.",
    "Op de gang begonnen, in de woonkamer verder gepraat.",
];

/// How a consultation began.
pub const CONSULTED: [&str; 8] = [
    "Overleg met school, de ouder was erbij.",
    "Gebeld met de huisarts, met toestemming.",
    "Casusoverleg van twintig minuten.",
    "Afgestemd met de gezinscoach.",
    "Overleg met de corporatie.",
    "Kort overleg met de wijkagent, zonder namen.",
    "Gesproken met de jeugdarts.",
    "Overdracht met de collega van de dagdienst.",
];

/// How a signal began.
pub const NOTICED: [&str; 6] = [
    "Signaal, nog niet besproken met wie het gaat.",
    "Gezien tijdens de ronde.",
    "Een collega van het buurthuis belde met een zorg.",
    "Gehoord van een buurvrouw, die het zelf ook al had gezegd.",
    "Opgevallen bij {plek}.",
    "Van twee kanten gehoord deze week.",
];

/// What the coach felt or made of it, marked as such.
pub const FELT: [&str; 16] = [
    "Mijn indruk: er zit meer achter, maar dat komt wel.",
    "Ik was er niet gerust op toen ik wegging.",
    "Het voelde lichter dan vorige keer.",
    "Ik denk dat schaamte hier een grotere rol speelt dan geld.",
    "Voor mij was dit het beste gesprek tot nu toe.",
    "Ik merkte dat ik zelf ook moe was en heb het daarom kort gehouden.",
    "Ik vond het spannend en heb dat ook gezegd.",
    "Ik twijfel of dit het goede moment is om meer te vragen.",
    "Dat raakte me.",
    "Mijn gevoel is dat het vertrouwen groeit.",
    "Wat ik zag en wat er gezegd werd, klopte niet helemaal met elkaar.",
    "Ik heb vooral geluisterd.",
    "Er werd gelachen. Dat is weleens anders geweest.",
    "Ik heb gezegd dat ik het opschrijf, en dat was goed.",
    "Zelf noemt niemand het een probleem. Ik ook nog niet.",
    "Ik zag kracht die er een jaar geleden niet was.",
];

/// How it ended.
pub const ENDED: [&str; 14] = [
    "Daarna naar huis gegaan.",
    "Afscheid genomen met een boks.",
    "Om kwart voor twaalf was het klaar.",
    "De rest komt volgende keer.",
    "Nummer van de nachtdienst nog eens gegeven.",
    "Thuisgebracht tot de hoek van de straat.",
    "Niet alles besproken, wel genoeg voor nu.",
    "Bedankt bij het weggaan, en dat gebeurt niet vaak.",
    "De collega van morgen leest dit.",
    "Volgende week weer.",
    "Verder geen bijzonderheden.",
    "Ik laat het hier even bij.",
    "Goed om te weten voor wie morgen dienst heeft.",
    "Opgeschreven in de auto, direct erna.",
];

/// Who was not reached, or was met and did not want to talk.
pub const MISSED: [&str; 8] = [
    "Niet bereikt. Twee keer gebeld en een bericht achtergelaten.",
    "Niet thuis. Kaartje door de bus gedaan.",
    "Was er niet op de afgesproken tijd. Ik probeer het morgen opnieuw.",
    "Nam niet op. Appje gestuurd dat ik aan {hem} denk.",
    "Gegroet van een afstand, geen gesprek. Dat is ook goed.",
    "Telefoon uit. De broer geeft door dat ik gebeld heb.",
    "Bij {plek} gezocht, niet gezien. Vrienden zeggen dat {hij} thuis is.",
    "Wilde vanavond niet praten. Dat heb ik zo gelaten.",
];
