import type { Colleague } from "./Colleague";
import type { Millis } from "./Millis";
import type { Share } from "./Share";

export type CaseRow = { id: string; name: string; lastAt: Millis | null; moments: number; colleagues: Colleague[]; share: Share; differences: number };
