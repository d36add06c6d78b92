import type { ActionRow } from "../../ipc/generated/ActionRow";
import type { Text } from "../../text/text";
import { addDays, dayOf } from "./days";

/** Whether the time for it has passed while it is still to do. */
function isOverdue({ due, dueHour, outcome }: ActionRow, now: number): boolean {
  if (due === null || outcome !== "open") return false;
  return dueHour ? due < now : dayOf(due) < dayOf(now);
}

/** By when, in a few words: "vandaag 14:00", "vr 27 nov", "over tijd, sinds di 17 nov". Empty without a date. */
export function dueWords(row: ActionRow, now: number, { t, when }: Pick<Text, "t" | "when">): string {
  const { due, dueHour } = row;
  if (due === null) return "";
  const day = dayOf(due);
  const today = dayOf(now);
  const named =
    day === today
      ? t("actions-today")
      : day === addDays(today, 1)
        ? t("actions-tomorrow")
        : when.day(due, now);
  const words = dueHour ? `${named} ${when.time(due)}` : named;
  return isOverdue(row, now) ? t("actions-overdue", { since: words }) : words;
}
