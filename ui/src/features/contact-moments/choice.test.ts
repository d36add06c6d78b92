import { expect, test } from "vitest";
import { choiceOf } from "./edit";

test("choosing a version of whether somebody was reached sends that version", () => {
  expect(choiceOf("outcome", "notReached")).toEqual({ outcome: "notReached" });
  expect(choiceOf("outcome", "reached")).toEqual({ outcome: "reached" });
  expect(choiceOf("place", "Griftpark")).toEqual({ place: "Griftpark" });
});
