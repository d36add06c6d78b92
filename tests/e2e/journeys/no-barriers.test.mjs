// Every screen, by night and by day, in a usual window and a small one, without barriers for who
// cannot see well or has no mouse: WCAG 2.2 A and AA as far as a machine can tell.
import assert from "node:assert/strict";
import { test } from "node:test";
import { barriers } from "../support/axe.mjs";
import { someEvenings } from "../support/evening.mjs";
import { personAt } from "../support/person.mjs";
import { until } from "../support/processes.mjs";
import { scenes, show } from "../support/scenes.mjs";
import { onStage } from "../support/stage.mjs";
import { PASSPHRASE } from "../support/team.mjs";
import { word } from "../support/words.mjs";

const SIZES = [
  [1280, 800],
  [900, 600],
];

/** Looks at what is on the screen in both sizes; keeps what it finds. */
function looking(found) {
  return async (person, name) => {
    const theme = await person.page.execute(() => document.documentElement.dataset.theme);
    for (const [width, height] of SIZES) {
      await person.page.setWindowSize(width, height);
      const here = await barriers(person.page);
      process.stdout.write(`# axe: ${name}, ${theme}, ${width}: ${here.length} violations\n`);
      found.push(...here.map((barrier) => `${name}, ${theme}, ${width}: ${barrier}`));
    }
    await person.page.setWindowSize(...SIZES[0]);
  };
}

test("the screens of a first start have no barriers", async () => {
  await onStage("barriers-first", async (stage) => {
    const found = [];
    const look = looking(found);
    for (const theme of ["night", "day"]) {
      const person = personAt(await stage.window(`first-${theme}`));
      await person.sees(word("first-look-title"));
      await person.choose(word(`theme-${theme}`));
      await look(person, "look");
      await person.chooseLook(theme);
      await person.sees(word("first-passphrase-title"));
      await look(person, "proposed words");
      await person.press(word("first-passphrase-create"));
      await person.sees(word("passphrase-not-written"));
      await look(person, "words not written down");
      await person.press(word("first-passphrase-own"));
      await person.fill(word("passphrase-new"), "te kort");
      await person.fill(word("passphrase-repeat"), "anders");
      await look(person, "a weak passphrase");
      await person.fill(word("passphrase-new"), PASSPHRASE);
      await person.fill(word("passphrase-repeat"), PASSPHRASE);
      await person.press(word("first-passphrase-create"));
      await person.sees(word("first-team-title"), 60000);
      await look(person, "way");
      await person.choose(word("first-team-join"));
      await person.press(word("action-next"));
      await person.fill(word("invitation-code"), "geen code");
      await person.fill(word("own-name"), "Bram");
      await person.press(word("first-join-submit"));
      await person.sees("Deze code is geen uitnodiging.");
      await look(person, "a bad invitation");
      await person.press(word("action-back"));
      await person.choose(word("first-team-found"));
      await person.press(word("action-next"));
      await person.sees(word("first-found-title"));
      await look(person, "new team");
      await person.window.close();
    }
    assert.deepEqual(found, []);
  });
});

test("the screens of the work have no barriers", async () => {
  await onStage("barriers-work", async (stage) => {
    const found = [];
    const look = looking(found);
    const hub = await someEvenings(stage);
    const fatima = personAt(await stage.window("fatima"));
    await fatima.sees(word("unlock-title"));
    await look(fatima, "locked");
    await fatima.unlock("vergeten wat het was");
    await fatima.sees(word("unlock-wrong"), 60000);
    await look(fatima, "a wrong passphrase");
    await fatima.unlock(PASSPHRASE);
    await fatima.isAtWork();
    for (const theme of ["night", "day"]) {
      await show(fatima, theme);
      for (const { name, open, leave } of scenes) {
        // A scene that does not open is told with the others: one run says all there is to mend.
        try {
          await open(fatima);
          await look(fatima, name);
        } catch (error) {
          found.push(`${name}, ${theme}: not opened: ${error.message.split("\n")[0]}`);
        }
        await leave(fatima).catch(() => {});
      }
    }
    await hub.stop();
    await until("offline", async () => (await fatima.page.$('[data-testid="sync-pill"]').getText()).includes("offline"));
    await fatima.page.$('[data-testid="sync-pill"]').click();
    await fatima.sees(word("sync-explain-offline"));
    await look(fatima, "sync centre offline");
    assert.deepEqual(found, []);
  });
});
