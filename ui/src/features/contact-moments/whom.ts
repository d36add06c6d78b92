import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { Draft } from "../../ipc/generated/Draft";
import type { FoundPerson } from "../../ipc/generated/FoundPerson";
import type { Whom } from "../../ipc/generated/Whom";
import { folded } from "../../kit/picking";

/** An empty form: nothing but what every contact moment has. */
export function emptyDraft(people: Whom[] = [], place: string | null = null): Draft {
  return {
    people,
    kind: "conversation",
    text: "",
    at: null,
    place,
    outcome: "reached",
    lifeDomains: [],
    groupId: null,
    actions: [],
  };
}

/** One name for one person: nobody is named twice. */
export function whomKey(whom: Whom): string {
  return whom.caseId ?? whom.personId ?? `nickname ${folded(whom.nickname ?? "")}`;
}

/** How somebody is called. */
export function whomName(whom: Whom, cases: CaseRow[]): string {
  const row = cases.find(({ id }) => id === whom.caseId);
  return row?.name ?? whom.nickname ?? "";
}

/** Adds somebody who is not in the list yet. */
export function withWhom(people: Whom[], ...more: Whom[]): Whom[] {
  const all = new Map([...people, ...more].map((whom) => [whomKey(whom), whom]));
  return [...all.values()];
}

/** Words as nicknames, with commas between; nothing for no words. */
export function nicknames(typed: string): Whom[] {
  return typed
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
    .map((nickname) => ({ nickname }));
}

/** Somebody who was found. */
export function whomFound(found: FoundPerson): Whom {
  if (found.caseId !== null) return { caseId: found.caseId };
  return { personId: found.personId ?? "", nickname: found.name };
}
