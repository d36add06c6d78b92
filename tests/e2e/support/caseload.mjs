// The invented caseload of an invented team: nobody in it exists.
//
// A moment is [evenings ago, time, who wrote it, kind, place, text]. Tonight's times are minutes
// before now, so that a picture never shows the future.

/** Cases: name, who works along, "where we stand", and what happened. */
export const cases = [
  {
    name: "Gezin K.",
    with: ["Fatima", "Bram"],
    summary:
      "Daan (16) slaapt sinds dinsdag bij zijn oma aan de Moezeldreef. Moeder wil hem terug, Daan wil eerst rust. School weet ervan: mevrouw De Wit belt maandag. Vrijdag om drie uur praten we met z’n vieren bij oma.",
    moments: [
      [0, 14, "Fatima", "conversation", "Griftpark", "Daan stond bij de skatebaan, alleen. Slaapt goed bij oma. Durft morgen zelf zijn moeder te bellen, ik heb beloofd dat ik erbij ben."],
      [0, 96, "Bram", "message", null, "Moeder belde. Ze is rustiger dan gisteren en vindt vrijdag goed. Vraagt of Daan zijn medicijnen bij zich heeft."],
      [1, "22:40", "Fatima", "signal", "Griftpark", "Daan zat bij de grote jongens op het bankje. Hij ging meteen mee toen ik hem groette. Geen drank gezien."],
      [1, "19:15", "Bram", "homeVisit", "Moezeldreef", "Bij oma thuis. Er is een bed en een plek voor huiswerk. Oma houdt het twee weken vol, daarna wordt het zwaar."],
      [3, "21:05", "Fatima", "conversation", "Stationsplein", "Daan wil niet naar huis. Ruzie over geld, niet over school. Hij heeft zijn oma gebeld waar ik bij stond."],
      [3, "17:30", "Bram", "consultation", null, "Overleg met school: mevrouw De Wit houdt zijn plek vrij en meldt hem niet als verzuim, tot en met vrijdag."],
    ],
    notes: [["Bram", "Vrijdag 15.00 uur bij oma. Fatima haalt Daan op, ik neem moeder mee."]],
  },
  {
    name: "Youssef B.",
    with: ["Fatima", "Bram"],
    summary: "Youssef (17) werkt drie avonden bij de pizzeria en wil zijn opleiding afmaken. Schuld bij de telefoonwinkel is geregeld.",
    moments: [
      [0, 41, "Fatima", "conversation", "Neude", "Voor zijn dienst even gepraat. Moe, wel trots: de eerste maand is betaald. Wil maandag samen het formulier invullen."],
      [2, "21:50", "Fatima", "message", null, "Appje: of ik iemand ken met een fiets. Doorgezet naar de werkplaats van De Dreef."],
      [4, "20:10", "Bram", "conversation", "Pizzeria", "Zijn baas is tevreden, op tijd en vriendelijk. Vraagt alleen om een briefje voor de schooldagen."],
      [6, "22:15", "Fatima", "signal", "Neude", "Stond weer bij de scooters. Liep zelf weg toen het druk werd."],
    ],
  },
  {
    name: "Noor E.",
    with: ["Fatima", "Bram"],
    summary: "Noor (15) gaat sinds twee weken weer drie dagen naar school. Doel 2 is: hele dagen vóór de kerst.",
    moments: [
      [0, 73, "Bram", "homeVisit", "Zamenhofdreef", "Goed gesprek met Noor en haar vader aan de keukentafel. Ze wil zelf aan de mentor vertellen waarom ochtenden moeilijk zijn."],
      [2, "19:30", "Bram", "consultation", null, "Mentor gesproken. Eerste twee uur mag ze beneden in de mediatheek beginnen."],
      [5, "20:45", "Fatima", "conversation", "De Dreef", "Noor hielp in de keuken van het buurthuis. Lachte veel. Over school wilde ze het vanavond niet hebben."],
      [7, "18:20", "Bram", "homeVisit", "Zamenhofdreef", "Vader thuis, Noor op haar kamer. Samen het weekschema gemaakt en op de deur gehangen."],
    ],
  },
  {
    name: "Gezin van der Meulen-Oosterhuis",
    with: ["Fatima", "Bram"],
    summary: "Drie kinderen, verhuisd in september. Jongste slaapt slecht. De huisarts kijkt mee.",
    moments: [
      [1, "18:45", "Bram", "homeVisit", "Ivoordreef", "De dozen zijn uitgepakt. Oudste heeft een eigen kamer en is daar blij mee. Jongste nog twee keer per nacht wakker."],
      [4, "19:20", "Bram", "message", null, "Moeder heeft de afspraak bij de huisarts gemaakt: donderdag half negen."],
      [8, "18:30", "Bram", "homeVisit", "Ivoordreef", "Eerste bezoek in het nieuwe huis. Nog geen gordijnen, buren kwamen soep brengen."],
    ],
  },
  {
    name: "Amir T.",
    with: ["Fatima"],
    summary: "Amir (17) zoekt een kamer. Tot die tijd bij zijn broer.",
    moments: [
      [0, 128, "Fatima", "conversation", "Stationsplein", "Amir heeft zaterdag een bezichtiging. Hij wil graag dat iemand meegaat, ik heb ja gezegd."],
      [1, "23:20", "Fatima", "message", null, "Broer vindt het goed tot het einde van de maand. Daarna komt zijn schoonmoeder."],
      [3, "22:30", "Fatima", "conversation", "Stationsplein", "Samen op zijn telefoon ingeschreven voor een kamer. Paspoort ligt bij zijn moeder."],
      [6, "21:40", "Fatima", "conversation", "Neude", "Eerste keer dat hij zelf naar mij toe kwam. Wil een eigen plek, geen opvang."],
    ],
  },
  {
    name: "Gezin de Wit-Haddad",
    with: ["Fatima", "Bram"],
    summary: "Ouders zijn uit elkaar, kinderen wisselen per week. Beide ouders praten met Bram.",
    moments: [
      [2, "18:10", "Bram", "homeVisit", "Gloriantdreef", "Bij vader. De kinderen hebben nu aan beide kanten een tandenborstel en een jas. Klein, maar het scheelt ruzie."],
      [5, "18:40", "Bram", "homeVisit", "Rhônedreef", "Bij moeder. Ze schrijft in het schriftje wat er die week was, vader leest het ook echt."],
      [9, "19:00", "Bram", "consultation", null, "Met beide ouders aan tafel: wisselen op vrijdag uit school, nooit aan de deur."],
    ],
  },
  {
    name: "Sem en Lotte",
    with: ["Fatima", "Bram"],
    summary: "Broer en zus, 14 en 12. Vaak laat buiten omdat moeder avonddienst heeft.",
    moments: [
      [0, 155, "Fatima", "conversation", "Griftpark", "Sem en Lotte voetbalden nog. Om half zeven naar huis gelopen, eten stond in de oven."],
      [2, "20:35", "Fatima", "conversation", "Griftpark", "Lotte had het koud en geen sleutel. Buurvrouw deed open."],
      [4, "21:15", "Bram", "message", null, "Moeder kan vanaf december twee avonden eerder weg van haar werk."],
      [7, "20:20", "Fatima", "signal", "Winkelcentrum", "Alleen bij de ingang, iemand filmde ze. Filmpje is weg, ze zijn met mij meegelopen."],
    ],
  },
  {
    name: "Mila R.",
    with: ["Fatima"],
    summary: "",
    moments: [
      [1, "21:10", "Fatima", "conversation", "De Dreef", "Mila wil stoppen met de groepsapp. Samen gekeken hoe je uit de groep gaat zonder gedoe."],
      [5, "21:30", "Fatima", "message", null, "Lang geappt over de foto. Ze heeft het aan haar tante verteld, dat was de moeilijkste stap."],
      [8, "20:50", "Fatima", "conversation", "De Dreef", "Kennisgemaakt. Ze komt vaker op dinsdag."],
    ],
  },
  {
    name: "Gezin Öztürk",
    with: ["Fatima", "Bram"],
    summary: "Vader zoekt werk, oudste zoon helpt mee thuis. Toeslagen zijn aangevraagd op 12 november.",
    moments: [
      [3, "18:15", "Bram", "homeVisit", "Tigrisdreef", "Brief van de toeslagen gelezen en beantwoord. Kopie ligt in de blauwe map."],
      [6, "18:50", "Bram", "homeVisit", "Tigrisdreef", "Kastje met post leeggemaakt. Twee aanmaningen, allebei uitstel gekregen."],
      [10, "19:10", "Bram", "conversation", "De Dreef", "Eerste gesprek in het buurthuis, zoon tolkte. Volgende keer met een echte tolk."],
    ],
  },
  {
    name: "Jayden S.",
    with: ["Fatima", "Bram"],
    summary: "Jayden (18) is sinds oktober uit detentie. Meldt zich elke week, woont bij zijn tante.",
    moments: [
      [1, "20:05", "Fatima", "conversation", "Sportschool", "Hij traint weer. Oude vrienden staan buiten te wachten, hij ging door de achterdeur."],
      [4, "22:05", "Fatima", "message", null, "Tante vraagt of hij mee mag naar de familie in Almere. Overlegd met zijn begeleider: mag."],
      [9, "21:20", "Bram", "consultation", null, "Afspraken met de reclassering op papier. Elke donderdag melden, vóór vijf uur."],
    ],
  },
  {
    name: "Sara en Ilias",
    with: ["Bram"],
    summary: "",
    moments: [[2, "17:45", "Bram", "homeVisit", "Neckardreef", "Gezin van Bram alleen."]],
  },
  {
    name: "Kevin de J.",
    with: ["Fatima", "Bram"],
    summary: "Kevin (16) gamet hele nachten. Eén avond per week gaat hij mee naar de werkplaats.",
    moments: [
      [2, "22:50", "Fatima", "conversation", "De Dreef", "Twee uur aan een fiets gewerkt en niet één keer op zijn telefoon gekeken."],
      [5, "22:20", "Fatima", "message", null, "Komt donderdag, als er weer soep is."],
      [9, "20:30", "Bram", "homeVisit", "Theemsdreef", "Moeder zet het internet om elf uur uit. Kevin vindt het oneerlijk en ook wel rustig."],
    ],
  },
  {
    name: "Gezin Bakker",
    with: ["Fatima", "Bram"],
    summary: "Afsluiten vóór 1 december als het zo blijft.",
    moments: [
      [6, "19:40", "Bram", "homeVisit", "Amazonedreef", "Het loopt. Samen teruggekeken op het plan van mei: vier van de vijf doelen gehaald."],
      [10, "18:25", "Bram", "message", null, "Bericht van moeder: rapport was goed, taart in de vriezer."],
    ],
  },
  {
    name: "Zoë M.",
    with: ["Fatima", "Bram"],
    summary: "",
    moments: [
      [3, "20:25", "Fatima", "conversation", "Winkelcentrum", "Zoë zoekt een bijbaan. Samen een briefje geschreven voor de bakker."],
      [8, "21:45", "Bram", "conversation", "Neude", "Wilde weten of wij van de politie zijn. Uitgelegd wat we wel en niet doen."],
    ],
  },
  { name: "Ryan P.", with: ["Fatima"], summary: "", moments: [] },
];

