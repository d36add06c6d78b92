import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

const source = readFileSync(resolve(import.meta.dirname, "tokens.css"), "utf8");

/** The colours of one theme, by the last part of their token. */
function palette(theme: "day" | "night"): Map<string, string> {
  const start = source.indexOf(`:root[data-theme="${theme}"]`);
  const block = source.slice(start, source.indexOf("}", start));
  return new Map(
    [...block.matchAll(/--basis-color-([a-z0-9-]+): (#[0-9a-f]{6});/g)].map((match) => [
      match[1] ?? "",
      match[2] ?? "",
    ]),
  );
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["default-bg-document", "default-bg-subtle", "default-bg-hover", "selected-bg-default"];
const inks = [
  "default-color-document",
  "default-color-subtle",
  "accent-1-color-default",
  "negative-color-default",
  "highlight-color-default",
  "positive-color-default",
];
const onGrounds = (ink: string): [string, string][] => grounds.map((ground) => [ink, ground]);

/** Text on what it stands on in some component. */
const texts: [string, string][] = [
  ...inks.flatMap(onGrounds),
  ["action-1-color-default", "action-1-bg-default"],
  ["action-1-color-default", "action-1-bg-hover"],
  ["default-color-document", "highlight-bg-default"],
  ["default-color-document", "highlight-bg-subtle"],
  ["default-color-subtle", "highlight-bg-subtle"],
  ["highlight-color-default", "highlight-bg-subtle"],
  ["accent-1-color-default", "highlight-bg-subtle"],
  ["default-color-document", "negative-bg-subtle"],
  ["default-color-subtle", "negative-bg-subtle"],
  ["negative-color-default", "negative-bg-subtle"],
];

/** Edges of what one presses or fills in, and the ring of the focus. */
const edges: [string, string][] = ["default-border-default", "focus", "accent-1-color-default"].flatMap(
  onGrounds,
);

describe.each(["day", "night"] as const)("contrast by %s", (theme) => {
  const colours = palette(theme);
  const colour = (name: string) => {
    const found = colours.get(name);
    if (!found) throw new Error(`no --basis-color-${name} in ${theme}`);
    return found;
  };
  const weak = (pairs: [string, string][], least: number) =>
    pairs
      .map(([ink, ground]) => ({ ink, ground, ratio: contrast(colour(ink), colour(ground)) }))
      .filter(({ ratio }) => ratio < least)
      .map(({ ink, ground, ratio }) => `${ink} on ${ground}: ${ratio.toFixed(2)}`);

  test("text is 4.5 or more", () => {
    expect(weak(texts, 4.5)).toEqual([]);
  });

  test("life domains are eight, and their letters 4.5 or more", () => {
    const domains = [...colours.keys()].filter((name) => name.startsWith("domain-"));
    expect(domains).toHaveLength(8);
    expect(weak(domains.flatMap(onGrounds), 4.5)).toEqual([]);
  });

  test("edges of controls and the focus are 3 or more", () => {
    expect(weak(edges, 3)).toEqual([]);
  });

  test("night is never pure black, and both themes have the same colours", () => {
    expect([...colours.values()]).not.toContain("#000000");
    expect([...colours.keys()]).toEqual([...palette("day").keys()]);
  });
});

test("black on white is 21, so that the sum is right", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});
