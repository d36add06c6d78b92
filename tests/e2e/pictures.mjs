// Photographs of the real window into assets/screenshots: `make pictures`. What is photographed stands in
// support/scenes.mjs; day and night, a usual window and a small one. A picture of a scene that is no longer
// there is removed. With names of scenes, only those.
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { CASE } from "./support/caseload.mjs";
import { someEvenings } from "./support/evening.mjs";
import { personAt } from "./support/person.mjs";
import { album, photograph, photographBoth, taken } from "./support/photo.mjs";
import { until } from "./support/processes.mjs";
import { openRpc } from "./support/rpc.mjs";
import { scenes, show } from "./support/scenes.mjs";
import { onStage } from "./support/stage.mjs";
import { PASSPHRASE } from "./support/team.mjs";
import { speak, word } from "./support/words.mjs";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];
/** What is left of a screen of 1440x1120 at 200 %: the smallest window that the app allows. */
const ZOOMED = { width: 720, height: 560, scale: 2 };
const THEMES = ["night", "day"];

const wished = process.argv.slice(2);
const unknown = wished.filter((name) => !scenes.some((scene) => scene.name === name));
if (unknown.length > 0) {
  throw new Error(`there is no scene ${unknown.join(", ")}`);
}

const said = (what) => process.stderr.write(`${what}\n`);
const failed = [];

/** One scene that cannot be photographed must not cost the others. */
async function tried(name, work) {
  try {
    await work();
  } catch (error) {
    failed.push(`${name}: ${error.message.split("\n")[0]}`);
    said(`NOT photographed: ${failed.at(-1)}`);
  }
}

/** Photographs a scene as the window is now. */
async function pose(person, { name, open, leave }, suffix) {
  await tried(`${name}-${suffix}`, async () => {
    await open(person);
    await photograph(person.window, `${name}-${suffix}`);
  });
  await leave(person).catch(() => {});
}

/** Photographs scenes in every theme and size. */
async function everywhere(person, some) {
  for (const theme of THEMES) {
    await show(person, theme);
    for (const { width, height } of SIZES) {
      await person.page.setWindowSize(width, height);
      for (const scene of some) {
        await pose(person, scene, `${theme}-${width}`);
      }
    }
  }
}

async function firstStart(stage) {
  for (const theme of THEMES) {
    const person = personAt(await stage.window(`first-${theme}`));
    await person.chooseLook(theme);
    await person.sees(word("first-passphrase-title"));
    await (await person.page.$('[data-testid="proposed-passphrase"]')).waitForDisplayed();
    for (const { width, height } of SIZES) {
      await person.page.setWindowSize(width, height);
      await photograph(person.window, `first-start-${theme}-${width}`);
    }
    await person.window.close();
  }
}

/** The locked screen of Fatima's laptop as it is set; answers with her before it. */
async function locked(stage, settings, place) {
  const rpc = await openRpc(stage.laptop("fatima"));
  await rpc.ask("save_settings", { language: "nl", theme: "night", density: "comfortable", ...settings });
  await rpc.end();
  const person = personAt(await stage.window("fatima", place));
  await person.sees(word("unlock-title"));
  return person;
}

async function unlocking(stage) {
  for (const theme of THEMES) {
    const person = await locked(stage, { theme });
    for (const { width, height } of SIZES) {
      await person.page.setWindowSize(width, height);
      await photograph(person.window, `unlock-${theme}-${width}`);
    }
    await person.window.close();
  }
}

/** The main screens in English, once per size. */
async function english(stage) {
  speak("en");
  const person = await locked(stage, { language: "en" });
  await person.unlock(PASSPHRASE);
  await person.isAtWork();
  for (const { width, height } of SIZES) {
    await person.page.setWindowSize(width, height);
    for (const scene of scenes.filter(({ main }) => main)) {
      await pose(person, scene, `english-${width}`);
    }
  }
  await person.window.close();
  speak("nl");
}

/** At 200 %. */
async function zoomed(stage) {
  const person = await locked(stage, {}, ZOOMED);
  await person.unlock(PASSPHRASE);
  await person.isAtWork();
  for (const scene of scenes.filter(({ zoom }) => zoom)) {
    await pose(person, scene, "zoom-200");
  }
  await person.window.close();
}

/** Two laptops on one table: what Fatima wrote a moment ago is on Bram's screen. */
async function sideBySide(fatima, bram) {
  const size = { width: 1024, height: 760 };
  const texts = [
    "Oma aan de deur gesproken. Daan is binnen en eet mee.",
    "Bram, wil jij morgen de school bellen? Ik ben dan bij Amir.",
  ];
  for (const [index, theme] of THEMES.entries()) {
    for (const person of [fatima, bram]) {
      await person.page.setWindowSize(size.width, size.height);
      await show(person, theme);
      await person.goToCase(CASE);
    }
    await fatima.writeNote(texts[index]);
    await bram.sees(texts[index]);
    for (const person of [fatima, bram]) {
      await person.waitUntilShared();
    }
    await photographBoth(fatima.window, bram.window, `side-by-side-${theme}`);
  }
}

/** Fatima at work, with everything shared. */
async function fatimaAtWork(stage) {
  const fatima = await locked(stage, {});
  await fatima.unlock(PASSPHRASE);
  await fatima.isAtWork();
  await fatima.waitUntilShared();
  return fatima;
}

await onStage("pictures", async (stage) => {
  said("some evenings of work");
  const hub = await someEvenings(stage);
  if (wished.length > 0) {
    return everywhere(await fatimaAtWork(stage), scenes.filter(({ name }) => wished.includes(name)));
  }
  said("first start");
  await firstStart(stage);
  await unlocking(stage);

  said("one window");
  let fatima = await fatimaAtWork(stage);
  await everywhere(fatima, scenes.filter(({ quiet }) => !quiet));
  await fatima.window.close();

  said("in English, and at 200 %");
  await tried("english", () => english(stage));
  speak("nl");
  await tried("zoom", () => zoomed(stage));

  said("two windows");
  fatima = await locked(stage, {});
  await fatima.unlock(PASSPHRASE);
  await fatima.isAtWork();
  const bram = personAt(await stage.window("bram", { width: 1024, x: 1032 }));
  await bram.unlock(PASSPHRASE);
  await bram.isAtWork();
  await tried("side-by-side", () => sideBySide(fatima, bram));
  await bram.window.close();

  said("without the hub");
  await hub.stop();
  await fatima.goToCase(CASE);
  for (const text of [
    "Moeder gebeld dat het vanavond niet meer lukt. Morgen om tien uur.",
    "Tas van Daan ligt bij oma, sleutels zitten in het voorvak.",
    "Vrijdag ook zijn broer vragen.",
  ]) {
    await fatima.writeNote(text);
  }
  await until("waiting", async () => (await fatima.sharing()) === "waiting");
  const shared = scenes.find(({ name }) => name === "shared");
  await everywhere(fatima, [{ ...shared, name: "offline" }]);
});

for (const name of await readdir(album)) {
  if (wished.length === 0 && failed.length === 0 && !taken.has(name)) {
    await rm(join(album, name));
    said(`removed ${name}, which is of no scene`);
  }
}
said(`${taken.size} pictures; not photographed: ${failed.length}`);
process.exitCode = failed.length === 0 ? 0 : 1;
