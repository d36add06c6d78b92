import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

interface Rule {
  file: string;
  media: string;
  selector: string;
  body: string;
}

function sheets(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sheets(path);
    return entry.name.endsWith(".css") ? [path] : [];
  });
}

/** The rules of a style sheet, each with the condition it stands in. Our sheets nest no deeper. */
function rulesOf(path: string): Rule[] {
  const source = readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  const file = relative(root, path);
  const rules: Rule[] = [];
  let media = "";
  for (const [, head = "", body] of source.matchAll(/([^{}]+)(?:\{([^{}]*)\}|\{)|\}/g)) {
    const selector = head.trim().replace(/\s+/g, " ");
    if (selector === "") media = "";
    else if (body === undefined) media = selector;
    else rules.push({ file, media, selector, body });
  }
  return rules;
}

const rules = sheets(root).flatMap(rulesOf);
const isForced = ({ media }: Rule) => media.includes("forced-colors: active");
const plain = rules.filter((rule) => rule.media === "");

/** The block that a selector is about: `nb-hit` in `.nb-hit[aria-selected="true"] > span`. */
const blockOf = (selector: string) => /\.(nb-[a-z_-]+)/.exec(selector)?.[1] ?? selector;
const hasEdge = (body: string) =>
  /(?:outline|border(?:-(?!radius)\w+)*):(?!\s*(?:none|0|transparent))|text-decoration/.test(body);

/** In forced colours the system paints over backgrounds and shadows: only edges and words are left. */
const isSafe = (rule: Rule) =>
  hasEdge(rule.body) ||
  rules.some(
    (other) =>
      isForced(other) && blockOf(other.selector) === blockOf(rule.selector) && other.body.trim() !== "",
  );

test("the sheets are read", () => {
  expect(rules.length).toBeGreaterThan(200);
  expect(rules.filter(isForced).length).toBeGreaterThan(8);
});

test("what is chosen, current or focused is never told by a background alone", () => {
  const states = /\[(?:data-selected|aria-selected="true"|aria-current[^\]]*|data-focused)\]|--sought/;
  const bare = plain.filter(
    (rule) => states.test(rule.selector) && /background|box-shadow/.test(rule.body) && !isSafe(rule),
  );
  expect(bare.map(({ file, selector }) => `${file}: ${selector}`)).toEqual([]);
});

test("who takes the focus ring away gives something else that stays in forced colours", () => {
  // A heading or a list whose focus is shown by what is marked in it.
  const elsewhere = [
    "nb-menu",
    "nb-palette__input",
    ":focus",
    'h1[tabindex="-1"]:focus-visible, h2[tabindex="-1"]:focus-visible',
  ];
  const bare = plain.filter(
    (rule) =>
      /:focus/.test(rule.selector) &&
      /outline: none/.test(rule.body) &&
      !elsewhere.includes(blockOf(rule.selector)) &&
      !isSafe({ ...rule, body: "" }),
  );
  expect(bare.map(({ file, selector }) => `${file}: ${selector}`)).toEqual([]);
});

test("sizes are in rem, so that the system's letter size counts", () => {
  const sized = rules.filter(
    ({ media, body }) =>
      !media.startsWith("@font-face") &&
      /(?:font-size|height|width|padding[\w-]*|gap): [^;]*\b(?:[3-9]|\d\d+)px/.test(body),
  );
  expect(sized.map(({ file, selector }) => `${file}: ${selector}`)).toEqual([]);
});

test("motion is opacity only, short, and none for who asked for less", () => {
  const moving = rules.flatMap(({ file, selector, body }) =>
    [...body.matchAll(/(?:transition|animation): ([^;]+)/g)]
      .map((match) => match[1] ?? "")
      .filter((value) => !/^(?:none.*|opacity (?:[1-9]\d|1[0-1]\d|120)ms)$/.test(value))
      .map((value) => `${file}: ${selector}: ${value}`),
  );
  expect(moving).toEqual([]);
  expect(
    rules.some(({ media, body }) => media.includes("prefers-reduced-motion") && body.includes("none")),
  ).toBe(true);
});
