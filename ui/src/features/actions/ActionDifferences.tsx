import { useAnswer, useCommand } from "../../ipc/answers";
import type { ActionOutcome } from "../../ipc/generated/ActionOutcome";
import type { ActionRow } from "../../ipc/generated/ActionRow";
import type { Difference } from "../../ipc/generated/Difference";
import { Differences } from "../../kit/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** Where two colleagues set one value of an action, to choose from. */
export function ActionDifferences({ row }: { row: ActionRow }) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const { data: team } = useAnswer("read_team", {});
  const edit = useCommand("edit_action");
  const end = useCommand("end_action");

  const wording = (field: Difference["field"], value: string): string => {
    if (field === "outcome") return t(`actions-outcome-${(value || "open") as ActionOutcome}`);
    if (field === "colleague") return team?.colleagues.find((each) => each.memberId === value)?.name ?? "";
    if (field !== "due" || value === "") return value;
    return row.dueHour ? when.full(Number(value)) : when.day(Number(value));
  };
  const choose = async (field: Difference["field"], value: string) => {
    const base = { id: row.id, version: row.version };
    const chosen =
      field === "outcome"
        ? await end.run({ ...base, outcome: (value || "open") as ActionOutcome })
        : await edit.run(
            field === "due"
              ? { ...base, due: { at: value === "" ? null : Number(value), hour: row.dueHour } }
              : field === "colleague"
                ? { ...base, colleagueId: value }
                : field === "owner"
                  ? { ...base, owner: value }
                  : { ...base, text: value },
          );
    if (chosen !== null) announce(t("status-saved"));
  };
  return (
    <>
      <FailureNote error={edit.error ?? end.error} />
      <Differences
        differences={row.differences}
        wording={wording}
        isBusy={edit.isPending || end.isPending}
        onChoose={(field, value) => void choose(field, value)}
      />
    </>
  );
}
