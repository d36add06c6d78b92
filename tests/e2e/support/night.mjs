// One invented night: three rounds, nine stops, fourteen contacts, two of them with people nobody knows yet.
// A contact is [who, kind as on Alt+1..6, text]; `who` is a case, or a nickname with "new:" before it.
export const night = [
  [
    {
      place: "Griftpark",
      people: 6,
      mood: 2,
      topic: "Wedstrijd van zondag, en wie er trekt aan het toernooi.",
      contacts: [
        ["Gezin K.", 1, "Daan stond bij de skatebaan. Slaapt goed bij oma en wil morgen zelf zijn moeder bellen. Afgesproken dat ik erbij ben."],
        ["new:Rode jas", 1, "Nieuw gezicht, een jaar of vijftien. Vroeg waar het buurthuis is. Wilde zijn naam niet zeggen en dat hoeft ook niet."],
      ],
    },
    { place: "Stationsplein", people: 3, mood: 1, topic: "Kou. De rest zit binnen.", contacts: [["Amir T.", 1, "Amir heeft zaterdag de bezichtiging. Ik ga mee, om tien uur bij de bakker."]] },
    { place: "Neude", people: 0, mood: null, topic: "Niemand getroffen, wel veel fietsen.", contacts: [["Youssef B.", 2, "Appje van Youssef: eerste loon is binnen. Wil maandag het formulier invullen."]] },
  ],
  [
    {
      place: "Marktplein",
      people: 9,
      mood: 3,
      topic: "Ruzie over een jas, uit elkaar gegaan zonder klappen.",
      contacts: [
        ["Gezin K.", 4, "De grote jongens vroegen naar Daan. Hij was er niet. Ik heb niets gezegd over oma."],
        ["", 1, "Buurvrouw op de hoek klaagt over lawaai na elf uur. Ze was vriendelijk."],
        ["new:de lange met de bril", 1, "Haalde de twee uit elkaar en bleef daarna praten. Werkt in het magazijn, zoekt een kamer."],
      ],
    },
    { place: "busstation Oost", people: 2, mood: 1, topic: "Wachten op de laatste bus.", contacts: [["Youssef B.", 1, "Youssef onderweg naar zijn dienst. Moe, wel trots."]] },
    { place: "Griftpark", people: 4, mood: 2, topic: "Rustiger dan aan het begin.", contacts: [["", 1, "Twee van de jongens ruimden hun flessen op zonder dat ik iets zei."]] },
  ],
  [
    { place: "het kanaal", people: 5, mood: 4, topic: "Onbekende jongens van buiten de wijk.", contacts: [["Amir T.", 4, "Amir liep om toen hij hen zag. Wil er vanavond niet over praten."]] },
    { place: "Stationsplein", people: 1, mood: 1, topic: "Laatste ronde.", contacts: [["Gezin K.", 2, "Daan appt dat hij binnen is. Oma ook blij."], ["", 1, "Beveiliger van het station vertelde dat het gisteren druk was."]] },
    {
      place: "De Dreef",
      people: 0,
      mood: null,
      topic: "Donker, de lamp is stuk.",
      contacts: [
        ["", 4, "De lamp bij de trap is nog steeds kapot. Morgen opnieuw melden."],
        ["Youssef B.", 1, "Youssef nog even gezien na zijn dienst. Fiets rijdt weer."],
      ],
    },
  ],
];

/** The cases of the night. Bram works in the first and the last, not in Amir's. */
export const nightCases = [
  ["Gezin K.", ["Bram"]],
  ["Amir T.", []],
  ["Youssef B.", ["Bram"]],
];
