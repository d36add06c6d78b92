// A person without a mouse: moves with Tab and arrows only, and proves it.
import assert from "node:assert/strict";
import { until } from "./processes.mjs";

/** More stops than any screen has. */
const STOPS = 80;

/** What has the focus, as a screen reader would name it. */
const focused = (page) =>
  page.execute(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return "";
    const named = one.getAttribute("aria-label") ?? one.labels?.[0]?.innerText ?? one.innerText ?? "";
    return named.replaceAll(/\s+/g, " ").trim();
  });

/** Adds to a person (person.mjs) what fingers on keys do. */
export function withKeysOnly(person) {
  const { page } = person;
  const only = {
    /** Begins to count what a mouse does; a window that reloads begins anew. */
    async watchForMouse() {
      await page.execute(() => {
        window.mouse = [];
        for (const kind of ["mousedown", "pointerdown", "touchstart", "wheel"]) {
          window.addEventListener(kind, (event) => window.mouse.push(event.type), { capture: true });
        }
      });
    },
    async usedNoMouse() {
      assert.deepEqual(await page.execute(() => window.mouse), []);
    },
    /** Presses Tab, or Shift and Tab, until what has the focus begins with `name`. */
    async reach(name, { backwards = false } = {}) {
      const seen = [];
      for (let stop = 0; stop < STOPS; stop += 1) {
        const here = await focused(page);
        if (here.startsWith(name)) {
          return;
        }
        seen.push(here);
        await person.keys(...(backwards ? ["Shift", "Tab"] : ["Tab"]));
      }
      throw new Error(`Tab never came to ${name}, only to: ${[...new Set(seen)].join(" | ")}`);
    },
    async press(name) {
      await only.reach(name);
      await person.keys("Enter");
    },
    async fill(label, text) {
      await only.reach(label);
      await person.keys("Control", "a");
      await person.type(text);
    },
    async focusIn(selector) {
      const inside = () => page.execute((part) => document.activeElement?.closest(part) !== null, selector);
      await until(`the focus in ${selector}`, inside);
    },
  };
  return { ...person, ...only };
}
