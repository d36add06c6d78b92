import type { KeyboardEvent } from "react";

/** Where one stands in the agenda: the boxes of actions, and the heading of a day that has none. */
function placesOf(day: Element): HTMLElement[] {
  const boxes = [...day.querySelectorAll<HTMLElement>("input[type=checkbox]")];
  const heading = day.querySelector<HTMLElement>("[data-day-heading]");
  return boxes.length > 0 ? boxes : heading ? [heading] : [];
}

const steps: Record<string, { day: number; place: number }> = {
  ArrowLeft: { day: -1, place: 0 },
  ArrowRight: { day: 1, place: 0 },
  ArrowUp: { day: 0, place: -1 },
  ArrowDown: { day: 0, place: 1 },
};

/** Left and right walk from day to day, up and down within a day. */
export function walkDays(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  if (!step || event.ctrlKey || event.altKey || event.shiftKey) return;
  const days = [...event.currentTarget.querySelectorAll("[data-day]")];
  const here = days.findIndex((day) => day.contains(event.target as Node));
  const places = here < 0 ? [] : placesOf(days[here] as Element);
  const at = places.indexOf(event.target as HTMLElement);
  if (at < 0) return;
  const there = step.day === 0 ? places : placesOf(days[here + step.day] ?? (days[here] as Element));
  const target = step.day === 0 ? there[at + step.place] : there[Math.min(at, there.length - 1)];
  event.preventDefault();
  target?.focus();
}
