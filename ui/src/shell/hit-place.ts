import type { Hit } from "../ipc/generated/Hit";

/** Where a search result is to be seen: in its case, or among what has no case. */
export function placeOf(hit: Hit) {
  const caseId = hit.caseId ?? (hit.type === "case" ? hit.id : null);
  const isItem = hit.type === "contactMoment" || hit.type === "caseNote";
  const search = isItem ? { item: hit.id } : {};
  return caseId === null
    ? ({ to: "/cases/street", search } as const)
    : ({ to: "/cases/$caseId", params: { caseId }, search } as const);
}
