// Counts what a person does with their hands: one key chord or one text that is written is one input.
import { until } from "./processes.mjs";

/** Hands that count, at a person (person.mjs) whose window has the focus. */
export function countedHands(person) {
  let made = [];
  return {
    /** Begins anew. */
    reset() {
      made = [];
    },
    /** Presses keys together. */
    async chord(...names) {
      made.push(names.join("+"));
      await person.keys(...names);
    },
    /** Writes where the caret is. */
    async entry(text) {
      made.push(`“${text.length > 24 ? `${text.slice(0, 23)}…` : text}”`);
      await person.type(text);
    },
    /** How many inputs there were. */
    count: () => made.length,
    /** Which, to print. */
    told: () => made.join(" · "),
  };
}

/** Waits until the caret stands in the text of quick capture. No input: the window does it. */
export async function caretInCapture(person) {
  const inside = () =>
    person.page.execute(
      () => document.activeElement?.closest('[data-testid="capture-text"]') !== null && document.activeElement !== null,
    );
  await until("the caret in the text", inside);
}

/** Waits until quick capture has saved and is gone. */
export async function captureGone(person) {
  const gone = () => person.page.execute(() => document.querySelector('[data-testid="capture-text"]') === null);
  await until("a saved contact", gone);
}
