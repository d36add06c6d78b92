import { expect, test } from "vitest";
import { CallFailure, toFailure } from "./failure";
import { isTouched } from "./topics";

test("a topic touches the answers made of it and no others", () => {
  expect(isTouched(["case:a1"], ["read_case", { caseId: "a1", limit: 50 }])).toBe(true);
  expect(isTouched(["case:a1"], ["read_case", { caseId: "b2", limit: 50 }])).toBe(false);
  expect(isTouched(["cases"], ["list_cases", {}])).toBe(true);
  expect(isTouched(["cases"], ["read_settings", {}])).toBe(false);
  expect(isTouched(["something new"], ["list_cases", {}])).toBe(false);
});

test("whatever is thrown becomes a failure with words", () => {
  const failure = { code: "locked" as const, incident: "9" };
  expect(toFailure(failure)).toBe(failure);
  expect(toFailure(new CallFailure(failure))).toBe(failure);
  expect(toFailure("command call not found").code).toBe("unexpected");
  expect(toFailure(null).code).toBe("unexpected");
});
