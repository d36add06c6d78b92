import type { ContactKind } from "../../ipc/generated/ContactKind";
import type { ContactMomentRow } from "../../ipc/generated/ContactMomentRow";
import type { ContactOutcome } from "../../ipc/generated/ContactOutcome";
import type { Commands } from "../../ipc/generated/commands";
import type { LifeDomain } from "../../ipc/generated/LifeDomain";

/** An open form: what it was opened on, and what it says now. */
export interface MomentForm {
  opened: ContactMomentRow;
  kind: ContactKind;
  text: string;
  at: number;
  place: string;
  outcome: ContactOutcome;
  lifeDomains: LifeDomain[];
}

/** The form as it opens on a row. */
export function formOf(row: ContactMomentRow): MomentForm {
  return {
    opened: row,
    kind: row.kind,
    text: row.text,
    at: row.at,
    place: row.place ?? "",
    outcome: row.outcome,
    lifeDomains: row.lifeDomains,
  };
}

/** Only what changed, at the version the form was opened on; null when nothing did. */
export function editOf(form: MomentForm): Commands["edit_contact_moment"][0] | null {
  const { opened } = form;
  const changed = {
    ...(form.text === opened.text ? {} : { text: form.text }),
    ...(form.kind === opened.kind ? {} : { kind: form.kind }),
    ...(form.at === opened.at ? {} : { at: form.at }),
    ...(form.place === (opened.place ?? "") ? {} : { place: form.place }),
    ...(form.outcome === opened.outcome ? {} : { outcome: form.outcome }),
    ...(form.lifeDomains.join() === opened.lifeDomains.join() ? {} : { lifeDomains: form.lifeDomains }),
  };
  return Object.keys(changed).length === 0 ? null : { id: opened.id, version: opened.version, ...changed };
}
