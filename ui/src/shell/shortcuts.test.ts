import { expect, test } from "vitest";
import { shortcutOf } from "./shortcuts";
import { shownTheme } from "./theme";

const press = (key: string, more: object = {}) =>
  shortcutOf({ key, code: "", ctrlKey: false, altKey: false, shiftKey: false, metaKey: false, ...more });

test("shortcuts need Ctrl, and Ctrl+Alt is never one: that is AltGr", () => {
  expect(press("n", { ctrlKey: true })?.name).toBe("capture");
  expect(press("n")).toBeNull();
  expect(press("n", { ctrlKey: true, altKey: true })).toBeNull();
});

test("the web view's own keys that reload, print or search are stopped", () => {
  expect(press("F5")?.name).toBe("blocked");
  expect(press("r", { ctrlKey: true })?.name).toBe("blocked");
  expect(press("p", { ctrlKey: true })?.name).toBe("blocked");
  expect(press("f", { ctrlKey: true })?.name).toBe("search");
  expect(press("+", { ctrlKey: true })).toBeNull();
  expect(press("c", { ctrlKey: true })).toBeNull();
});

test("screens go by the place of the key, whatever letter is on it", () => {
  expect(press("&", { ctrlKey: true, code: "Digit1" })).toEqual({ name: "screen", place: 1 });
});

test("automatic is night after eight in the evening, and when the computer is dark", () => {
  expect(shownTheme("system", false, 14)).toBe("day");
  expect(shownTheme("system", false, 20)).toBe("night");
  expect(shownTheme("system", false, 3)).toBe("night");
  expect(shownTheme("system", true, 14)).toBe("night");
  expect(shownTheme("day", true, 23)).toBe("day");
});
