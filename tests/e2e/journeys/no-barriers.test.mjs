// Every screen, by night and by day, in a usual window and a small one, without barriers for who
// cannot see well or has no mouse: WCAG 2.2 A and AA as far as a machine can tell.
import assert from "node:assert/strict";
import { test } from "node:test";
import { barriers } from "../support/axe.mjs";
import { someEvenings } from "../support/evening.mjs";
import { personAt } from "../support/person.mjs";
import { until } from "../support/processes.mjs";
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
      for (const barrier of await barriers(person.page)) {
        found.push(`${name}, ${theme}, ${width}: ${barrier}`);
      }
    }
    await person.page.setWindowSize(...SIZES[0]);
  };
}

async function close(person) {
  await person.keys("Escape");
  await until("nothing on top", () => person.page.execute(() => document.querySelector("[role=dialog]") === null));
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
    await fatima.sees(word("cases-new"), 60000);
    for (const theme of ["night", "day"]) {
      await fatima.goTo("cases");
      await look(fatima, "cases");
      await fatima.press(word("cases-new"));
      await look(fatima, "new case");
      await close(fatima);
      await fatima.goToCase(word("cases-street"));
      await look(fatima, "without a case");
      await fatima.goToCase("Gezin K.");
      await fatima.sees(word("difference-choose"));
      await look(fatima, "case with a difference");
      await fatima.press(word("cases-share"));
      await look(fatima, "share a case");
      await close(fatima);
      await fatima.page.$(`//button[starts-with(@aria-label, "${word("moment-edit")}")]`).click();
      await look(fatima, "edit a contact moment");
      await fatima.press(word("action-cancel"));
      await fatima.keys("Control", "n");
      await fatima.sees(word("capture-title"));
      await look(fatima, "capture");
      await fatima.keys("Control", "Enter");
      await fatima.sees(word("capture-text-missing"));
      await look(fatima, "capture without text");
      await close(fatima);
      await fatima.search("oma");
      await until("hits", async () => (await fatima.hits()).length > 1);
      await look(fatima, "hits");
      await fatima.search("zzz");
      await fatima.sees(word("search-none-title"));
      await look(fatima, "nothing found");
      await fatima.invite();
      await look(fatima, "team with an invitation");
      await fatima.goTo("settings");
      await fatima.press(word("settings-check-submit"));
      await fatima.sees(word("finding-chain"), 60000);
      await look(fatima, "settings with a check");
      await fatima.keys("F1");
      await fatima.sees(word("keys-title"));
      await look(fatima, "keys");
      await close(fatima);
      await fatima.page.$('[data-testid="sync-pill"]').click();
      await fatima.sees(word("sync-receipt"));
      await look(fatima, "sync centre");
      await close(fatima);
      await fatima.keys("Control", "j");
    }
    await hub.stop();
    await until("offline", async () => (await fatima.page.$('[data-testid="sync-pill"]').getText()).includes("offline"));
    await fatima.page.$('[data-testid="sync-pill"]').click();
    await fatima.sees(word("sync-explain-offline"));
    await look(fatima, "sync centre offline");
    assert.deepEqual(found, []);
  });
});
