import { useEffect, useState } from "react";
import type { Theme } from "../ipc/generated/Theme";

/** What is really shown. */
export type Shown = "day" | "night";

/** From eight in the evening until six in the morning "automatic" is night, whatever the computer says. */
export function shownTheme(theme: Theme, systemIsDark: boolean, hour: number): Shown {
  if (theme !== "system") return theme;
  return systemIsDark || hour >= 20 || hour < 6 ? "night" : "day";
}

const dark = () => window.matchMedia?.("(prefers-color-scheme: dark)");

/** Keeps the page in the chosen theme and says which one that is now. */
export function useShownTheme(theme: Theme): Shown {
  const read = () => shownTheme(theme, dark()?.matches ?? false, new Date().getHours());
  const [, tick] = useState(0);
  const shown = read();
  useEffect(() => {
    const again = () => tick((count) => count + 1);
    const timer = setInterval(again, 60_000);
    const query = dark();
    query?.addEventListener("change", again);
    return () => {
      clearInterval(timer);
      query?.removeEventListener("change", again);
    };
  }, []);
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
  }, [shown]);
  return shown;
}
