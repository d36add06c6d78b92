import type { QueryKey } from "@tanstack/react-query";
import type { Commands } from "./generated/commands";

/** Which answers each fixed topic makes old. A topic that is not here (a newer core) makes nothing old. */
const answersOf: Record<string, (keyof Commands)[]> = {
  vault: ["vault_state"],
  settings: ["read_settings"],
  team: [
    "read_team",
    "list_cases",
    "read_case",
    "list_actions",
    "list_missed_check_ins",
    "read_check_in",
    "read_today",
  ],
  cases: [
    "list_cases",
    "list_actions",
    "find_people",
    "list_withdrawn",
    "list_imports",
    "dry_run_import",
    "read_today",
  ],
  street: [
    "read_street",
    "compose_handover",
    "list_cases",
    "list_places",
    "list_missed_check_ins",
    "list_persons",
    "read_person",
    "find_people",
    "list_withdrawn",
    "list_groups",
    "list_shifts",
    "read_shift",
    "read_today",
  ],
  actions: ["list_actions", "read_today", "read_shift", "compose_handover", "compose_caseload_handover"],
  looked: ["read_today"],
  checkIn: ["read_check_in"],
  sync: ["sync_status", "read_sync_centre", "read_nearby"],
  search: ["search", "read_history"],
  recentSearches: ["read_recent_searches"],
  handovers: ["list_handovers", "read_handover", "compose_handover", "compose_caseload_handover"],
};

/** Which answers hold something of many cases: they are old when any of them changed. */
const acrossCases: (keyof Commands)[] = [
  "read_today",
  "read_shift",
  "compose_handover",
  "compose_caseload_handover",
];

/** True when an announcement of `topics` makes the answer under `key` old. */
export function isTouched(topics: string[], key: QueryKey): boolean {
  const [name, request] = key as [keyof Commands, { caseId?: string } | undefined];
  return topics.some((topic) => {
    const caseId = topic.startsWith("case:") ? topic.slice("case:".length) : null;
    if (caseId !== null && acrossCases.includes(name)) return true;
    if (caseId !== null) return name === "read_case" && request?.caseId === caseId;
    return answersOf[topic]?.includes(name) ?? false;
  });
}
