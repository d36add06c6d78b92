import type { ContactKind } from "../../ipc/generated/ContactKind";
import type { HitKind } from "../../ipc/generated/HitKind";
import type { SearchFilters } from "../../ipc/generated/SearchFilters";
import { useKept } from "../../kit/kept";
import type { LifeDomain } from "../../kit/life-domains";
import type { Picked } from "../../kit/picking";

/** Since when: local days, the running shift, or days of one's own. */
export const periods = ["today", "shift", "week", "month", "days"] as const;
type Period = (typeof periods)[number];

/** What one may look for; contact moments also by their kind. */
export const kinds = [
  "contactMoment",
  "contact-conversation",
  "contact-message",
  "contact-homeVisit",
  "contact-signal",
  "contact-consultation",
  "contact-other",
  "caseNote",
  "summary",
  "action",
  "stop",
  "handover",
  "case",
  "person",
  "group",
  "place",
] as const satisfies (HitKind | `contact-${ContactKind}`)[];
type Kind = (typeof kinds)[number];

/** What somebody chose to narrow the hits by. */
export interface Chosen {
  by?: string;
  about?: Picked;
  place?: Picked;
  period?: Period;
  /** Local days as "2026-11-25", with the period "days". */
  from?: string | null;
  until?: string | null;
  kind?: Kind;
  lifeDomain?: LifeDomain;
}

/** The filters in the order in which they stand on the screen. */
const filterNames = ["by", "about", "place", "period", "kind", "lifeDomain"] as const;
export type FilterName = (typeof filterNames)[number];

const none: Chosen = {};

/** What is chosen; it stays while one looks at what was found. */
export function useChosen(): [Chosen, (chosen: Chosen) => void] {
  const [chosen = none, set] = useKept<Chosen>("look:search-filters");
  return [chosen, set];
}

/** The filters that narrow: typing in a list narrows by people only once somebody was picked. */
export function active(chosen: Chosen): FilterName[] {
  const narrows: Record<FilterName, boolean> = {
    by: chosen.by !== undefined,
    about: Boolean(chosen.about && "id" in chosen.about),
    place: Boolean(chosen.place),
    period: chosen.period === "days" ? Boolean(chosen.from || chosen.until) : chosen.period !== undefined,
    kind: chosen.kind !== undefined,
    lifeDomain: chosen.lifeDomain !== undefined,
  };
  return filterNames.filter((name) => narrows[name]);
}

/** Without one filter. */
export function without(chosen: Chosen, name: FilterName): Chosen {
  const { [name]: _, ...rest } = chosen;
  if (name !== "period") return rest;
  const { from: _from, until: _until, ...others } = rest;
  return others;
}

/** The start of the local day that lies so many days before `now`, in milliseconds since 1970. */
function dayStart(now: number, daysAgo: number): number {
  const day = new Date(now);
  day.setHours(0, 0, 0, 0);
  day.setDate(day.getDate() - daysAgo);
  return day.getTime();
}

/** The start of a local day "2026-11-25", or of the day after it. */
function startOf(day: string, daysLater: number): number {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + daysLater).getTime();
}

function days(chosen: Chosen, now: number): Pick<SearchFilters, "from" | "until"> {
  const since = { today: 0, week: 6, month: 29 };
  switch (chosen.period) {
    case "today":
    case "week":
    case "month":
      return { from: dayStart(now, since[chosen.period]), until: null };
    case "days":
      return {
        from: chosen.from ? startOf(chosen.from, 0) : null,
        until: chosen.until ? startOf(chosen.until, 1) : null,
      };
    default:
      return { from: null, until: null };
  }
}

/** A person in the list "about whom" has an id that begins so; all others are cases. */
export const personPrefix = "person:";

/** As the core wants it. `placeName` says what a picked place is called. */
export function asked(
  chosen: Chosen,
  now: number,
  placeName: (id: string) => string | undefined,
): SearchFilters {
  const about = chosen.about && "id" in chosen.about ? chosen.about.id : null;
  const isPerson = about?.startsWith(personPrefix) ?? false;
  const place = chosen.place ?? null;
  const { kind } = chosen;
  return {
    by: chosen.by ?? null,
    caseId: isPerson ? null : about,
    personId: isPerson && about ? about.slice(personPrefix.length) : null,
    place: place === null ? null : "id" in place ? (placeName(place.id) ?? null) : place.words,
    thisShift: chosen.period === "shift",
    ...days(chosen, now),
    kinds: kind === undefined || isContact(kind) ? [] : [kind],
    contactKinds: kind !== undefined && isContact(kind) ? [contactKind(kind)] : [],
    lifeDomains: chosen.lifeDomain === undefined ? [] : [chosen.lifeDomain],
  };
}

type ContactChoice = Extract<Kind, `contact-${string}`>;

function isContact(kind: Kind): kind is ContactChoice {
  return kind.startsWith("contact-");
}

/** The kind of contact that a choice stands for. */
export function contactKind(kind: ContactChoice): ContactKind {
  return kind.slice("contact-".length) as ContactKind;
}
