import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { forgetKept } from "./kit/kept";

// A machine that builds beside the tests is slow; waiting longer costs only those that fail.
configure({ asyncUtilTimeout: 5_000 });

// jsdom knows neither; the widgets and the theme ask for them.
window.matchMedia ??= vi.fn().mockImplementation((query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => {},
  removeEventListener: () => {},
}));
// biome-ignore lint/suspicious/noExplicitAny: jsdom has no CSS object at all
(window as any).CSS ??= { escape: (text: string) => text.replace(/[^a-zA-Z0-9_-]/g, (each) => `\\${each}`) };
window.HTMLElement.prototype.scrollIntoView ??= () => {};

beforeEach(() => {
  // The virtual lists draw only what has room: give them some.
  Object.defineProperty(HTMLElement.prototype, "clientWidth", { configurable: true, value: 400 });
  Object.defineProperty(HTMLElement.prototype, "clientHeight", { configurable: true, value: 800 });
});

afterEach(() => {
  cleanup();
  forgetKept();
});
