import type { MomentPerson } from "../ipc/generated/MomentPerson";
import type { Text } from "../text/text";

/** What somebody without a case is called; whoever is not kept any longer is called nothing. */
export function personName(person: MomentPerson, t: Text["t"]): string {
  if (person.nickname !== null) return person.nickname;
  return person.expired ? t("person-expired") : t("person-unknown");
}
