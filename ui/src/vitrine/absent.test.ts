import { resolve } from "node:path";
import { build } from "vite";
import { expect, test } from "vitest";

test("what is built for coaches has no vitrine and no fake core in it", { timeout: 120_000 }, async () => {
  const root = resolve(import.meta.dirname, "../..");
  const built = await build({ root, logLevel: "silent", build: { write: false, minify: false } });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) =>
    "output" in each ? each.output : [],
  );
  const names = outputs.map(({ fileName }) => fileName);
  expect(names).toContain("index.html");
  expect(names.filter((name) => name.includes("vitrine"))).toEqual([]);
  const telling = outputs.filter((each) => {
    const text = each.type === "chunk" ? each.code : each.source.toString();
    return /nb-vitrine|nb-shelf|FakeCore|mockIPC/.test(text);
  });
  expect(telling.map(({ fileName }) => fileName)).toEqual([]);
});