/** Contact moments that belong to no case yet: also a nickname, before the text. */
export const street = [
  [0, 27, "Fatima", "conversation", "Griftpark", "groene pet", "Jongen van een jaar of zestien, groene pet. Vraagt of er ergens een warme plek is. Kaartje van De Dreef gegeven, hij komt morgen."],
  [0, 110, "Bram", "signal", "Stationsplein", null, "Groep van een man of zes bij de fietsenstalling, harde muziek, geen ruzie. Goed contact met twee van hen."],
  [1, "23:05", "Fatima", "conversation", "Neude", "Sjonnie", "Wil iets met auto’s. Kent Youssef. Zegt niet waar hij slaapt."],
  [2, "23:30", "Fatima", "signal", "Griftpark", null, "Bij de fontein vuurwerk gevonden, afgegeven bij de wijkagent."],
  [4, "20:55", "Bram", "conversation", "Winkelcentrum", "twee zusjes", "Twee zusjes wachtten tot de winkel dichtging. Moeder kwam om negen uur, alles goed."],
  [5, "22:45", "Fatima", "other", "Griftpark", null, "Lampen bij het zuidpad zijn kapot. Gemeld, nummer 2281."],
  [7, "21:55", "Bram", "conversation", "Stationsplein", "Mo van de trap", "Vertelde over zijn broertje. Komt misschien naar de voetbalavond."],
];

/** The one text that both rewrite without a network, in "Gezin K.". */
export const rewritten = {
  /** How the text begins, before and after. */
  start: "Bij oma thuis",
  Fatima:
    "Bij oma thuis, Daan was er zelf ook. Er is een bed en een plek voor huiswerk. Oma houdt het twee weken vol, daarna wordt het zwaar voor haar.",
  Bram: "Bij oma thuis. Er is een bed, huiswerk maakt hij aan de keukentafel. Oma wil tot de kerst, maar vraagt om één vrije avond per week.",
};

/** The case that most scenes are about. */
export const CASE = cases[0].name;
