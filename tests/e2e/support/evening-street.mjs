// The evening that is going on at Fatima's laptop: her shift and its stops, and somebody nobody knows yet.
const MINUTE = 60_000;

/** Minutes ago, place, people, mood, group, topic, agreement. */
const STOPS = [
  [148, "Griftpark", 6, "friendly", "de skaters", "Wie er zondag trekt aan het toernooi.", "Ik vraag tien hesjes bij het sportbedrijf."],
  [121, "Stationsplein", 3, "calm", null, "Kou. De rest zit binnen.", null],
  [97, "Marktplein", 9, "restless", "groep Marktplein", "Ruzie over een jas, uit elkaar gegaan zonder klappen.", "Morgen lopen we hier met z’n tweeën."],
  [64, "busstation Oost", 2, "calm", null, "Wachten op de laatste bus.", null],
  [31, "het kanaal", 5, "tense", null, "Onbekende jongens van buiten de wijk.", "Doorgeven aan de volgende dienst."],
];

/** Writes it, as if the shift had begun almost three hours before `now`. */
export async function theEveningSoFar(fatima, now) {
  const { id, version } = await fatima.ask("start_shift");
  await fatima.ask("edit_shift", { id, version, at: now - 160 * MINUTE });
  for (const [ago, place, headCount, mood, group, topic, agreement] of STOPS) {
    await fatima.ask("record_stop", { place, at: now - ago * MINUTE, headCount, mood, group, topic, agreement });
  }
  await fatima.ask("record_contact_moment", {
    people: [{ nickname: "Rode jas" }],
    kind: "conversation",
    text: "Nieuw gezicht, een jaar of vijftien. Vroeg waar het buurthuis is. Zijn naam heb ik niet gevraagd.",
    at: now - 88 * MINUTE,
    place: "Marktplein",
  });
}
