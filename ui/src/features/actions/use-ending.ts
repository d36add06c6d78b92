import { type Command, useCommand } from "../../ipc/answers";
import type { ActionOutcome } from "../../ipc/generated/ActionOutcome";
import type { ActionRow } from "../../ipc/generated/ActionRow";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** The three ways in which an action ends, each as good as the others. */
export const endings = ["done", "deliberatelyNot", "notReached"] as const;

/** Ends an action or opens it again, and offers to take that back. */
export function useEnding(row: ActionRow): {
  finish: (outcome: ActionOutcome) => Promise<void>;
  error: Command<"end_action">["error"];
} {
  const { t } = useText();
  const announce = useAnnounce();
  const end = useCommand("end_action");
  const finish = async (outcome: ActionOutcome) => {
    const ended = await end.run({ id: row.id, version: row.version, outcome });
    if (ended === null) return;
    const undo = () => void end.run({ id: row.id, version: ended.version, outcome: row.outcome });
    announce(t(`actions-said-${outcome}`), { undo });
  };
  return { finish, error: end.error };
}
