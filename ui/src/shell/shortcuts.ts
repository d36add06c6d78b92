import { useEffect, useRef } from "react";

/** What the shortcuts of the window do. */
export interface ShortcutActions {
  capture: () => void;
  search: () => void;
  screen: (place: 1 | 2 | 3 | 4) => void;
  theme: () => void;
  lock: () => void;
  keys: () => void;
  region: (backwards: boolean) => void;
  back: () => void;
}

type Name = keyof ShortcutActions | "blocked";

/** Which shortcut a key press is, if any; "blocked" is a shortcut of the web view that would harm. */
export function shortcutOf(event: {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}): { name: Name; place?: 1 | 2 | 3 | 4; backwards?: boolean } | null {
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event;
  if (metaKey) return null;
  if (key === "F6") return { name: "region", backwards: shiftKey };
  if (key === "F1") return { name: "keys" };
  if (["F3", "F5", "F7", "BrowserRefresh"].includes(key)) return { name: "blocked" };
  if (altKey && !ctrlKey && key === "ArrowLeft") return { name: "back" };
  if (altKey && !ctrlKey && key === "ArrowRight") return { name: "blocked" };
  // Ctrl+Alt is AltGr on many Dutch keyboards: it types letters and is never a shortcut.
  if (!ctrlKey || altKey) return null;
  const digit = /^Digit([1-4])$/.exec(code)?.[1];
  if (digit && !shiftKey) return { name: "screen", place: Number(digit) as 1 | 2 | 3 | 4 };
  const letter = key.toLowerCase();
  if (letter === "/" || letter === "?") return { name: "keys" };
  if (shiftKey) return ["r", "p", "n", "o"].includes(letter) ? { name: "blocked" } : null;
  const named: Record<string, Name> = { n: "capture", k: "search", f: "search", j: "theme", l: "lock" };
  const name = named[letter];
  if (name) return { name };
  return ["r", "p", "s", "g", "h", "o", "u", "t", "d"].includes(letter) ? { name: "blocked" } : null;
}

/** One handler for the window; keys of the web view that reload, print or search are stopped in it. */
export function useShortcuts(actions: ShortcutActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event);
      if (!shortcut) return;
      event.preventDefault();
      if (shortcut.name === "blocked") return;
      event.stopPropagation();
      const act = latest.current;
      if (shortcut.name === "screen" && shortcut.place) act.screen(shortcut.place);
      else if (shortcut.name === "region") act.region(shortcut.backwards ?? false);
      else if (shortcut.name !== "screen") act[shortcut.name]();
    };
    // In the capture phase, so that no widget swallows a shortcut.
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, []);
}

/** Where one lands in a region: what is chosen there, its heading, or its first control. */
const standingPlaces =
  "[role=option][aria-selected=true], [role=option][tabindex='0'], h2[tabindex='-1'], a[aria-current=page], button, input, textarea, [tabindex='0']";

/** Moves the focus to the next part of the screen that is marked with `data-region`. */
export function focusNextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>("[data-region]")].filter(
    (region) => region.getClientRects().length > 0,
  );
  if (regions.length === 0) return;
  const current = regions.findIndex((region) => region.contains(document.activeElement));
  const step = backwards ? regions.length - 1 : 1;
  // A region with nothing to stand on is passed over.
  for (let count = 1; count <= regions.length; count += 1) {
    const region = regions[(Math.max(current, 0) + step * count) % regions.length];
    const target = region?.querySelector<HTMLElement>(standingPlaces);
    if (target) {
      target.focus();
      return;
    }
  }
}
