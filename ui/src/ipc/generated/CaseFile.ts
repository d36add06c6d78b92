import type { CaseRow } from "./CaseRow";
import type { Difference } from "./Difference";
import type { Summary } from "./Summary";
import type { TimelineItem } from "./TimelineItem";

export type CaseFile = { case: CaseRow; version: string; differences: Difference[]; summary: Summary; timeline: TimelineItem[]; more: boolean };
