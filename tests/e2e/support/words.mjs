// The interface's own Dutch words, so that a better wording does not break a journey.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./places.mjs";

const file = readFileSync(join(root, "ui/src/text/nl.ftl"), "utf8");
const plain = new Map(
  [...file.matchAll(/^([a-z][\w-]*) = (.+)$/gim)].map(([, key, words]) => [key, words]),
);

/** The words of `key`; only messages of one line without a number or a name in them. */
export function word(key) {
  const words = plain.get(key);
  if (words === undefined || words.includes("{")) {
    throw new Error(`nl.ftl has no plain message ${key}`);
  }
  return words;
}
