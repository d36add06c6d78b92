import { expect, test } from "vitest";
import { type Command, type FrameActions, windowCommands } from "./palette/commands";
import { keysOf } from "./palette/keys";
import { shortcutOf } from "./shortcuts";
import { shownTheme } from "./theme";

const nothing = () => {};
const actions: FrameActions = {
  go: nothing,
  handover: nothing,
  unread: 0,
  action: nothing,
  capture: nothing,
  captureWho: nothing,
  shift: nothing,
  stop: nothing,
  round: nothing,
  search: nothing,
  palette: nothing,
  importFile: nothing,
  share: nothing,
  theme: nothing,
  density: nothing,
  lock: nothing,
  sheet: nothing,
  region: nothing,
  back: nothing,
};
const commands = windowCommands(actions);

const plain = { code: "", ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const press = (key: string, more: object = {}, among: Command[] = commands) => {
  const found = shortcutOf({ key, ...plain, ...more }, among);
  return found === null || found === "blocked" ? found : found.id;
};

test("shortcuts need Ctrl, and Ctrl+Alt is never one: that is AltGr", () => {
  expect(press("n", { ctrlKey: true })).toBe("capture");
  expect(press("n")).toBeNull();
  expect(press("n", { ctrlKey: true, altKey: true })).toBeNull();
  expect(press("a", { altKey: true })).toBeNull();
});

test("the web view's own keys that reload, print or search are stopped", () => {
  expect(press("F5")).toBe("blocked");
  expect(press("r", { ctrlKey: true })).toBe("blocked");
  expect(press("p", { ctrlKey: true })).toBe("blocked");
  expect(press("R", { ctrlKey: true, shiftKey: true })).toBe("blocked");
  expect(press("f", { ctrlKey: true })).toBe("search");
  expect(press("+", { ctrlKey: true })).toBeNull();
  expect(press("c", { ctrlKey: true })).toBeNull();
});

test("screens go by the place of the key, whatever letter is on it", () => {
  expect(press("&", { ctrlKey: true, code: "Digit1" })).toBe(
    commands.find(({ keys }) => keys?.[0] === "Ctrl+1")?.id,
  );
});

test("a slash is a slash, with Shift or without", () => {
  expect(press("/", { ctrlKey: true })).toBe("sheet");
  expect(press("?", { ctrlKey: true, shiftKey: true })).toBe("sheet");
  expect(press("/", { ctrlKey: true, shiftKey: true, code: "Digit7" })).toBe("sheet");
});

test("what a screen offers goes before what the window does", () => {
  const paper: Command = { ...(commands[0] as Command), id: "paper", keys: ["Ctrl+Shift+P"] };
  expect(press("P", { ctrlKey: true, shiftKey: true })).toBe("blocked");
  expect(press("P", { ctrlKey: true, shiftKey: true }, [...commands, paper])).toBe("paper");
});

test("no two commands of the window have the same keys, and all keys can be pressed", () => {
  const all = commands.flatMap(({ keys }) => keys ?? []);
  expect(new Set(all).size).toBe(all.length);
  expect(keysOf({ ...plain, key: "F6", shiftKey: true })).toBe("Shift+F6");
  expect(keysOf({ ...plain, key: "ArrowLeft", altKey: true })).toBe("Alt+←");
});

test("automatic is night after eight in the evening, and when the computer is dark", () => {
  expect(shownTheme("system", false, 14)).toBe("day");
  expect(shownTheme("system", false, 20)).toBe("night");
  expect(shownTheme("system", false, 3)).toBe("night");
  expect(shownTheme("system", true, 14)).toBe("night");
  expect(shownTheme("day", true, 23)).toBe("day");
});
