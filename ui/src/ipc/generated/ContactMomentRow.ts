import type { ContactKind } from "./ContactKind";
import type { Difference } from "./Difference";
import type { Millis } from "./Millis";
import type { Share } from "./Share";

export type ContactMomentRow = { type: "contactMoment"; id: string; caseId: string | null; caseName: string | null; nickname: string | null; kind: ContactKind; text: string; at: Millis; place: string | null; by: string; mine: boolean; recordedAt: Millis; edited: boolean; version: string; share: Share; differences: Difference[] };
