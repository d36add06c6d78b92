import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

// A token that is nowhere set leaves the colour of the text around it: the mistake is seen by nobody.
test("every token that a style sheet uses is set", () => {
  const sheets = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".css"))
    .map((file) => ({ file, source: readFileSync(resolve(root, file), "utf8") }));
  const set = new Set(
    sheets.flatMap(({ source }) => [...source.matchAll(/^\s*(--[\w-]+)\s*:/gm)].map(([, name]) => name)),
  );
  const unset = sheets.flatMap(({ file, source }) =>
    [...source.matchAll(/var\((--basis-[\w-]+)/g)]
      .filter(([, name]) => !set.has(name))
      .map(([, name]) => `${file}: ${name}`),
  );
  expect(sheets.length).toBeGreaterThan(10);
  expect(unset).toEqual([]);
});
