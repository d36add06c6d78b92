import type { Millis } from "./Millis";

export type Hit = { type: "contactMoment" | "caseNote" | "summary" | "case"; id: string; caseId: string | null; title: string; at: Millis | null; snippet: { text: string; hit: boolean }[] };
