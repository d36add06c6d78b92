import type { LogItem } from "../../ipc/generated/LogItem";
import type { RoundRow } from "../../ipc/generated/RoundRow";
import type { ShiftFile } from "../../ipc/generated/ShiftFile";

/** A stretch of a shift's log: what happened in one round, or between rounds. */
export interface Stretch {
  key: string;
  /** None: outside any round. */
  round: RoundRow | null;
  /** Which round of the evening; the first is 1. */
  nth: number;
  /** Newest first; a round that has just begun has none. */
  items: LogItem[];
}

/** When it happened; an action when it was agreed. */
const momentOf = (item: LogItem) => (item.type === "action" ? item.recordedAt : item.at);

function roundOf(item: LogItem, rounds: RoundRow[]): string | null {
  if (item.type === "stop") return item.roundId;
  const moment = momentOf(item);
  const walked = rounds.filter(({ at, endedAt }) => at <= moment && (endedAt === null || moment < endedAt));
  return walked.at(-1)?.id ?? null;
}

/** The log by rounds, the newest first. */
export function stretches({ rounds, log }: ShiftFile): Stretch[] {
  const entries = log.map((item) => ({ at: momentOf(item), round: roundOf(item, rounds), item }));
  const walked = new Set(entries.map(({ round }) => round));
  const marks = rounds
    .filter(({ id }) => !walked.has(id))
    .map(({ id, at }) => ({ at, round: id, item: null }));
  const found: Stretch[] = [];
  for (const { round, item } of [...entries, ...marks].sort((a, b) => b.at - a.at)) {
    const nth = rounds.findIndex(({ id }) => id === round);
    const last = found.at(-1);
    const items = item === null ? [] : [item];
    if (last && (last.round?.id ?? null) === round) last.items.push(...items);
    else found.push({ key: `${found.length} ${round}`, round: rounds[nth] ?? null, nth: nth + 1, items });
  }
  return found;
}
