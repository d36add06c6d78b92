import type { CaseRow } from "../../ipc/generated/CaseRow";
import { fitting } from "../../kit/picking";
import type { Text } from "../../text/text";
import type { Command } from "./commands";

/** Letters before cases and texts are looked for: one letter finds half the caseload. */
export const enoughLetters = 2;

const mostCases = 8;

/** The commands whose name has words that begin with what was typed; all of them when nothing was. */
export function fittingCommands(commands: Command[], typed: string, t: Text["t"]): Command[] {
  const named = commands
    .filter((command) => !command.keysOnly)
    .map((command) => ({ id: command.id, name: t(command.label), command }));
  return fitting(named, typed).map(({ command }) => command);
}

/** The cases that two letters find, by any word of their name. */
export function fittingCases(cases: CaseRow[], typed: string): CaseRow[] {
  return typed.trim().length < enoughLetters ? [] : fitting(cases, typed).slice(0, mostCases);
}
