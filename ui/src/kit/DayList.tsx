import { Fragment, type ReactNode } from "react";
import { useText } from "../text/text";
import { dayKey } from "../text/when";
import "./timeline.css";

/** Things that happened, newest first, under a heading for each day. */
export function DayList<T extends { id: string; at: number }>({
  items,
  now,
  children,
}: {
  items: T[];
  now: number;
  children: (item: T) => ReactNode;
}) {
  const { when } = useText();
  const days: { key: string; at: number; items: T[] }[] = [];
  for (const item of items) {
    const key = dayKey(item.at);
    const last = days.at(-1);
    if (last?.key === key) last.items.push(item);
    else days.push({ key, at: item.at, items: [item] });
  }
  return days.map((day) => (
    <section key={day.key} className="nb-day" aria-label={when.day(day.at, now)}>
      <h3 className="nb-day__title">{when.day(day.at, now)}</h3>
      <ol>
        {day.items.map((item) => (
          <Fragment key={item.id}>{children(item)}</Fragment>
        ))}
      </ol>
    </section>
  ));
}
