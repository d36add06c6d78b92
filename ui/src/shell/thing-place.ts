import type { Thing } from "../features/today/things";

/** Where a thing that Today names is to be seen; null when there is no screen for it. */
export function placeOfThing({ id, kind, caseId, shiftId }: Thing) {
  if (shiftId !== null) return { to: "/today/shifts/$shiftId", params: { shiftId } } as const;
  if (kind === "place") return { to: "/today/places" } as const;
  if (kind === "group") return { to: "/today/groups" } as const;
  if (kind === "person") return { to: "/people/$personId", params: { personId: id } } as const;
  if (kind === "handover")
    return { to: "/today/handover/read/$handoverId", params: { handoverId: id } } as const;
  const search = kind === "contactMoment" || kind === "caseNote" ? { item: id } : {};
  if (caseId !== null) return { to: "/cases/$caseId", params: { caseId }, search } as const;
  if (kind === "action") return { to: "/agenda" } as const;
  return kind === "contactMoment" ? ({ to: "/cases/street", search } as const) : null;
}
