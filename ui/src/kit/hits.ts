import {
  BookOpenText,
  ClipboardList,
  Footprints,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessageCircle,
  NotebookPen,
  UserRound,
  UsersRound,
} from "lucide-react";
import type { HitKind } from "../ipc/generated/HitKind";
import type { SearchFilters } from "../ipc/generated/SearchFilters";

/** The sign of each thing that can be found. */
export const hitIcons: Record<HitKind, LucideIcon> = {
  case: BookOpenText,
  person: UserRound,
  summary: BookOpenText,
  contactMoment: MessageCircle,
  action: ListChecks,
  caseNote: NotebookPen,
  stop: Footprints,
  handover: ClipboardList,
  group: UsersRound,
  place: MapPin,
};

/** No filter: everything may be found. */
export const everything: SearchFilters = {
  by: null,
  caseId: null,
  personId: null,
  place: null,
  thisShift: false,
  from: null,
  until: null,
  kinds: [],
  contactKinds: [],
  lifeDomains: [],
};
