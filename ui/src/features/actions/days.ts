import {
  fromAbsolute,
  getLocalTimeZone,
  parseDate,
  parseTime,
  startOfWeek,
  Time,
  toCalendarDate,
  toCalendarDateTime,
  toTime,
} from "@internationalized/date";

/** The local day of a moment, as "2026-11-25". */
export function dayOf(at: number): string {
  return toCalendarDate(fromAbsolute(at, getLocalTimeZone())).toString();
}

/** The local hour of a moment, as "14:30". */
export function hourOf(at: number): string {
  return toTime(fromAbsolute(at, getLocalTimeZone())).toString().slice(0, 5);
}

/** The first moment of a day. */
export function startOf(day: string): number {
  return parseDate(day).toDate(getLocalTimeZone()).getTime();
}

/** A moment of a day: at an hour, or noon, which stays on that day wherever the laptop goes. */
export function momentOf(day: string, hour: string | null): number {
  const time = hour === null ? new Time(12) : parseTime(hour);
  return toCalendarDateTime(parseDate(day), time).toDate(getLocalTimeZone()).getTime();
}

/** So many days later, or earlier. */
export function addDays(day: string, days: number): string {
  return parseDate(day).add({ days }).toString();
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
  return startOfWeek(parseDate(day), "nl-NL", "mon").toString();
}
