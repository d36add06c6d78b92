import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { faults } from "../faults";
import { Vitrine } from "./Vitrine";

const here = resolve(import.meta.dirname);
const kit = resolve(here, "../kit");

test("every building block of the kit stands in the vitrine", () => {
  const shelves = readdirSync(join(here, "shelves"));
  const shown = ["Vitrine.tsx", ...shelves.map((name) => join("shelves", name))]
    .map((name) => readFileSync(join(here, name), "utf8"))
    .join("");
  // Parts of fields are seen in the fields.
  const blocks = readdirSync(kit).filter(
    (name) => name.endsWith(".tsx") && !name.endsWith(".test.tsx") && name !== "FieldParts.tsx",
  );
  const absent = blocks.filter((name) => !shown.includes(`/kit/${name.replace(".tsx", "")}"`));
  expect(absent).toEqual([]);
});

test.each(["nl", "en"])("no faults that axe can find (%s)", async (language) => {
  render(<Vitrine start={new URLSearchParams({ language, theme: "day", density: "compact" })} />);
  await screen.findByRole("heading", { level: 1 });
  expect(document.documentElement.dataset).toMatchObject({ theme: "day", density: "compact" });
  expect(await faults()).toEqual([]);
});
