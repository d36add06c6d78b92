// Two laptops that have worked for some evenings, made through `nabij rpc` in seconds.
import { whatWasAgreed } from "./agreements.mjs";
import { cases, rewritten, street } from "./caseload.mjs";
import { theEveningSoFar, theShiftBefore } from "./evening-street.mjs";
import { until } from "./processes.mjs";
import { openRpc } from "./rpc.mjs";
import { PASSPHRASE } from "./team.mjs";

const MINUTE = 60_000;

/** Local time of a moment in caseload.mjs, as milliseconds. The journey's clock is Amsterdam's. */
function moment(evening, time, now) {
  if (evening === 0) {
    return now - time * MINUTE;
  }
  const [hours, minutes] = time.split(":").map(Number);
  const at = new Date(now);
  at.setDate(at.getDate() - evening);
  at.setHours(hours, minutes, 0, 0);
  return at.getTime();
}

/**
 * Fills the laptops "fatima" and "bram" of the stage: a shared team, the caseload, and one text
 * that both rewrote. Both folders are closed when it is done.
 * @returns the hub, which is running
 */
export async function someEvenings(stage, { theme = "night" } = {}) {
  process.env.TZ = "Europe/Amsterdam";
  let hub = await stage.hub();
  const fatima = await openRpc(stage.laptop("fatima"));
  const bram = await openRpc(stage.laptop("bram"));
  const laptops = { Fatima: fatima, Bram: bram };
  try {
    for (const laptop of Object.values(laptops)) {
      await laptop.ask("save_settings", { language: "nl", theme, density: "comfortable" });
      await laptop.ask("create_vault", { passphrase: PASSPHRASE });
    }
    const team = { teamName: "Straatteam Noord", name: "Fatima", role: "coach", hub: hub.address };
    await fatima.ask("found_team", team);
    const { invitation } = await fatima.ask("invite_colleague", { role: "familyCoach" });
    await fatima.waitUntilShared();
    await bram.ask("join_team", { invitation, name: "Bram" });
    const members = {};
    await until("two members", async () => {
      const { standing, colleagues } = await bram.ask("read_team");
      for (const { name, memberId } of colleagues) {
        members[name] = memberId;
      }
      return standing === "member" && colleagues.length === 2;
    }, 30000);
    await until("Bram in Fatima's team", async () => (await fatima.ask("read_team")).colleagues.length === 2, 30000);

    const now = Date.now();
    const ids = {};
    // Each opens the cases that the other may only read along in, as it happens in a team.
    for (const { name, with: names } of cases) {
      const owner = names[0];
      const others = names.slice(1).map((other) => members[other]);
      ids[name] = (await laptops[owner].ask("open_case", { name, with: others })).id;
    }
    const knows = async () => (await bram.ask("list_cases")).cases.length >= cases.filter((one) => one.with.includes("Bram")).length;
    await until("the cases on both", knows, 60000);
    const bySpeaker = { Fatima: [], Bram: [] };
    for (const one of cases) {
      const caseId = ids[one.name];
      for (const [evening, time, who, kind, place, text] of one.moments) {
        const at = moment(evening, time, now);
        bySpeaker[who].push(["record_contact_moment", { people: [{ caseId }], kind, text, at, place }]);
      }
      for (const [who, text] of one.notes ?? []) {
        bySpeaker[who].push(["record_case_note", { caseId, text }]);
      }
      if (one.summary !== "") {
        const owner = laptops[one.with[0]];
        const { summary } = await owner.ask("read_case", { caseId, limit: 1, before: null });
        await owner.ask("edit_summary", { caseId, version: summary.version, text: one.summary });
      }
    }
    for (const [evening, time, who, kind, place, nickname, text] of street) {
      const at = moment(evening, time, now);
      const people = nickname === null ? [] : [{ nickname }];
      bySpeaker[who].push(["record_contact_moment", { people, kind, text, at, place }]);
    }
    const write = async (who) => {
      for (const [name, request] of bySpeaker[who]) {
        await laptops[who].ask(name, request);
      }
      await laptops[who].waitUntilShared();
    };
    await Promise.all([write("Fatima"), write("Bram")]);

    await whatWasAgreed(fatima, ids, now);
    await theShiftBefore(bram, now);
    await theEveningSoFar(fatima, now);

    const caseId = ids["Gezin K."];
    const sought = async (laptop) => {
      const { timeline } = await laptop.ask("read_case", { caseId, limit: 50, before: null });
      return timeline.find((row) => row.text.startsWith(rewritten.start));
    };
    const complete = async () => {
      const here = await fatima.ask("read_case", { caseId, limit: 50, before: null });
      const there = await bram.ask("read_case", { caseId, limit: 50, before: null });
      return here.timeline.length === there.timeline.length && here.timeline.length > 6;
    };
    await until("the same timeline on both", complete, 30000);
    await hub.stop();
    for (const [who, laptop] of Object.entries(laptops)) {
      const row = await sought(laptop);
      await laptop.ask("edit_contact_moment", { id: row.id, version: row.version, text: rewritten[who] });
    }
    hub = await stage.hub(hub.port);
    for (const laptop of Object.values(laptops)) {
      await until("the difference", async () => (await sought(laptop)).differences.length === 1, 60000);
      await laptop.waitUntilShared();
    }
  } finally {
    await Promise.allSettled([fatima.end(), bram.end()]);
  }
  return hub;
}
