import type { HandoverDraft } from "../../ipc/generated/HandoverDraft";
import type { ProposedGroup } from "../../ipc/generated/ProposedGroup";
import type { ProposedHandover } from "../../ipc/generated/ProposedHandover";
import type { ProposedLine } from "../../ipc/generated/ProposedLine";

/** What a coach makes of a handover before it is sent: each function answers a new one. */

const everyLine = (handover: ProposedHandover) => handover.groups.flatMap((group) => group.lines);

/** True for a sentence that the coach added: only those are edited. */
export const isOwn = (line: ProposedLine) => line.part === "sentence";

/** True when nothing would be sent. */
export function isEmpty(handover: ProposedHandover): boolean {
  return everyLine(handover).every((line) => line.struck);
}

/** As it is kept and sent: what is seen now, in this order. */
export function draftOf(handover: ProposedHandover): HandoverDraft {
  const lines = everyLine(handover);
  return {
    order: lines.map((line) => line.key),
    struck: lines.filter((line) => line.struck).map((line) => line.key),
    sentences: handover.groups.flatMap(({ caseId, heading, lines }) =>
      lines
        .filter(isOwn)
        .map(({ key, text }) => ({ key, caseId, heading: caseId === null ? heading : null, text })),
    ),
    to: handover.to,
  };
}

function inGroups(handover: ProposedHandover, change: (lines: ProposedLine[]) => ProposedLine[]) {
  return { ...handover, groups: handover.groups.map((each) => ({ ...each, lines: change(each.lines) })) };
}

/** The line one place up or down, within those that the same people read. */
export function moved(handover: ProposedHandover, key: string, by: -1 | 1): ProposedHandover {
  return inGroups(handover, (lines) => {
    const from = lines.findIndex((line) => line.key === key);
    const line = lines[from];
    const other = lines[from + by];
    if (!line || !other) return lines;
    return lines.map((each, at) => (at === from ? other : at === from + by ? line : each));
  });
}

/** The line struck, or taken in again. */
export function struck(handover: ProposedHandover, key: string): ProposedHandover {
  return inGroups(handover, (lines) =>
    lines.map((line) => (line.key === key ? { ...line, struck: !line.struck } : line)),
  );
}

/** Other words in an own sentence; without words it is gone. */
export function reworded(handover: ProposedHandover, key: string, text: string): ProposedHandover {
  return inGroups(handover, (lines) =>
    lines.flatMap((line) => {
      if (line.key !== key || !isOwn(line)) return [line];
      return text.trim() === "" ? [] : [{ ...line, text: text.trim() }];
    }),
  );
}

/** A sentence at the end of a group. */
export function added(handover: ProposedHandover, at: ProposedGroup, text: string): ProposedHandover {
  const numbers = everyLine(handover).map(({ key }) => Number(/^sentence:(\d+)$/.exec(key)?.[1] ?? 0));
  const line: ProposedLine = {
    key: `sentence:${Math.max(0, ...numbers) + 1}`,
    part: "sentence",
    at: null,
    text: text.trim(),
    share: "shared",
    struck: false,
  };
  const isHere = (group: ProposedGroup) => group.caseId === at.caseId && group.heading === at.heading;
  return {
    ...handover,
    groups: handover.groups.map((group) =>
      isHere(group) ? { ...group, lines: [...group.lines, line] } : group,
    ),
  };
}
