import { useCommand } from "../ipc/answers";
import type { Difference } from "../ipc/generated/Difference";
import type { DifferenceChoice } from "../ipc/generated/DifferenceChoice";
import type { Choosing } from "../kit/differences/choosing";
import { useAnnounce } from "../kit/status";
import { useText } from "../text/text";

/** Choosing between versions, and taking the choice back: from the status line, or from the mark that stays. */
export function useChoosing(): Choosing {
  const { t } = useText();
  const announce = useAnnounce();
  const keep = useCommand("keep_difference");
  const takeBack = useCommand("take_back_choice");

  const undo = async (difference: Pick<Difference, "id" | "version" | "field">) => {
    const { id, version, field } = difference;
    if ((await takeBack.run({ id, version, field })) !== null) announce(t("difference-choice-undone"));
  };
  const choose = async ({ id, version, field }: Difference, choice: DifferenceChoice) => {
    const chosen = await keep.run({ id, version, field, choice });
    if (chosen === null) return false;
    announce(t("difference-chosen"), { undo: () => void undo({ id, version: chosen.version, field }) });
    return true;
  };
  return {
    choose,
    undo,
    error: keep.error ?? takeBack.error,
    isBusy: keep.isPending || takeBack.isPending,
  };
}
