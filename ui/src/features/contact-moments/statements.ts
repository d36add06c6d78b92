import type { StatementKind } from "../../ipc/generated/StatementKind";

/** In the order of the buttons, with the letter of Alt. */
export const statementKeys: { kind: StatementKind; code: string; letter: string }[] = [
  { kind: "fact", code: "KeyF", letter: "F" },
  { kind: "experience", code: "KeyB", letter: "B" },
  { kind: "interpretation", code: "KeyD", letter: "D" },
];

/** The word that begins such a paragraph; the core knows it in either language, and notes are kept in Dutch. */
const openings: Record<StatementKind, string> = {
  fact: "Feit: ",
  experience: "Beleving: ",
  interpretation: "Duiding: ",
};

/** Begins a paragraph of this kind at the caret: on its line when there is nothing before it, or else on a new one. */
export function withStatement(
  text: string,
  caret: number,
  kind: StatementKind,
): { text: string; caret: number } {
  const before = text.slice(0, caret).trimEnd();
  const start = `${before}${before === "" ? "" : "\n"}${openings[kind]}`;
  return { text: `${start}${text.slice(caret).trimStart()}`, caret: start.length };
}
