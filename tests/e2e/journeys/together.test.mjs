// Two colleagues change the same things while the hub is away, and while the other one types.
import assert from "node:assert/strict";
import { test } from "node:test";
import { until } from "../support/processes.mjs";
import { onStage } from "../support/stage.mjs";
import { twoColleagues } from "../support/team.mjs";
import { word } from "../support/words.mjs";

const BEFORE = "Daan sliep in het park.";
const HERS = "Daan sliep in het park, onder de brug.";
const HIS = "Daan sliep bij een vriend.";

/** The text of the summary as the screen shows it. */
const summary = async (person) => (await person.field(word("summary-title"))).getValue();

/** Writes at the end of the summary, or at its beginning. */
async function writeSummary(person, end, text) {
  const field = await person.field(word("summary-title"));
  await field.click();
  await person.keys("Control", end);
  await person.type(text);
  await person.keys("Control", "Enter");
  await until("a saved summary", async () => (await person.sharing()) === "waiting");
}

async function rewrite(person, text) {
  const edit = await person.page.$(`//button[starts-with(@aria-label, "${word("moment-edit")}")]`);
  await edit.click();
  await person.fill(word("capture-text-short"), text);
  await person.keys("Control", "Enter");
  await until("the new text", async () => (await person.timeline()).some((item) => item.text === text));
}

/** Every difference on the screen, as its words. */
const differences = (person) =>
  person.page.execute(() =>
    [...document.querySelectorAll('[data-testid="difference"]')].map((one) => one.innerText),
  );

test("both write without a hub: words come together, versions stand side by side until one is chosen", async () => {
  await onStage("together", async (stage) => {
    let hub = await stage.hub();
    const { fatima, bram } = await twoColleagues(stage, hub);
    await fatima.openCase("Gezin K.", ["Bram"]);
    await fatima.capture({ text: BEFORE });
    await bram.sees("Gezin K.", 30000);
    await bram.chooseCase("Gezin K.");
    await bram.sees(BEFORE, 30000);
    const field = await fatima.field(word("summary-title"));
    await field.click();
    await field.addValue("Oma weet ervan.");
    await fatima.keys("Control", "Enter");
    await until("the summary at Bram's", async () => (await summary(bram)) === "Oma weet ervan.", 30000);
    await fatima.waitUntilShared();

    await hub.stop();
    await writeSummary(fatima, "End", " School weet het ook.");
    await writeSummary(bram, "Home", "Moeder wil praten. ");
    await rewrite(fatima, HERS);
    await rewrite(bram, HIS);
    hub = await stage.hub(hub.port);

    const together = "Moeder wil praten. Oma weet ervan. School weet het ook.";
    for (const person of [fatima, bram]) {
      const both = async () => (await summary(person)).includes("wil praten") && (await summary(person)).includes("School");
      await until("both words in the summary", both, 60000);
      assert.equal(await summary(person), together);
      await until("one difference", async () => (await differences(person)).length === 1, 30000);
      const [said] = await differences(person);
      for (const part of ["Fatima", "Bram", HERS, HIS]) {
        assert.ok(said.includes(part), `${part} in: ${said}`);
      }
      await person.waitUntilShared();
      await person.sees("1 verschil");
    }

    // Fatima takes Bram's words; nobody reopens anything.
    const choose = await fatima.page.$('//button[contains(@aria-label, "Bram")][ancestor::*[@data-testid="difference"]]');
    await choose.click();
    for (const person of [fatima, bram]) {
      await until("no difference", async () => (await differences(person)).length === 0, 30000);
      assert.deepEqual((await person.timeline()).map((item) => item.text), [HIS]);
    }

    // The choice left a mark, from which Bram takes it back: both versions stand there again, on both laptops.
    const mark = await bram.page.$('[data-testid="settled"] summary');
    assert.ok((await mark.getText()).includes("Fatima"));
    await mark.click();
    await bram.press(word("difference-undo"));
    for (const person of [fatima, bram]) {
      await until("both again", async () => (await differences(person)).length === 1, 30000);
    }
    await bram.press(word("difference-keep-both"));
    for (const person of [fatima, bram]) {
      await until("no difference", async () => (await differences(person)).length === 0, 30000);
      const [{ text }] = await person.timeline();
      assert.ok(text.includes(HERS) && text.includes(HIS), text);
    }
  });
});

test("a note that comes in while one types leaves the caret and the words where they are", async () => {
  await onStage("typing", async (stage) => {
    const hub = await stage.hub();
    const { fatima, bram } = await twoColleagues(stage, hub);
    await fatima.openCase("Gezin K.", ["Bram"]);
    await bram.sees("Gezin K.", 30000);
    await bram.chooseCase("Gezin K.");
    const places = [word("note-write"), word("summary-title")];
    for (const [count, place] of places.entries()) {
      const typing = await bram.field(place);
      await typing.click();
      await typing.addValue("Vrijdag oma.");
      for (let step = 0; step < "oma.".length; step += 1) {
        await bram.keys("ArrowLeft");
      }
      const note = `Notitie ${count + 1} van Fatima.`;
      await fatima.writeNote(note);
      await bram.sees(note);
      assert.ok(await typing.isFocused(), "the field lost its focus");
      await bram.type("naar ");
      assert.equal(await typing.getValue(), "Vrijdag naar oma.");
      await bram.keys("Control", "Enter");
      await fatima.page.waitUntil(
        async () => (await fatima.page.execute(() => `${document.body.innerText}${[...document.querySelectorAll("textarea")].map((one) => one.value)}`)).includes("Vrijdag naar oma."),
        { timeout: 15000, timeoutMsg: "Bram's words at Fatima's" },
      );
    }
  });
});
