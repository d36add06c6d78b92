import { useEffect, useRef } from "react";
import type { Command } from "./palette/commands";
import { isHarmful, keysOf, type Press } from "./palette/keys";

/** What a key press means: a command, nothing to us, or a harm of the web view that is stopped. */
export function shortcutOf(press: Press, commands: Command[]): Command | "blocked" | null {
  const keys = keysOf(press);
  if (keys === null) return null;
  // What a screen offers stands at the end, and goes before what the window does with the same keys.
  const command = commands.findLast((each) => each.keys?.includes(keys));
  return command ?? (isHarmful(keys) ? "blocked" : null);
}

/** One handler for the window; keys of the web view that reload, print or search are stopped in it. */
export function useShortcuts(commands: () => Command[], isCapturing: boolean): void {
  const latest = useRef({ commands, isCapturing });
  latest.current = { commands, isCapturing };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { commands, isCapturing } = latest.current;
      const shortcut = shortcutOf(event, commands());
      if (!shortcut) return;
      event.preventDefault();
      if (shortcut === "blocked") return;
      event.stopPropagation();
      if (!isCapturing || shortcut.duringCapture) shortcut.run();
    };
    // In the capture phase, so that no widget swallows a shortcut.
    window.addEventListener("keydown", onKeyDown, true);
    return () => window.removeEventListener("keydown", onKeyDown, true);
  }, []);
}
