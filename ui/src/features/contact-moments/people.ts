import type { ContactMomentRow } from "../../ipc/generated/ContactMomentRow";
import { personName } from "../../kit/person-name";
import type { Text } from "../../text/text";

/** With whom a contact moment was, as far as this copy names them. */
export function momentPeople(row: ContactMomentRow, t: Text["t"]): string | null {
  const names = row.persons.map((person) => personName(person, t));
  if (row.nickname !== null) names.unshift(row.nickname);
  const named = names.join(", ");
  if (row.others === 0) return named === "" ? null : named;
  const others = t("moment-others", { count: row.others });
  return named === "" ? others : `${named} ${others}`;
}
