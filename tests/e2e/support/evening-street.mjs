// The evening that is going on at Fatima's laptop: her shift and its stops, somebody nobody knows yet, and
// Bram's handover of the night before.
const MINUTE = 60_000;

/** Minutes ago, place, people, mood, group, topic, agreement. */
const STOPS = [
  [148, "Griftpark", 6, "friendly", "de skaters", "Wie er zondag trekt aan het toernooi.", "Ik vraag tien hesjes bij het sportbedrijf."],
  [121, "Stationsplein", 3, "calm", null, "Kou. De rest zit binnen.", null],
  [97, "Marktplein", 9, "restless", "groep Marktplein", "Ruzie over een jas, uit elkaar gegaan zonder klappen.", "Morgen lopen we hier met z’n tweeën."],
  [64, "busstation Oost", 2, "calm", null, "Wachten op de laatste bus.", null],
  [31, "het kanaal", 5, "tense", null, "Onbekende jongens van buiten de wijk.", "Doorgeven aan de volgende dienst."],
];

/** Bram's shift is over: its handover goes to the next. */
export async function theShiftBefore(bram, now) {
  const { id } = await bram.ask("start_shift");
  const topic = "Kookavond in het buurthuis, twaalf aan tafel.";
  await bram.ask("record_stop", { place: "De Dreef", at: now, headCount: 12, mood: "friendly", topic, agreement: "Donderdag weer." });
  await bram.ask("end_shift", { shiftId: id });
  const { groups } = await bram.ask("compose_handover", { shiftId: id });
  const order = groups.flatMap(({ lines }) => lines.map(({ key }) => key));
  await bram.ask("send_handover", { shiftId: id, draft: { order, struck: [], sentences: [], to: [] } });
}

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
