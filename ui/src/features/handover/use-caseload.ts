import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { answerKey, useAnswer } from "../../ipc/answers";
import { call } from "../../ipc/call";
import { CallFailure } from "../../ipc/failure";
import type { CaseloadDraft } from "../../ipc/generated/CaseloadDraft";
import type { CaseloadHandover } from "../../ipc/generated/CaseloadHandover";

/** How long typing rests before it is kept, in milliseconds. */
const restTime = 400;

/** What is being handed over for good, and a way to change it that keeps every change in the vault. */
export function useCaseload() {
  const client = useQueryClient();
  const caseload = useAnswer("compose_caseload_handover", {});
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const kept = useRef<Promise<void>>(Promise.resolve());

  const keep = useCallback((draft: CaseloadDraft | null) => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    kept.current = kept.current.then(async () => {
      try {
        await call("save_caseload_draft", { draft });
        setFailure(null);
      } catch (thrown) {
        setFailure(thrown instanceof CallFailure ? thrown : null);
      }
    });
    return kept.current;
  }, []);

  const change = useCallback(
    (to: (draft: CaseloadDraft) => CaseloadDraft) => {
      const key = answerKey("compose_caseload_handover", {});
      const before = client.getQueryData<CaseloadHandover>(key);
      if (!before) return;
      const draft = to(before.draft);
      client.setQueryData(key, { ...before, draft });
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(draft), restTime);
    },
    [client, keep],
  );
  return { caseload: caseload.data, error: caseload.error ?? failure, change, keep };
}
