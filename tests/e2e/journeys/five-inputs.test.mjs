// From every screen to a saved contact in five inputs or fewer. An input is one key chord or one text.
import assert from "node:assert/strict";
import { test } from "node:test";
import { someEvenings } from "../support/evening.mjs";
import { captureGone, caretInCapture, countedHands } from "../support/inputs.mjs";
import { personAt } from "../support/person.mjs";
import { openRpc } from "../support/rpc.mjs";
import { scenes } from "../support/scenes.mjs";
import { onStage } from "../support/stage.mjs";
import { PASSPHRASE } from "../support/team.mjs";

/** The most inputs that are allowed. */
const MOST = 5;

test("a contact is saved in five inputs or fewer from every screen", async () => {
  await onStage("five-inputs", async (stage) => {
    await someEvenings(stage);
    const fatima = personAt(await stage.window("fatima"));
    await fatima.unlock(PASSPHRASE);
    await fatima.isAtWork();
    const hands = countedHands(fatima);
    const counted = [];
    const written = [];
    const print = (name) => {
      counted.push([name, hands.count()]);
      process.stdout.write(`# inputs: ${hands.count()} from ${name}: ${hands.told()}\n`);
    };

    for (const { name, open, leave, isScreen } of scenes) {
      if (isScreen) {
        await open(fatima);
        hands.reset();
        const text = `Kort gesproken, vanaf het scherm ${name}.`;
        await hands.chord("Control", "n");
        await caretInCapture(fatima);
        await hands.entry(text);
        await hands.chord("Control", "Enter");
        await captureGone(fatima);
        print(name);
        written.push(text);
        await leave(fatima);
      }
    }

    // With somebody, who is found by two letters, and of another kind.
    await fatima.goTo("settings");
    hands.reset();
    await hands.chord("Control", "n");
    await caretInCapture(fatima);
    const text = "Daan stond bij de skatebaan. Gaat morgen mee.";
    await hands.entry(text);
    await hands.chord("Alt", "2");
    await hands.chord("Control", "Enter");
    await captureGone(fatima);
    print("settings, as a message");
    written.push(text);

    await fatima.window.close();
    assert.ok(counted.length > 4, "too few screens were tried");
    assert.deepEqual(counted.filter(([, inputs]) => inputs > MOST), []);
    // Saved is what stands in the file, not what the screen says.
    const rpc = await openRpc(stage.laptop("fatima"));
    await rpc.ask("unlock_vault", { passphrase: PASSPHRASE });
    for (const one of written) {
      const { hits } = await rpc.ask("search", { query: one, limit: 5 });
      assert.ok(hits.length >= 1, `not saved: ${one}`);
    }
    await rpc.end();
  });
});
