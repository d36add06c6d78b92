/** How moments are written: "za 21 nov 23:41". All times are milliseconds since 1970 UTC, shown in local time. */
export interface When {
  time: (at: number) => string;
  day: (at: number, now?: number) => string;
  full: (at: number, now?: number) => string;
  /** Time for today, day for longer ago. */
  short: (at: number, now: number) => string;
}

/** Key that is equal for two moments on the same local day. */
export function dayKey(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

/** Formatters for one locale. */
export function when(locale: string): When {
  const timeFormat = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short" });
  const dayMonth = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
  const withYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
  const time = (at: number) => timeFormat.format(at);
  const day = (at: number, now: number = at) => {
    const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return `${weekday.format(at)} ${(sameYear ? dayMonth : withYear).format(at)}`;
  };
  return {
    time,
    day,
    full: (at, now) => `${day(at, now)} ${time(at)}`,
    short: (at, now) => (dayKey(at) === dayKey(now) ? time(at) : day(at, now)),
  };
}
