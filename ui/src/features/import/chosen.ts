import type { ImportColumn } from "../../ipc/generated/ImportColumn";
import type { ImportFile } from "../../ipc/generated/ImportFile";
import type { ImportSheet } from "../../ipc/generated/ImportSheet";

/** A file that a person pointed at, the sheet in it, and what its columns hold. */
export interface Chosen {
  path: string;
  file: ImportFile;
  sheet: number;
  mapping: ImportColumn[];
}

/** What a column may hold, in the order in which it is offered. */
export const columns: ImportColumn[] = [
  "nothing",
  "case",
  "nickname",
  "date",
  "time",
  "kind",
  "text",
  "place",
  "lifeDomains",
  "outcome",
  "action",
  "due",
  "owner",
];

/** Without one of these there is nothing to take in. */
const enough: ImportColumn[] = ["case", "nickname", "text", "action"];

/** The first sheet of a file, with the core's guess. */
export function chosenFrom(path: string, file: ImportFile): Chosen | null {
  const [sheet] = file.sheets;
  return sheet ? { path, file, sheet: 0, mapping: sheet.guess } : null;
}

/** The chosen sheet. */
export function sheetOf({ file, sheet }: Chosen): ImportSheet | undefined {
  return file.sheets[sheet];
}

/** The file's own name, without its folders. */
export function nameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** What keeps a mapping from being tried out, if anything. */
export function problemOf(mapping: ImportColumn[]): "empty" | "twice" | null {
  const held = mapping.filter((column) => column !== "nothing");
  if (new Set(held).size < held.length) return "twice";
  return held.some((column) => enough.includes(column)) ? null : "empty";
}
