import type { Commands } from "../../ipc/generated/commands";
import type { Mood } from "../../ipc/generated/Mood";
import type { RecordStop } from "../../ipc/generated/RecordStop";
import type { StopRow } from "../../ipc/generated/StopRow";

/** What the form of a stop says. */
export interface StopValues {
  place: string;
  /** Null: now, when it is saved. */
  at: number | null;
  headCount: number | null;
  mood: Mood | null;
  group: string;
  topic: string;
  agreement: string;
  nextStep: string;
}

/** An empty form at the likely place. */
export function emptyStop(place: string): StopValues {
  return { place, at: null, headCount: null, mood: null, group: "", topic: "", agreement: "", nextStep: "" };
}

/** The form as it opens on a stop. */
export function valuesOf(row: StopRow): StopValues {
  return {
    place: row.placeName ?? "",
    at: row.at,
    headCount: row.headCount,
    mood: row.mood,
    group: row.groupName ?? "",
    topic: row.topic ?? "",
    agreement: row.agreement ?? "",
    nextStep: row.nextStep ?? "",
  };
}

/** What is recorded: lines that say nothing are left out. */
export function recordOf(values: StopValues, shiftId: string | null, now: number): RecordStop {
  const line = (text: string) => (text.trim() === "" ? null : text);
  return {
    ...(shiftId === null ? {} : { shiftId }),
    place: values.place.trim(),
    at: values.at ?? now,
    headCount: values.headCount,
    mood: values.mood,
    group: line(values.group),
    topic: line(values.topic),
    agreement: line(values.agreement),
    nextStep: line(values.nextStep),
  };
}

/** Only what changed, at the version the form was opened on; null when nothing did. */
export function editOf(values: StopValues, opened: StopRow): Commands["edit_stop"][0] | null {
  const before = valuesOf(opened);
  const changed = {
    ...(values.place.trim() === before.place ? {} : { place: values.place.trim() }),
    ...(values.at === null || values.at === before.at ? {} : { at: values.at }),
    ...(values.headCount === before.headCount ? {} : { headCount: values.headCount }),
    ...(values.mood === before.mood ? {} : { mood: values.mood }),
    ...(values.group === before.group ? {} : { group: values.group }),
    ...(values.topic === before.topic ? {} : { topic: values.topic }),
    ...(values.agreement === before.agreement ? {} : { agreement: values.agreement }),
    ...(values.nextStep === before.nextStep ? {} : { nextStep: values.nextStep }),
  };
  return Object.keys(changed).length === 0 ? null : { id: opened.id, version: opened.version, ...changed };
}
