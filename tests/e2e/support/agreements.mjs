// What was agreed, and by when, at Fatima's laptop; she may use the timer of who works alone.
const DAY = 24 * 60 * 60_000;

/** Days from now, who does it (none: herself), in which case, what. */
const ACTIONS = [
  [-2, null, "Gezin K.", "Mevrouw De Wit van school terugbellen over maandag"],
  [0, null, "Amir T.", "Met Amir naar de bezichtiging, om tien uur bij de bakker"],
  [1, "Daan zelf", "Gezin K.", "Zijn moeder bellen, Fatima is erbij"],
  [3, "de buurvrouw", null, "Laten weten of het na elf uur rustiger is"],
  [6, null, "Youssef B.", "Formulier voor de opleiding samen invullen"],
];

/** Writes it; `ids` are the cases by name. */
export async function whatWasAgreed(fatima, ids, now) {
  await fatima.ask("offer_check_in", { offered: true });
  for (const [days, owner, name, text] of ACTIONS) {
    const of = { caseId: name ? ids[name] : null, personId: null, colleagueId: null };
    await fatima.ask("add_action", { ...of, text, owner, due: { at: now + days * DAY, hour: false } });
  }
}
