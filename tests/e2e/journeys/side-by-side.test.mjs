// Two real apps and a real hub: what one writes, the other reads.
import assert from "node:assert/strict";
import { test } from "node:test";
import { onStage } from "../support/stage.mjs";
import { twoColleagues } from "../support/team.mjs";
import { word } from "../support/words.mjs";

/** How long a note may take from the key that saves it to the colleague's screen. */
const WITHIN = 1000;

test("a note of one window is in the other within a second, and disturbs nobody's typing", async (t) => {
  await onStage("side-by-side", async (stage) => {
    const hub = await stage.hub();
    const { fatima, bram } = await twoColleagues(stage, hub);
    await fatima.openCase("Gezin K.", ["Bram"]);
    await bram.sees("Gezin K.", 30000);
    await bram.chooseCase("Gezin K.");
    await fatima.waitUntilShared();

    await fatima.page.execute(() => {
      const note = (event) => {
        if (event.ctrlKey && event.key === "Enter") window.savedAt = Date.now();
      };
      window.addEventListener("keydown", note, { capture: true });
    });
    // Bram is in the middle of a sentence when Fatima's notes come in.
    const composer = await bram.field(word("note-write"));
    await composer.addValue("Vandaag gebeld met ");
    const times = [];
    for (let count = 1; count <= 5; count += 1) {
      const text = `Notitie nummer ${count} van Fatima.`;
      await bram.page.execute((expected) => {
        window.seenAt = undefined;
        const observer = new MutationObserver(() => {
          if (document.body.innerText.includes(expected)) {
            window.seenAt = Date.now();
            observer.disconnect();
          }
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }, text);
      await fatima.writeNote(text);
      await bram.sees(text);
      const savedAt = await fatima.page.execute(() => window.savedAt);
      times.push((await bram.page.execute(() => window.seenAt)) - savedAt);
    }
    t.diagnostic(`from the saving key to the colleague's screen: ${times.join(", ")} ms`);
    assert.ok(Math.min(...times) > 0 && Math.max(...times) <= WITHIN, `${times} ms`);

    assert.ok(await composer.isFocused(), "the field lost its focus");
    await composer.addValue("oma.");
    assert.equal(await composer.getValue(), "Vandaag gebeld met oma.");
    await bram.keys("Control", "Enter");
    await fatima.sees("Vandaag gebeld met oma.");

    await bram.waitUntilShared();
    await fatima.waitUntilShared();
    const marks = new Set((await fatima.timeline()).map((item) => item.share));
    assert.deepEqual([...marks], ["shared"]);
  });
});
