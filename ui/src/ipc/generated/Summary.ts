import type { Millis } from "./Millis";
import type { Share } from "./Share";

export type Summary = { caseId: string; text: string; version: string; share: Share; changedBy: string | null; changedAt: Millis | null };
