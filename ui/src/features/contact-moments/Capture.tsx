import { useEffect, useRef, useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import { call } from "../../ipc/call";
import type { CallFailure } from "../../ipc/failure";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { Colleague } from "../../ipc/generated/Colleague";
import type { Draft } from "../../ipc/generated/Draft";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { CaptureForm } from "./CaptureForm";
import { emptyDraft } from "./whom";
import "./capture.css";

const draftPause = 400;

const isWorthKeeping = (draft: Draft) =>
  draft.text.trim() !== "" || draft.actions.some(({ text }) => text.trim() !== "");

/** The form once it is known whether there is a draft. */
function CaptureBody({
  start,
  isRestored,
  startsAtWho,
  cases,
  colleagues,
  onDraft,
  onBeforeRecord,
  onClose,
  onRecorded,
}: {
  start: Draft;
  isRestored: boolean;
  startsAtWho: boolean;
  cases: CaseRow[];
  colleagues: Colleague[];
  onDraft: (draft: Draft) => void;
  /** No draft may be written after the contact moment itself. */
  onBeforeRecord: () => Promise<void>;
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
  const isSaving = useRef(false);
  const save = async (all: Draft) => {
    if (isSaving.current || all.text.trim() === "") return;
    isSaving.current = true;
    await onBeforeRecord();
    const { groupId, ...rest } = all;
    const recorded = await record.run({
      ...rest,
      ...(groupId === null ? {} : { groupId }),
      at: all.at ?? Date.now(),
      actions: all.actions.filter(({ text }) => text.trim() !== ""),
      fromDraft: true,
    });
    isSaving.current = false;
    if (recorded === null) {
      change(all);
      return;
    }
    const { ids } = recorded;
    announce(t("status-saved"), {
      undo: () => {
        void call("set_withdrawn", { ids, withdrawn: true }).then(
          () => announce(t("status-taken-back")),
          () => announce(t("status-not-taken-back")),
        );
      },
    });
    onRecorded(all.place);
    onClose();
  };
  return (
    <CaptureForm
      draft={draft}
      cases={cases}
      colleagues={colleagues}
      isRestored={isRestored}
      startsAtWho={startsAtWho}
      isBusy={record.isPending}
      onChange={change}
      onSave={(all) => void save(all)}
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
  colleagues,
  caseId,
  startsAtWho,
  place,
  onRecorded,
}: {
  isOpen: boolean;
  onClose: () => void;
  cases: CaseRow[];
  colleagues: Colleague[];
  /** The case that is open now: the likely answer to "who". */
  caseId: string | null;
  /** Whether the first question is with whom. */
  startsAtWho: boolean;
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
    setUnkept(null);
    void refetch().then(() => setRead(true));
  }, [isOpen, refetch]);

  // Drafts are written one after the other, so that the last one stands.
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  const [unkept, setUnkept] = useState<CallFailure | null>(null);
  /** Answers whether the draft is kept; why it is not stands in the dialog. */
  const write = (draft: Draft): Promise<boolean> => {
    const written = writing.current
      .then(() => call("save_draft", { draft: isWorthKeeping(draft) ? draft : null }))
      .then(
        () => {
          setUnkept(null);
          return true;
        },
        (failure: CallFailure) => {
          setUnkept(failure);
          return false;
        },
      );
    writing.current = written;
    return written;
  };
  const onDraft = (draft: Draft) => {
    latest.current = draft;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void write(draft), draftPause);
  };
  /** What is worth keeping and could not be kept stays on the screen. */
  const close = async () => {
    clearTimeout(timer.current);
    const draft = latest.current;
    if (draft !== null && isWorthKeeping(draft)) {
      if (!(await write(draft))) return;
      announce(t("status-draft"));
    } else if (draft !== null) {
      void write(draft);
    }
    latest.current = null;
    onClose();
  };
  const onBeforeRecord = async () => {
    clearTimeout(timer.current);
    latest.current = null;
    await writing.current;
  };
  const draft = kept.data?.draft ?? null;
  return (
    <Dialog
      title={t("capture-title")}
      aside={<span className="nb-meta">{t("capture-esc")}</span>}
      size="lg"
      isOpen={isOpen}
      onClose={() => void close()}
    >
      <FailureNote error={unkept} />
      {isRead ? (
        <CaptureBody
          start={draft ?? emptyDraft(caseId === null ? [] : [{ caseId }], place)}
          isRestored={draft !== null}
          startsAtWho={startsAtWho}
          cases={cases}
          colleagues={colleagues}
          onDraft={onDraft}
          onBeforeRecord={onBeforeRecord}
          onClose={onClose}
          onRecorded={onRecorded}
        />
      ) : (
        <FailureNote error={kept.error} />
      )}
    </Dialog>
  );
}
