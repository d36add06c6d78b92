/** A key press as far as shortcuts look at it. */
export interface Press {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  metaKey: boolean;
}

const names: Record<string, string> = { ArrowLeft: "←", ArrowRight: "→", Enter: "Enter", "?": "/" };

/**
 * A key press as it is written on the key sheet: "Ctrl+Shift+O". Null when it types a letter or belongs to
 * the system. Ctrl+Alt is AltGr on many Dutch keyboards: it types letters and is never a shortcut.
 */
export function keysOf({ key, code, ctrlKey, altKey, shiftKey, metaKey }: Press): string | null {
  if (metaKey || (ctrlKey && altKey)) return null;
  const isFunction = /^(F\d{1,2}|BrowserRefresh)$/.test(key);
  if (!ctrlKey && !altKey && !isFunction) return null;
  // By the place of the key: on some keyboards a digit is typed with Shift, or not at all.
  const digit = ctrlKey && !shiftKey ? /^Digit(\d)$/.exec(code)?.[1] : undefined;
  const name = digit ?? names[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  // On many keyboards the slash itself needs Shift.
  const isShifted = shiftKey && name !== "/";
  return [ctrlKey ? "Ctrl" : "", altKey ? "Alt" : "", isShifted ? "Shift" : "", name]
    .filter(Boolean)
    .join("+");
}

const harmful = new Set(["F3", "F5", "F7", "BrowserRefresh", "Alt+→"]);
for (const letter of "RPSGHOUTDNKFJL") harmful.add(`Ctrl+${letter}`);
for (const letter of "RPNO") harmful.add(`Ctrl+Shift+${letter}`);

/** True for keys with which the web view would reload, print, search or leave the page. */
export function isHarmful(keys: string): boolean {
  return harmful.has(keys);
}
