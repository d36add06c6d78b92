import { addDays, mondayOf, startOf } from "./days";

/** How much of the agenda is shown at once. */
type View = "day" | "week";

/** What the agenda shows: the days around one day, of me or of everybody. */
export interface Shown {
  view: View;
  day: string;
  mine: boolean;
}

/** The days that are shown, in order. */
export function daysOf({ view, day }: Shown): string[] {
  if (view === "day") return [day];
  const monday = mondayOf(day);
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(monday, days));
}

/** A day or a week on, or back. */
export function turned({ view, day, ...rest }: Shown, by: 1 | -1): Shown {
  return { view, day: addDays(day, view === "day" ? by : 7 * by), ...rest };
}

/** From the first moment of the first day until the first moment after the last. */
export function boundsOf(days: string[]): { from: number; until: number } {
  const first = days.at(0) ?? "";
  const last = days.at(-1) ?? "";
  return { from: startOf(first), until: startOf(addDays(last, 1)) };
}
