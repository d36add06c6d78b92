// One whole evening in the real window: three rounds, nine stops, fourteen contacts, two people nobody knew,
// the handover, sent through a real hub, and read by the next shift on another laptop.
import assert from "node:assert/strict";
import { test } from "node:test";
import { caretInCapture, captureGone, countedHands } from "../support/inputs.mjs";
import { withKeysOnly } from "../support/keyboard.mjs";
import { night, nightCases } from "../support/night.mjs";
import { until } from "../support/processes.mjs";
import { onStage } from "../support/stage.mjs";
import { twoColleagues } from "../support/team.mjs";
import { word } from "../support/words.mjs";

/** Whether the first offer of the who-field is this one. */
const offers = (name) => document.querySelector(".nb-who__option")?.textContent.includes(name) === true;

/** Records a stop by keys; the place has the caret when the form opens. */
async function stop(person, { place, people, mood, topic }) {
  await person.keys("Control", "Shift", "Enter");
  const inPlace = () => person.page.execute(() => document.activeElement?.closest(".nb-stop") !== null);
  await until("the form of a stop", inPlace);
  await person.keys("Control", "a");
  await person.type(place);
  await person.keys("Tab");
  await person.fill(word("stop-headCount"), String(people));
  if (mood !== null) {
    await person.keys("Alt", String(mood));
  }
  await person.fill(word("stop-topic"), topic);
  await person.keys("Control", "Enter");
  await until("a saved stop", () => person.page.execute(() => document.querySelector(".nb-stop") === null));
}

/** Writes a contact by keys alone, from wherever one is. */
async function contact(person, hands, [who, kind, text]) {
  hands.reset();
  await hands.chord("Control", "n");
  await caretInCapture(person);
  await hands.entry(text);
  if (kind !== 1) {
    await hands.chord("Alt", String(kind));
  }
  if (who !== "") {
    const isNew = who.startsWith("new:");
    await person.reach(word("capture-who"), { backwards: true });
    if (isNew) {
      await hands.entry(who.slice(4));
      await hands.chord(",");
    } else {
      await hands.entry(who.slice(0, 4));
      await until(`the offer of ${who}`, () => person.page.execute(offers, who));
      await hands.chord("Enter");
    }
    await until("somebody chosen", () => person.page.execute(() => document.querySelector(".nb-token") !== null));
  }
  await hands.chord("Control", "Enter");
  await captureGone(person);
  return hands.count();
}

test("a night of three rounds is written down, handed over and read by the next shift", async () => {
  await onStage("whole-night", async (stage) => {
    const hub = await stage.hub();
    const { fatima: someone, bram } = await twoColleagues(stage, hub);
    const fatima = withKeysOnly(someone);
    const hands = countedHands(fatima);
    for (const [name, colleagues] of nightCases) {
      await fatima.openCase(name, colleagues);
    }

    await fatima.keys("Control", "Shift", "s");
    await fatima.sees(word("shift-empty").slice(0, 30));
    let stops = 0;
    let contacts = 0;
    const inputs = [];
    for (const round of night) {
      await fatima.command("command-round");
      for (const place of round) {
        await stop(fatima, place);
        stops += 1;
        for (const one of place.contacts) {
          inputs.push(await contact(fatima, hands, one));
          contacts += 1;
        }
      }
    }
    assert.equal(stops, 9);
    assert.equal(contacts, 14);
    process.stdout.write(`# inputs of each contact, the way to the who-field left out: ${inputs.join(", ")}\n`);

    // Two people are new, and no case says so by itself.
    await fatima.goTo("today");
    for (const nickname of ["Rode jas", "de lange met de bril"]) {
      await fatima.sees(nickname);
    }

    // The handover has written itself; one sentence is added, then it goes.
    await fatima.command("command-handover");
    await fatima.sees(word("handover-write"));
    const lines = () => fatima.page.execute(() => document.querySelectorAll('[data-testid="handover-line"]').length);
    await until("lines for stops and contacts", async () => (await lines()) >= 14);
    await fatima.keys("Control", "Enter");
    await fatima.sees(word("handover-sent"));
    await fatima.waitUntilShared();

    // The next shift, on another laptop: unread until read.
    await bram.goTo("today");
    const row = await bram.page.$('[data-testid="handover-row"]');
    await row.waitForDisplayed({ timeout: 60000 });
    await row.click();
    await bram.sees(word("handover-section-worries"));
    const read = await bram.page.execute(() => document.querySelector(".nb-handover").innerText);
    assert.match(read, /Griftpark/);
    assert.match(read, /Daan stond bij de skatebaan/);
    // Bram does not hold Amir's case: nothing of it came to him.
    assert.doesNotMatch(read, /bezichtiging/);
    await bram.keys("Control", "Enter");
    await bram.sees(word("handover-noted"));
    await bram.waitUntilShared();

    // And Fatima sees that it was read.
    await fatima.command("command-handover-inbox");
    await fatima.sees("Gelezen door Bram", 60000);
  });
});
