import type { Hit } from "../ipc/generated/Hit";

/** Where a search result is to be seen: in its case, else in its own list, else among what has no case. */
export function placeOf(hit: Hit) {
  const isItem = hit.type === "contactMoment" || hit.type === "caseNote";
  const search = isItem ? { item: hit.id } : {};
  if (hit.caseId !== null) return { to: "/cases/$caseId", params: { caseId: hit.caseId }, search } as const;
  switch (hit.type) {
    case "person":
      return { to: "/people/$personId", params: { personId: hit.id } } as const;
    case "action":
      return { to: "/agenda" } as const;
    case "place":
      return { to: "/today/places" } as const;
    case "group":
      return { to: "/today/groups" } as const;
    case "stop":
    case "handover":
      return hit.shiftId === null
        ? ({ to: "/today" } as const)
        : ({ to: "/today/shifts/$shiftId", params: { shiftId: hit.shiftId } } as const);
    default:
      return { to: "/cases/street", search } as const;
  }
}
