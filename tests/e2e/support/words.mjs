// The interface's own words, so that a better wording does not break a journey.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

const read = (language) => {
  const file = readFileSync(join(root, `ui/src/text/${language}.ftl`), "utf8");
  return new Map([...file.matchAll(/^([a-z][\w-]*) = (.+)$/gim)].map(([, key, words]) => [key, words]));
};
const spoken = { nl: read("nl"), en: read("en") };
let language = "nl";

/** From now on the window speaks this language: "nl", as at the beginning, or "en". */
export function speak(other) {
  language = other;
}

/** The words of `key`; only messages of one line without a number or a name in them. */
export function word(key) {
  const words = spoken[language].get(key);
  if (words === undefined || words.includes("{")) {
    throw new Error(`${language}.ftl has no plain message ${key}`);
  }
  return words;
}

/** The words of `key` before the first name or number in them. */
export function beginning(key) {
  const words = spoken[language].get(key);
  if (words === undefined) {
    throw new Error(`${language}.ftl has no message ${key}`);
  }
  return words.split("{")[0].trim();
}
