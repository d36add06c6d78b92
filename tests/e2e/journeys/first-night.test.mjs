// One coach, one laptop, no network: from first start to a lock that holds.
import assert from "node:assert/strict";
import { test } from "node:test";
import { barriers } from "../support/axe.mjs";
import { personAt } from "../support/person.mjs";
import { onStage } from "../support/stage.mjs";
import { word } from "../support/words.mjs";

test("a coach starts, writes, finds it back, and locks", async () => {
  await onStage("first-night", async (stage) => {
    const fatima = personAt(await stage.window("fatima"));
    const { page } = fatima;
    const barriersSeen = [];
    const look = async (screen) => {
      for (const found of await barriers(page)) {
        barriersSeen.push(`${screen}: ${found}`);
      }
    };

    await fatima.sees(word("first-look-title"));
    await look("first look");
    await fatima.chooseLook("night");
    await fatima.sees(word("first-passphrase-title"));
    await look("passphrase");
    const passphrase = await fatima.takeProposedPassphrase();
    assert.equal(passphrase.split(/[ -]/).length, 7);
    await fatima.sees(word("first-team-title"), 60000);
    await look("team");
    await fatima.foundTeam({ team: "Straatteam Noord", name: "Fatima" });
    assert.equal(await fatima.sharing(), "alone");

    // Written before there is a case: without one, or with one that is looked up by two letters.
    await fatima.capture({ text: "Jongen van een jaar of zestien vraagt naar een slaapplek." });
    await fatima.openCase("Gezin K.");
    await fatima.goTo("settings");
    await fatima.capture({
      who: "ge",
      kind: 4,
      text: "Daan stond alleen bij het Griftpark, wilde niet naar huis.",
      place: "Griftpark",
    });
    await fatima.chooseCase("Gezin K.");
    await fatima.writeNote("Morgen om tien uur bellen met oma.");
    const timeline = await fatima.timeline();
    assert.deepEqual(
      timeline.map((item) => item.text).sort(),
      ["Daan stond alleen bij het Griftpark, wilde niet naar huis.", "Morgen om tien uur bellen met oma."],
    );
    // What matters at night, by day too.
    for (const theme of ["night", "day"]) {
      assert.equal(await page.execute(() => document.documentElement.dataset.theme), theme);
      await look(`case, ${theme}`);
      await fatima.keys("Control", "n");
      await fatima.sees(word("capture-title"));
      await look(`capture, ${theme}`);
      await fatima.keys("Escape");
      await fatima.keys("Control", "j");
    }

    await fatima.search("griftp");
    // The contact, and the place that has become one of the team's own.
    await page.waitUntil(async () => (await fatima.hits()).length >= 1, { timeoutMsg: "a hit" });
    for (const hit of await fatima.hits()) {
      assert.ok(hit.marked.some((part) => part.toLowerCase().startsWith("griftp")), "the hit is marked");
    }
    await look("search");
    await fatima.chooseCase("Gezin K.");
    for (const screen of ["team", "settings"]) {
      await fatima.goTo(screen);
      await fatima.sees(word(screen === "team" ? "team-invite-title" : "settings-look"));
      await look(`screen ${screen}`);
    }

    await fatima.keys("Control", "l");
    await fatima.sees(word("unlock-title"));
    const locked = await page.execute(() => document.body.innerText);
    for (const name of ["Fatima", "Straatteam", "Gezin K.", "Griftpark"]) {
      assert.ok(!locked.includes(name), `${name} on the locked screen`);
    }
    assert.equal(await page.getTitle(), "Nabij");
    await look("locked");
    await fatima.unlock("vergeten wat het was");
    await fatima.sees(word("unlock-wrong"), 60000);
    await fatima.unlock(passphrase);
    await fatima.isAtWork();
    await fatima.chooseCase("Gezin K.");
    assert.equal((await fatima.timeline()).length, 2);
    assert.deepEqual(barriersSeen, []);
  });
});
