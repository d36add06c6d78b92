// A whole first evening without one click.
import { test } from "node:test";
import assert from "node:assert/strict";
import { withKeysOnly } from "../support/keyboard.mjs";
import { personAt } from "../support/person.mjs";
import { until } from "../support/processes.mjs";
import { onStage } from "../support/stage.mjs";
import { word } from "../support/words.mjs";

test("a coach starts, writes, searches, edits, shares and locks with the keyboard alone", async () => {
  await onStage("keyboard-only", async (stage) => {
    const hub = await stage.hub();
    const fatima = withKeysOnly(personAt(await stage.window("fatima")));
    const { page } = fatima;
    await fatima.sees(word("first-look-title"));
    await fatima.watchForMouse();

    // First start: arrows choose in a row of answers, Enter goes on.
    await fatima.reach(word("theme-system"));
    await fatima.keys("ArrowDown");
    await until("the night", () => page.execute(() => document.documentElement.dataset.theme === "night"));
    await fatima.press(word("action-next"));
    await fatima.sees(word("first-passphrase-title"));
    await fatima.reach(word("first-passphrase-written"));
    await fatima.keys("Space");
    await fatima.press(word("first-passphrase-create"));
    await fatima.sees(word("first-team-title"), 60000);
    await fatima.press(word("action-next"));
    await fatima.sees(word("first-found-title"));
    await fatima.fill(word("team-name"), "Straatteam Noord");
    await fatima.fill(word("own-name"), "Fatima");
    await fatima.fill(word("hub-address"), hub.address);
    await fatima.keys("Enter");
    await fatima.isAtWork();

    // A case, and a contact moment in it.
    await fatima.goTo("cases");
    await fatima.press(word("cases-new"));
    await fatima.sees(word("cases-new-title"));
    await fatima.type("Gezin K.");
    await fatima.keys("Enter");
    await fatima.sees(word("timeline-title"));
    await fatima.keys("Control", "n");
    await fatima.sees(word("capture-title"));
    await fatima.focusIn('[data-testid="capture-text"]');
    await fatima.keys("Alt", "4");
    await fatima.type("Daan stond alleen bij het park.");
    await fatima.fill(word("capture-place"), "Griftpark");
    await fatima.keys("Control", "Enter");
    await fatima.sees(word("status-saved"));
    await until("one item", async () => (await fatima.timeline()).length === 1);
    // From a screen far from it, and with somebody looked up by two letters.
    await fatima.goTo("settings");
    await fatima.sees(word("settings-look"));
    await fatima.keys("Control", "n");
    await fatima.focusIn('[data-testid="capture-text"]');
    await fatima.type("Oma gebeld, hij is binnen.");
    await fatima.reach(word("capture-who"), { backwards: true });
    await fatima.type("ge");
    await until("somebody found", () => page.execute(() => document.querySelectorAll(".nb-who__option").length > 1));
    await fatima.keys("Enter");
    await until("somebody chosen", () => page.execute(() => document.querySelector(".nb-token") !== null));
    await fatima.keys("Control", "Enter");
    await until("a closed dialog", () => page.execute(() => document.querySelector("[role=dialog]") === null));

    // Found by a part of a word, opened, edited, saved.
    await fatima.keys("Control", "f");
    await fatima.type("alle");
    await until("one hit", async () => (await fatima.hits()).length === 1);
    await fatima.keys("Enter");
    await fatima.sees(word("timeline-title"));
    await fatima.focusIn('[data-testid="timeline-item"]');
    await fatima.press(word("moment-edit"));
    await until("a form", () => page.execute(() => document.activeElement.tagName === "TEXTAREA"));
    await fatima.keys("Control", "End");
    await fatima.type(" Hij ging mee.");
    await fatima.keys("Control", "Enter");
    await until("the edited text", async () => {
      const texts = (await fatima.timeline()).map((item) => item.text);
      return texts.includes("Daan stond alleen bij het park. Hij ging mee.");
    });
    assert.equal((await fatima.timeline()).length, 2);

    // Where we stand, by the regions of the screen; then what the hub has signed for.
    await fatima.fill(word("summary-title"), "Daan slaapt bij oma.");
    await fatima.keys("Control", "Enter");
    await fatima.waitUntilShared();
    await fatima.keys("F6");
    await fatima.reach(`${word("sync-title")}: `);
    await fatima.keys("Enter");
    await fatima.sees(word("sync-explain-shared"));
    await fatima.keys("Escape");
    await until("a closed centre", () => page.execute(() => document.querySelector("[role=dialog]") === null));
    const marks = new Set((await fatima.timeline()).map((item) => item.share));
    assert.deepEqual([...marks], ["shared"]);

    // The list of cases by its arrows, and back to where one was.
    await fatima.reach("Gezin K.");
    await fatima.keys("ArrowUp");
    await fatima.keys("Enter");
    await fatima.sees(word("cases-street-intro"));
    await fatima.keys("Alt", "ArrowLeft");
    await fatima.sees(word("timeline-title"));

    await fatima.keys("Control", "l");
    await fatima.sees(word("unlock-title"));
    await fatima.usedNoMouse();
  });
});
