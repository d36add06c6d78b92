/** A conversation copied out of WhatsApp. */
export interface Pasted {
  /** When the first message was sent; milliseconds since 1970, local time. */
  at: number;
  /** The messages with who wrote them, without the stamps. */
  text: string;
}

/** "[21-11-2026 23:41:07] Naam: tekst" as iPhones copy it, and "21-11-2026 23:41 - Naam: tekst" as Android does. */
const stamps = [
  /^\u200e?\[(\d{1,2})[-./](\d{1,2})[-./](\d{2,4}),? (\d{1,2}):(\d{2})(?::\d{2})?\] (.*)$/u,
  /^\u200e?(\d{1,2})[-./](\d{1,2})[-./](\d{2,4}),? (\d{1,2}):(\d{2}) - (.*)$/u,
];

function stamped(line: string): { at: number; said: string } | null {
  for (const stamp of stamps) {
    const found = stamp.exec(line);
    if (!found) continue;
    const [day, month, year, hour, minute] = found.slice(1, 6).map(Number) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const date = new Date(year < 100 ? 2000 + year : year, month - 1, day, hour, minute);
    const isReal = date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60;
    if (isReal) return { at: date.getTime(), said: found[6] ?? "" };
  }
  return null;
}

/** What was pasted, if it begins with a message of WhatsApp; lines without a stamp belong to the one before. */
export function pastedMessages(text: string): Pasted | null {
  const lines = text.trim().split(/\r?\n/);
  const first = stamped(lines[0] ?? "");
  if (!first) return null;
  return { at: first.at, text: lines.map((line) => stamped(line)?.said ?? line).join("\n") };
}
