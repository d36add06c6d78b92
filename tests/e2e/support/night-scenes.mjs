// The scenes of the coach's night. For what a scene is see scenes.mjs.
import { CASE } from "./caseload.mjs";
import { until } from "./processes.mjs";
import { beginning, word } from "./words.mjs";

const dialog = (person) =>
  until("a dialog", () => person.page.execute(() => document.querySelector("[role=dialog]") !== null));

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
