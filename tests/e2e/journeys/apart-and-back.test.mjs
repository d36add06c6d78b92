// The hub is away, both go on writing, one laptop dies in the middle: nothing is lost, nothing
// comes twice, and no file can be read by who finds it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { personAt } from "../support/person.mjs";
import { until } from "../support/processes.mjs";
import { BESIDE, onStage, readableIn } from "../support/stage.mjs";
import { PASSPHRASE, twoColleagues } from "../support/team.mjs";
import { word } from "../support/words.mjs";

const EACH = 10;

const notesOf = (name) => Array.from({ length: EACH }, (_, at) => `${name} zag nummer ${at + 1} bij het Griftpark.`);

test("ten notes each without a hub, one app killed in between: all twenty on both, once", async () => {
  await onStage("apart", async (stage) => {
    let hub = await stage.hub();
    const { fatima, bram: before } = await twoColleagues(stage, hub);
    await fatima.openCase("Gezin K.", ["Bram"]);
    await before.sees("Gezin K.", 30000);
    await before.chooseCase("Gezin K.");
    await fatima.waitUntilShared();
    await hub.stop();

    const [hers, his] = [notesOf("Fatima"), notesOf("Bram")];
    for (let at = 0; at < EACH / 2; at += 1) {
      await fatima.writeNote(hers[at]);
      await before.writeNote(his[at]);
    }
    await before.window.kill();
    const bram = personAt(await stage.window("bram", { x: BESIDE }));
    await bram.unlock(PASSPHRASE);
    await bram.isAtWork();
    await bram.chooseCase("Gezin K.");
    for (let at = EACH / 2; at < EACH; at += 1) {
      await fatima.writeNote(hers[at]);
      await bram.writeNote(his[at]);
    }
    assert.equal(await fatima.sharing(), "waiting");
    assert.equal((await fatima.timeline()).length, EACH);
    assert.equal((await bram.timeline()).length, EACH);

    hub = await stage.hub(hub.port);
    const all = [...hers, ...his].sort();
    for (const person of [fatima, bram]) {
      const complete = async () => (await person.timeline()).length >= all.length;
      await until("twenty notes", complete, 60000);
      await person.waitUntilShared();
      const timeline = await person.timeline();
      assert.deepEqual(timeline.map((item) => item.text).sort(), all);
      assert.deepEqual([...new Set(timeline.map((item) => item.share))], ["shared"]);
    }

    const secrets = ["Griftpark", "Gezin K.", "Fatima", "Straatteam", "zag nummer", PASSPHRASE, "rivier"];
    assert.deepEqual(await readableIn(stage.folder, secrets), []);
    const said = stage.said();
    assert.deepEqual(secrets.filter((secret) => said.includes(secret)), [], "in a log");
  });
});
