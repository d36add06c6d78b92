import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { answerKey, useAnswer } from "../../ipc/answers";
import { call } from "../../ipc/call";
import { CallFailure } from "../../ipc/failure";
import type { ProposedHandover } from "../../ipc/generated/ProposedHandover";
import { draftOf } from "./draft";

const request = { shiftId: null };

/**
 * The handover of the newest shift, and a way to change it. A change is seen at once and kept in the vault
 * before the next one is: the last one wins, whatever came in between.
 */
export function useProposal() {
  const client = useQueryClient();
  const proposal = useAnswer("compose_handover", request);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const next = useRef<ProposedHandover | null>(null);
  const saving = useRef<Promise<void> | null>(null);

  const save = useCallback(async () => {
    while (next.current) {
      const handover = next.current;
      next.current = null;
      try {
        const shiftId = handover.shift?.id ?? "";
        await call("save_handover_draft", { shiftId, draft: draftOf(handover) });
        setFailure(null);
      } catch (thrown) {
        setFailure(thrown instanceof CallFailure ? thrown : null);
      }
    }
    saving.current = null;
  }, []);

  const change = useCallback(
    (to: (handover: ProposedHandover) => ProposedHandover) => {
      const key = answerKey("compose_handover", request);
      const before = client.getQueryData<ProposedHandover>(key);
      if (!before?.shift) return;
      const after = to(before);
      client.setQueryData(key, after);
      next.current = after;
      saving.current ??= save();
    },
    [client, save],
  );
  return { handover: proposal.data, error: proposal.error ?? failure, change };
}
