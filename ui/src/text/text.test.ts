import { FluentResource } from "@fluent/bundle";
import { expect, test } from "vitest";
import checks from "../ipc/generated/Check.ts?raw";
import failureCodes from "../ipc/generated/FailureCode.ts?raw";
import findingCodes from "../ipc/generated/FindingCode.ts?raw";
import en from "./en.ftl?raw";
import keys from "./generated/keys.ts?raw";
import nl from "./nl.ftl?raw";
import { textOf } from "./text";

const shape = (source: string) =>
  new FluentResource(source).body.map(({ id, attributes }) => `${id} ${Object.keys(attributes).join(" ")}`);
const quoted = (source: string) => [...source.matchAll(/"([A-Za-z]+)"/g)].map((match) => match[1] ?? "");

test("both languages have the same keys in the same order", () => {
  expect(shape(en)).toEqual(shape(nl));
});

test("keys.ts is what scripts/text-keys.mjs makes of nl.ftl", () => {
  const written = [...keys.matchAll(/"([^"]+)"/g)].map((match) => match[1]);
  expect(written).toEqual(new FluentResource(nl).body.map(({ id }) => id));
});

test("no key stands twice", () => {
  const ids = new FluentResource(nl).body.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("every failure code has what happened, what is safe and what to do, in both languages", () => {
  const codes = quoted(failureCodes);
  expect(codes.length).toBeGreaterThan(20);
  for (const language of ["nl", "en"] as const) {
    const text = textOf(language);
    const general = text.failure({ code: "unexpected", incident: "" }).what;
    for (const code of codes) {
      const words = text.failure({ code: code as "locked", incident: "" });
      expect(
        [words.what, words.safe, words.todo].every((part) => part.length > 5),
        code,
      ).toBe(true);
      if (code !== "unexpected") expect(words.what, code).not.toBe(general);
    }
  }
});

test("every check has a name and words for being good; every finding has words somewhere", () => {
  expect(quoted(checks).length).toBeGreaterThan(5);
  expect(quoted(findingCodes).length).toBeGreaterThan(8);
  for (const language of ["nl", "en"] as const) {
    const { finding, t } = textOf(language);
    const words = (check: string, code: string) =>
      finding({ check: check as "hub", ok: false, code: code as "good", count: 1 });
    for (const check of quoted(checks)) {
      expect(t(`finding-${check as "hub"}`)).not.toContain("finding-");
      expect(words(check, "good")).not.toBe(t("finding-unknown", { code: "good" }));
    }
    for (const code of quoted(findingCodes)) {
      const some = quoted(checks).some((check) => words(check, code) !== t("finding-unknown", { code }));
      expect(some, code).toBe(true);
    }
  }
});

test("moments are written short and local", () => {
  const { when } = textOf("nl");
  const at = new Date(2026, 10, 21, 23, 41).getTime();
  expect(when.full(at)).toBe("za 21 nov 23:41");
  expect(when.short(at, at + 60_000)).toBe("23:41");
  expect(when.short(at, at + 86_400_000)).toBe("za 21 nov");
  expect(textOf("en").when.full(at)).toBe("Sat 21 Nov 23:41");
});
