import type { ActionRow } from "../../ipc/generated/ActionRow";
import type { AddAction } from "../../ipc/generated/AddAction";
import type { Due } from "../../ipc/generated/Due";
import type { EditAction } from "../../ipc/generated/EditAction";
import type { Picked } from "../../kit/picking";
import { dayOf, hourOf, momentOf } from "./days";

/** What stands in the form of an action. */
export interface ActionFields {
  text: string;
  case: Picked;
  /** A colleague of the list, or anybody else in words: the young person, the neighbour. */
  who: Picked;
  /** As "2026-11-25". */
  day: string | null;
  /** As "14:30"; counts only with a day. */
  hour: string | null;
}

/** An empty form, in the case that is open. */
export function emptyFields(caseId: string | null): ActionFields {
  return { text: "", case: caseId === null ? null : { id: caseId }, who: null, day: null, hour: null };
}

/** The form of an action that is there. */
export function fieldsOf(row: ActionRow): ActionFields {
  const owner = row.owner === null ? null : { words: row.owner };
  return {
    text: row.text,
    case: row.caseId === null ? null : { id: row.caseId },
    who: row.colleagueId === null ? owner : { id: row.colleagueId },
    day: row.due === null ? null : dayOf(row.due),
    hour: row.due !== null && row.dueHour ? hourOf(row.due) : null,
  };
}

const idOf = (picked: Picked) => (picked !== null && "id" in picked ? picked.id : null);
const wordsOf = (picked: Picked) => (picked !== null && "words" in picked ? picked.words.trim() : "");

function dueOf({ day, hour }: ActionFields): Due {
  return day === null ? { at: null, hour: false } : { at: momentOf(day, hour), hour: hour !== null };
}

/** What a new action says. */
export function added(fields: ActionFields): AddAction {
  return {
    caseId: idOf(fields.case),
    personId: null,
    text: fields.text,
    colleagueId: idOf(fields.who),
    owner: wordsOf(fields.who) || null,
    due: dueOf(fields),
  };
}

/** Only what was changed since the form was opened on `row`; null when nothing was. */
export function changed(fields: ActionFields, row: ActionRow): EditAction | null {
  const before = fieldsOf(row);
  const edit: EditAction = { id: row.id, version: row.version };
  if (fields.text !== before.text) edit.text = fields.text;
  const [colleagueId, owner] = [idOf(fields.who) ?? "", wordsOf(fields.who)];
  if (colleagueId !== (row.colleagueId ?? "")) edit.colleagueId = colleagueId;
  if (owner !== (row.owner ?? "")) edit.owner = owner;
  if (fields.day !== before.day || (fields.day !== null && fields.hour !== before.hour))
    edit.due = dueOf(fields);
  return Object.keys(edit).length > 2 ? edit : null;
}
