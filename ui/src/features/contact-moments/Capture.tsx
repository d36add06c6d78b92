import { useEffect, useRef, useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import { call } from "../../ipc/call";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { Draft } from "../../ipc/generated/Draft";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { CaptureForm } from "./CaptureForm";
import "./capture.css";

const draftPause = 400;

const isWorthKeeping = (draft: Draft) => draft.text.trim() !== "";

/** The form once it is known whether there is a draft. */
function CaptureBody({
  start,
  isRestored,
  cases,
  onDraft,
  onClose,
  onRecorded,
}: {
  start: Draft;
  isRestored: boolean;
  cases: CaseRow[];
  onDraft: (draft: Draft) => void;
  onClose: () => void;
  onRecorded: (place: string | null) => void;
}) {
  const { t } = useText();
  const announce = useAnnounce();
  const record = useCommand("record_contact_moment");
  const [draft, setDraft] = useState(start);
  const change = (next: Draft) => {
    setDraft(next);
    onDraft(next);
  };
  const save = () => {
    if (record.isPending || draft.text.trim() === "") return;
    record.mutate(
      { ...draft, at: draft.at ?? Date.now() },
      {
        onSuccess: () => {
          announce(t("status-saved"));
          onRecorded(draft.place);
          onClose();
        },
      },
    );
  };
  return (
    <CaptureForm
      draft={draft}
      cases={cases}
      isRestored={isRestored}
      isBusy={record.isPending}
      onChange={change}
      onSave={save}
      failure={<FailureNote error={record.error} />}
    />
  );
}

/**
 * Quick capture, from anywhere. A draft is kept while typing and when the dialog closes; it is gone
 * only when the core has answered that the contact moment is written.
 */
export function Capture({
  isOpen,
  onClose,
  cases,
  caseId,
  place,
  onRecorded,
}: {
  isOpen: boolean;
  onClose: () => void;
  cases: CaseRow[];
  /** The case that is open now: the likely answer to "who". */
  caseId: string | null;
  /** The place of the last contact moment. */
  place: string | null;
  onRecorded: (place: string | null) => void;
}) {
  const { t } = useText();
  const announce = useAnnounce();
  const kept = useAnswer("read_draft", {}, { enabled: isOpen });
  const latest = useRef<Draft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  // Each opening reads the draft anew: the answer of a former opening may be old.
  const { refetch } = kept;
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (!isOpen) {
      setRead(false);
      return;
    }
    latest.current = null;
    void refetch().then(() => setRead(true));
  }, [isOpen, refetch]);

  const flush = () => {
    clearTimeout(timer.current);
    const draft = latest.current;
    latest.current = null;
    if (draft === null) return;
    void call("save_draft", { draft: isWorthKeeping(draft) ? draft : null }).then(
      () => {
        if (isWorthKeeping(draft)) announce(t("status-draft"));
      },
      () => {},
    );
  };
  const onDraft = (draft: Draft) => {
    latest.current = draft;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      void call("save_draft", { draft: isWorthKeeping(draft) ? draft : null }).catch(() => {});
    }, draftPause);
  };
  const draft = kept.data?.draft ?? null;
  return (
    <Dialog
      title={t("capture-title")}
      aside={<span className="nb-meta">{t("capture-esc")}</span>}
      size="lg"
      isOpen={isOpen}
      onClose={() => {
        flush();
        onClose();
      }}
    >
      {isRead ? (
        <CaptureBody
          start={draft ?? { caseId, nickname: null, kind: "conversation", text: "", at: null, place }}
          isRestored={draft !== null}
          cases={cases}
          onDraft={onDraft}
          onClose={onClose}
          onRecorded={(where) => {
            // Written for good: nothing may bring the draft back.
            clearTimeout(timer.current);
            latest.current = null;
            onRecorded(where);
          }}
        />
      ) : (
        <FailureNote error={kept.error} />
      )}
    </Dialog>
  );
}
