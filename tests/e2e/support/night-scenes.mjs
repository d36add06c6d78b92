// The scenes of the coach's night. For what a scene is see scenes.mjs.
import { CASE } from "./caseload.mjs";
import { until } from "./processes.mjs";
import { word } from "./words.mjs";

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
