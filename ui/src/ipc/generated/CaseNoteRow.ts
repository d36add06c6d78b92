import type { Difference } from "./Difference";
import type { Millis } from "./Millis";
import type { Share } from "./Share";

export type CaseNoteRow = { type: "caseNote"; id: string; caseId: string; text: string; at: Millis; by: string; mine: boolean; edited: boolean; version: string; share: Share; differences: Difference[] };
