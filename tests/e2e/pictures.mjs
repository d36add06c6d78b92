// Photographs of the real window into assets/screenshots: `make pictures`.
// Two laptops with some evenings of invented work; day and night, a usual window and a small one.
import { cases } from "./support/caseload.mjs";
import { someEvenings } from "./support/evening.mjs";
import { personAt } from "./support/person.mjs";
import { photograph, photographBoth } from "./support/photo.mjs";
import { until } from "./support/processes.mjs";
import { openRpc } from "./support/rpc.mjs";
import { onStage } from "./support/stage.mjs";
import { PASSPHRASE } from "./support/team.mjs";
import { word } from "./support/words.mjs";

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
];
const THEMES = ["night", "day"];
const CASE = cases[0].name;

/** The theme that the window shows now. */
const shown = (person) => person.page.execute(() => document.documentElement.dataset.theme);

async function show(person, theme) {
  if ((await shown(person)) !== theme) {
    await person.keys("Control", "j");
    await until(`the ${theme}`, async () => (await shown(person)) === theme);
  }
}

/** Photographs what `prepare` puts on the screen, in every theme and size. */
async function everywhere(person, name, prepare, after = async () => {}) {
  for (const theme of THEMES) {
    await show(person, theme);
    for (const { width, height } of SIZES) {
      await person.page.setWindowSize(width, height);
      await prepare();
      await photograph(person.window, `${name}-${theme}-${width}`);
      await after();
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

/** The locked screen in `theme`; answers with the person before it. */
async function locked(stage, theme) {
  const rpc = await openRpc(stage.laptop("fatima"));
  await rpc.ask("save_settings", { language: "nl", theme, density: "comfortable" });
  await rpc.end();
  const person = personAt(await stage.window("fatima"));
  await person.sees(word("unlock-title"));
  for (const { width, height } of SIZES) {
    await person.page.setWindowSize(width, height);
    await photograph(person.window, `unlock-${theme}-${width}`);
  }
  return person;
}

/** A screen that opens over the others and closes with Escape. */
const escape = (person) => async () => {
  await person.keys("Escape");
  await until("nothing on top", () => person.page.execute(() => document.querySelector("[role=dialog]") === null));
};

async function theWork(person) {
  const toTop = (selector) =>
    person.page.execute((part) => document.querySelector(part)?.scrollTo(0, 0), selector);
  await everywhere(person, "case", async () => {
    await person.goToCase(CASE);
    await toTop(".nb-split__detail");
  });
  await everywhere(person, "cases", () => person.goTo("cases"));
  await everywhere(person, "street", () => person.goToCase(word("cases-street")));
  await everywhere(person, "difference", async () => {
    await person.goToCase(CASE);
    await person.page.execute(() => {
      document.querySelector('[data-testid="difference"]').closest("li").scrollIntoView({ block: "center" });
    });
  });
  await everywhere(person, "search", async () => {
    await person.search("oma");
    await until("hits", async () => (await person.hits()).length > 3);
  });
  await everywhere(person, "team", () => person.goTo("team"));
  await everywhere(person, "settings", () => person.goTo("settings"));
  await person.goToCase(CASE);
  await everywhere(
    person,
    "capture",
    async () => {
      await person.keys("Control", "n");
      const area = await person.page.$('//*[@data-testid="capture-text"]//textarea');
      await area.waitForDisplayed();
      await area.addValue("Daan liep langs met zijn oma. Hij zwaaide, zij bleef staan om te praten.");
    },
    async () => {
      // Nothing is left as a draft that the next picture would begin with.
      await (await person.page.$('//*[@data-testid="capture-text"]//textarea')).click();
      await person.keys("Control", "a");
      await person.keys("Delete");
      await escape(person)();
    },
  );
}

async function sharing(person, name) {
  await person.goToCase(CASE);
  await everywhere(
    person,
    name,
    async () => {
      await (await person.page.$('[data-testid="sync-pill"]')).click();
      await person.sees(word("sync-receipt"));
    },
    escape(person),
  );
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

await onStage("pictures", async (stage) => {
  const said = (what) => process.stderr.write(`${what}\n`);
  said("some evenings of work");
  const hub = await someEvenings(stage);
  said("first start");
  await firstStart(stage);

  said("one window");
  await (await locked(stage, "day")).window.close();
  const fatima = await locked(stage, "night");
  await fatima.unlock(PASSPHRASE);
  await fatima.sees(word("cases-new"), 60000);
  await fatima.waitUntilShared();
  await theWork(fatima);
  await sharing(fatima, "shared");

  said("two windows");
  const bram = personAt(await stage.window("bram", { width: 1024, x: 1032 }));
  await bram.unlock(PASSPHRASE);
  await bram.sees(word("cases-new"), 60000);
  await sideBySide(fatima, bram);
  await bram.window.close();

  said("without the hub");
  await hub.stop();
  for (const text of [
    "Moeder gebeld dat het vanavond niet meer lukt. Morgen om tien uur.",
    "Tas van Daan ligt bij oma, sleutels zitten in het voorvak.",
    "Vrijdag ook zijn broer vragen.",
  ]) {
    await fatima.writeNote(text);
  }
  await until("waiting", async () => (await fatima.sharing()) === "waiting");
  await sharing(fatima, "offline");
});
