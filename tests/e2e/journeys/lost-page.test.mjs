// The system's web view breaks down in the middle of a sentence: the window comes back, with the sentence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { lightAtRest, press } from "../support/by-hand.mjs";
import { personAt } from "../support/person.mjs";
import { childOf, until } from "../support/processes.mjs";
import { onStage } from "../support/stage.mjs";
import { PASSPHRASE } from "../support/team.mjs";
import { word } from "../support/words.mjs";

const WRITTEN = "Daan stond alleen bij het Griftpark.";

/** The draft's text as the core has it. */
const draftOf = (page) =>
  page.executeAsync((done) => {
    const asked = window.__TAURI_INTERNALS__.invoke("call", { name: "read_draft", request: {} });
    asked.then(({ draft }) => done(draft?.text), () => done(undefined));
  });

test("the web view breaks down while one writes: the window comes back, and the words with it", async () => {
  await onStage("lost-page", async (stage) => {
    const before = personAt(await stage.window("fatima"));
    await before.chooseLook("night");
    await before.makePassphrase(PASSPHRASE);
    await before.foundTeam({ team: "Straatteam Noord", name: "Fatima" });
    const { window } = before;
    await before.sees(word("today-added-none"));
    // A dialog dims the screen under it to half; a screen without a page is hardly darker than one with.
    const undimmed = await lightAtRest(window);
    const isDimmed = async () => (await lightAtRest(window)) < undimmed * 0.7;
    await before.keys("Control", "n");
    const area = await window.page.$('//*[@data-testid="capture-text"]//textarea');
    await until("the caret in the text", () => area.isFocused());
    await before.type(WRITTEN);
    await until("a draft of it in the vault", async () => (await draftOf(window.page)) === WRITTEN);
    await until("the dialog", isDimmed);

    // From here on no driver: it ends with the page that it drives.
    process.kill(await childOf(window.pid, "WebKitWebProcess"), "SIGKILL");
    await until("the page loaded again", () => window.said().includes("loaded again"));
    await until("a screen without the dialog", async () => !(await isDimmed()));
    // Pressed again as long as the page is still on its way and hears nothing.
    await until("the dialog", async () => (await press("ctrl+n"), isDimmed()), 30000);
    await until("a saved contact", async () => (await press("ctrl+Return"), !(await isDimmed())));
    await window.kill();

    const after = personAt(await stage.window("fatima"));
    await after.unlock(PASSPHRASE);
    await after.isAtWork();
    await after.goToCase(word("cases-street"));
    await after.sees(WRITTEN);
    assert.deepEqual((await after.timeline()).map((item) => item.text), [WRITTEN]);
  }, { once: true });
});
