// Every screen and dialog of the work, in one list: `make pictures` photographs each, and the journey
// "no barriers" looks at each. A new screen needs its entry here and nothing else.
//
// A scene is [name, open, options]. `open` comes from anywhere in the work; what it opens over a screen is
// closed with Escape afterwards. Options: `main` is photographed in English too, `zoom` at 200 %, `quiet`
// is looked at for barriers but not photographed, `over` lies over a screen, so nobody captures from it.
import { CASE } from "./caseload.mjs";
import { actions, files, handovers, history, persons, street } from "./night-scenes.mjs";
import { until } from "./processes.mjs";
import { word } from "./words.mjs";

/** Scrolls to the top: a list begins where the last scene left it. */
const toTop = (person, selector) =>
  person.page.execute((part) => document.querySelector(part)?.scrollTo(0, 0), selector);

const hits = (person, some) => until("hits", async () => (await person.hits()).length >= some);

/** Opens quick capture with a text in it. */
async function capture(person) {
  await person.keys("Control", "n");
  const area = await person.page.$('//*[@data-testid="capture-text"]//textarea');
  await area.waitForDisplayed();
  await until("focus in the text", () => area.isFocused());
  await person.keys("Control", "a");
  await area.addValue("Daan liep langs met zijn oma. Hij zwaaide, zij bleef staan om te praten.");
}

export const scenes = [
  ...street,
  ...handovers,
  ...persons,
  ...actions,
  ...history,
  ...files,
  ["cases", (person) => person.goTo("cases"), { main: true }],
  [
    "case",
    async (person) => {
      await person.goToCase(CASE);
      await toTop(person, ".nb-split__detail");
    },
    { main: true },
  ],
  ["street", (person) => person.goToCase(word("cases-street"))],
  [
    "difference",
    async (person) => {
      await person.goToCase(CASE);
      await person.page.execute(() => {
        document.querySelector('[data-testid="difference"]').closest("li").scrollIntoView({ block: "center" });
      });
    },
  ],
  [
    "difference-own",
    async (person) => {
      await person.goToCase(CASE);
      await person.press(word("difference-own"));
      await person.page.execute(() => {
        document.querySelector('[data-testid="difference"]').scrollIntoView({ block: "center" });
      });
    },
    { leave: (person) => person.press(word("action-cancel")) },
  ],
  [
    "difference-settled",
    async (person) => {
      await person.goToCase(CASE);
      await person.press(word("difference-choose"));
      await person.page.$('[data-testid="settled"] summary').click();
      await person.page.execute(() => {
        document.querySelector('[data-testid="settled"]').scrollIntoView({ block: "center" });
      });
    },
    { leave: (person) => person.press(word("difference-undo")) },
  ],
  [
    "edit-moment",
    async (person) => {
      await person.goToCase(CASE);
      await person.page.$(`//button[starts-with(@aria-label, "${word("moment-edit")}")]`).click();
    },
    { quiet: true, leave: (person) => person.press(word("action-cancel")) },
  ],
  [
    "new-case",
    async (person) => {
      await person.goTo("cases");
      await person.press(word("cases-new"));
    },
    { quiet: true, over: true },
  ],
  [
    "share-case",
    async (person) => {
      await person.goToCase(CASE);
      await person.press(word("cases-share"));
    },
    { quiet: true, over: true },
  ],
  ["capture", capture, { main: true, zoom: true, leave: emptied, over: true }],
  [
    "capture-without-text",
    async (person) => {
      await person.keys("Control", "n");
      await person.sees(word("capture-title"));
      await person.keys("Control", "Enter");
      await person.sees(word("capture-text-missing"));
    },
    { quiet: true, over: true },
  ],
  [
    "search",
    async (person) => {
      await person.search("oma");
      await hits(person, 4);
    },
    { main: true },
  ],
  [
    "search-filtered",
    async (person) => {
      await person.search("oma");
      await hits(person, 4);
      await person.press(word("search-filter-period"));
      await person.page.$(`//*[@role="option"][normalize-space(.)="${word("search-period-week")}"]`).click();
      await person.sees(word("search-clear-filters"));
    },
    { leave: (person) => person.press(word("search-clear-filters")) },
  ],
  [
    "search-nothing",
    async (person) => {
      await person.search("zzz");
      await person.sees(word("search-none-title"));
    },
    { quiet: true },
  ],
  ["team", (person) => person.goTo("team")],
  ["invitation", (person) => person.invite(), { quiet: true }],
  ["settings", (person) => person.goTo("settings")],
  [
    "settings-check",
    async (person) => {
      await person.goTo("settings");
      await person.press(word("settings-check-submit"));
      await person.sees(word("finding-chain"), 60000);
    },
    { quiet: true },
  ],
  [
    "keys",
    async (person) => {
      await person.keys("F1");
      await person.sees(word("keys-title"));
    },
    { over: true },
  ],
  [
    "palette",
    async (person) => {
      await person.keys("Control", "k");
      await until("the palette", () => person.page.execute(() => document.querySelector("[role=dialog]") !== null));
    },
    { over: true },
  ],
  [
    "shared",
    async (person) => {
      await person.goToCase(CASE);
      await (await person.page.$('[data-testid="sync-pill"]')).click();
      await person.sees(word("sync-receipt"));
    },
    { over: true },
  ],
  [
    "who-has-what",
    async (person) => {
      await person.goToCase(CASE);
      await (await person.page.$('[data-testid="sync-pill"]')).click();
      await person.sees(word("sync-receipt"));
      // Both parts at once, and scrolled to: the list is longer than a small window.
      await person.page.execute(() => {
        const parts = [...document.querySelectorAll(".nb-sync details")];
        for (const part of parts.slice(-4)) part.open = true;
        parts.at(-4)?.scrollIntoView({ block: "start" });
      });
      await person.sees(word("nearby-switch"));
    },
    { over: true },
  ],
].map(([name, open, options = {}]) => ({ name, open, leave: escape, isScreen: options.over !== true, ...options }));

/** Closes whatever lies over the screen. */
async function escape(person) {
  const isOpen = () => person.page.execute(() => document.querySelector("[role=dialog]") !== null);
  if (await isOpen()) {
    await person.keys("Escape");
    await until("nothing on top", async () => !(await isOpen()));
  }
}

/** Leaves no draft that the next scene would begin with. */
async function emptied(person) {
  await (await person.page.$('//*[@data-testid="capture-text"]//textarea')).click();
  await person.keys("Control", "a");
  await person.keys("Delete");
  await escape(person);
}

/** The theme that the window shows now. */
const shown = (person) => person.page.execute(() => document.documentElement.dataset.theme);

/** Changes to the night or the day, as a person would. */
export async function show(person, theme) {
  if ((await shown(person)) !== theme) {
    await person.keys("Control", "j");
    await until(`the ${theme}`, async () => (await shown(person)) === theme);
  }
}
