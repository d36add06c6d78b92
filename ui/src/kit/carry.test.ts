import { expect, test } from "vitest";
import { carryCaret, carryOver } from "./carry";

test("what was typed during a save is put into the merged text", () => {
  expect(carryOver("Moeder belt.", "Moeder belt. Vader ook.", "Moeder belt. Morgen.")).toBe(
    "Moeder belt. Morgen. Vader ook.",
  );
  expect(carryOver("belt", "Moeder belt", "belt morgen")).toBe("Moeder belt morgen");
});

test("without a merge, or without typing, there is nothing to carry", () => {
  expect(carryOver("a", "a", "ab")).toBe("ab");
  expect(carryOver("a", "a b", "a")).toBe("a b");
});

test("the caret stays at its words", () => {
  expect(carryCaret("belt", "Moeder belt", 4)).toBe(11);
  expect(carryCaret("belt", "belt nu", 2)).toBe(2);
});
