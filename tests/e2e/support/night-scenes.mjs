// The scenes of the coach's night. For what a scene is see scenes.mjs.
import { CASE } from "./caseload.mjs";
import { until } from "./processes.mjs";
import { beginning, word } from "./words.mjs";

const dialog = (person) =>
  until("a dialog", () => person.page.execute(() => document.querySelector("[role=dialog]") !== null));

/** A button on the screen Today leads to it. */
const fromToday = (words, title) => async (person) => {
  await person.goTo("today");
  await person.press(word(words));
  await person.sees(word(title));
};

export const street = [
  ["today", (person) => person.goTo("today"), { main: true, zoom: true }],
  [
    "stop",
    async (person) => {
      await person.keys("Control", "Shift", "Enter");
      await dialog(person);
    },
    { main: true, over: true },
  ],
  [
    "shift-edit",
    async (person) => {
      await person.goTo("today");
      await person.press(word("shift-more"));
      await person.chooseInMenu(word("shift-edit"));
      await dialog(person);
    },
    { quiet: true, over: true },
  ],
  ["shifts", fromToday("shift-earlier", "shifts-title")],
  ["places", fromToday("places-title", "places-intro")],
  ["groups", fromToday("groups-title", "groups-intro")],
];

const byCommand = (key, title) => async (person) => {
  await person.command(key);
  await person.sees(word(title));
};

export const handovers = [
  ["handover-write", byCommand("command-handover", "handover-write"), { main: true }],
  ["handovers", (person) => inbox(person)],
  [
    "handover-read",
    async (person) => {
      await inbox(person);
      await person.page.$('[data-testid="handover-row"]').click();
      await until("a handover", () => person.page.execute(() => document.querySelector(".nb-read") !== null));
    },
    { main: true },
  ],
  ["caseload", byCommand("command-caseload", "handover-caseload-intro")],
];

/** All handovers, by the key of Today's panel: its command has another name while one is unread. */
async function inbox(person) {
  await person.goTo("today");
  await person.press(word("handover-all"));
  await until("the handovers", () =>
    person.page.execute(() => document.querySelector('.nb-page [data-testid="handover-row"]') !== null),
  );
}

/** Somebody whom the team knows by a nickname only. */
async function somebody(person) {
  await person.goToCase(word("cases-street"));
  await person.press("Rode jas");
  await person.sees(word("purpose-title"));
}

export const persons = [
  ["person", somebody, { main: true }],
  [
    "merge",
    async (person) => {
      await somebody(person);
      await person.press(word("merge-open"));
      await dialog(person);
    },
    { over: true },
  ],
];

export const actions = [
  ["agenda", (person) => person.goTo("agenda"), { main: true }],
  [
    "agenda-day",
    async (person) => {
      await person.goTo("agenda");
      await person.choose(word("agenda-day"));
    },
    { leave: (person) => person.choose(word("agenda-week")) },
  ],
  [
    "new-action",
    async (person) => {
      await person.goToCase(CASE);
      await person.keys("Control", "Shift", "a");
      await person.sees(word("actions-new"));
    },
    { over: true },
  ],
  [
    "check-in",
    async (person) => {
      await person.goTo("cases");
      await person.press(word("check-in-title"));
      await dialog(person);
    },
    { over: true },
  ],
];

/** Opens the form of the newest contact moment of the case. */
async function editing(person) {
  await person.goToCase(CASE);
  await person.page.$(`//button[starts-with(@aria-label, "${word("moment-edit")}")]`).click();
}

export const history = [
  [
    "history",
    async (person) => {
      await editing(person);
      await person.page.$(`//button[starts-with(@aria-label, "${beginning("item-more")}")]`).click();
      await person.chooseInMenu(word("history-open"));
      await person.sees(word("history-title"));
    },
    {
      over: true,
      leave: async (person) => {
        await person.keys("Escape");
        await until("nothing on top", () => person.page.execute(() => document.querySelector("[role=dialog]") === null));
        await person.press(word("action-cancel"));
      },
    },
  ],
];

export const files = [
  [
    "import",
    async (person) => {
      await person.command("import-open");
      await person.sees(word("import-intro"));
    },
  ],
];
