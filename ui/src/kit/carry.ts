interface Splice {
  start: number;
  end: number;
  insert: string;
}

/** The one stretch in which two texts differ. */
function spliceOf(from: string, to: string): Splice {
  let start = 0;
  const shortest = Math.min(from.length, to.length);
  while (start < shortest && from[start] === to[start]) start += 1;
  let tail = 0;
  while (tail < shortest - start && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail += 1;
  return { start, end: from.length - tail, insert: to.slice(start, to.length - tail) };
}

/** Where a caret that stood at `caret` in `from` stands in `to`. */
export function carryCaret(from: string, to: string, caret: number): number {
  const { start, end, insert } = spliceOf(from, to);
  if (caret <= start) return caret;
  if (caret >= end) return caret + insert.length - (end - start);
  return start + insert.length;
}

/**
 * The text after a save: `sent` went out, `merged` came back with a colleague's words in it, and
 * meanwhile the field had become `current`. What was typed since is put into the merged text.
 */
export function carryOver(sent: string, merged: string, current: string): string {
  if (sent === current) return merged;
  if (sent === merged) return current;
  const typed = spliceOf(sent, current);
  const start = carryCaret(sent, merged, typed.start);
  const end = Math.max(start, carryCaret(sent, merged, typed.end));
  return merged.slice(0, start) + typed.insert + merged.slice(end);
}
