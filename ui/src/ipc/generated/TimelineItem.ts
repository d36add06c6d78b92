import type { CaseNoteRow } from "./CaseNoteRow";
import type { ContactMomentRow } from "./ContactMomentRow";

export type TimelineItem = ContactMomentRow | CaseNoteRow;
