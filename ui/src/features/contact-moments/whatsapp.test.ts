import { expect, test } from "vitest";
import { pastedMessages } from "./whatsapp";

const at = new Date(2026, 10, 21, 23, 41).getTime();

test("a conversation copied on an iPhone loses its stamps and keeps who said what", () => {
  const text =
    "[21-11-2026 23:41:07] Rico: Ben je bij de brug?\n[21-11-2026 23:42:10] Fatima: Ja, tot twaalf.";
  expect(pastedMessages(text)).toEqual({ at, text: "Rico: Ben je bij de brug?\nFatima: Ja, tot twaalf." });
  expect(pastedMessages("[21-11-2026 23:41] Rico: Hoi")?.at).toBe(at);
});

test("so does one copied on Android, with lines that go on", () => {
  const text = "21-11-2026 23:41 - Rico: Ik kom.\nMet Mo.\n21-11-2026 23:50 - Rico: Of niet";
  expect(pastedMessages(text)).toEqual({ at, text: "Rico: Ik kom.\nMet Mo.\nRico: Of niet" });
  expect(pastedMessages("21/11/26, 23:41 - Rico: Hoi")?.at).toBe(at);
});

test("other words are left alone", () => {
  for (const text of [
    "",
    "Om 23:41 - Rico: hoi",
    "Zag Rico.\n[21-11-2026 23:41] Rico: Hoi",
    "[41-11-2026 23:41] Rico: Hoi",
  ])
    expect(pastedMessages(text)).toBeNull();
});
