import type { ContactKind } from "./ContactKind";
import type { Millis } from "./Millis";

export type Draft = { caseId: string | null; nickname: string | null; kind: ContactKind; text: string; at: Millis | null; place: string | null };
