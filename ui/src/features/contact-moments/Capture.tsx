import { useCallback, useEffect, useRef, useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import { call } from "../../ipc/call";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { Colleague } from "../../ipc/generated/Colleague";
import type { Draft } from "../../ipc/generated/Draft";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { useKept } from "../../kit/kept";
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
  onRecord,
  onClose,
  onRecorded,
}: {
  start: Draft;
  isRestored: boolean;
  startsAtWho: boolean;
  cases: CaseRow[];
  colleagues: Colleague[];
  onDraft: (draft: Draft) => void;
  /** Runs what records it; no draft may be written after the contact moment itself. */
  onRecord: <T>(run: () => Promise<T | null>) => Promise<T | null>;
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
    const { groupId, ...rest } = all;
    const recorded = await onRecord(() =>
      record.run({
        ...rest,
        ...(groupId === null ? {} : { groupId }),
        at: all.at ?? Date.now(),
        actions: all.actions.filter(({ text }) => text.trim() !== ""),
        fromDraft: true,
      }),
    );
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
  const save = useCommand("save_draft");
  const { reset } = save;
  /** What cannot be kept is unsaved writing: locking asks first. */
  const [, setUnkept] = useKept<Draft>("draft:unkept");
  /** What was typed last, and what of it was written last. */
  const latest = useRef<Draft | null>(null);
  const written = useRef<Draft | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isRecording = useRef(false);
  const isClosing = useRef(false);

  const forget = useCallback(() => {
    clearTimeout(timer.current);
    latest.current = null;
    written.current = null;
    setUnkept(undefined);
    reset();
  }, [setUnkept, reset]);

  // Each opening reads the draft anew: the answer of a former opening may be old.
  const { refetch } = kept;
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (!isOpen) {
      setRead(false);
      return;
    }
    void refetch().then(() => setRead(true));
  }, [isOpen, refetch]);

  // Drafts are written one after the other, so that the last one stands.
  const writing = useRef<Promise<unknown>>(Promise.resolve());
  /** Writes until all that was typed is kept; answers whether it is. Why not stands in the dialog. */
  const write = (): Promise<boolean> => {
    clearTimeout(timer.current);
    const done = writing.current.then(async () => {
      while (latest.current !== null && latest.current !== written.current) {
        const draft = latest.current;
        const worth = isWorthKeeping(draft) ? draft : null;
        if ((await save.run({ draft: worth })) === null) {
          setUnkept(worth ?? undefined);
          return worth === null;
        }
        written.current = draft;
      }
      setUnkept(undefined);
      return true;
    });
    writing.current = done;
    return done;
  };
  const onDraft = (draft: Draft) => {
    latest.current = draft;
    clearTimeout(timer.current);
    if (!isRecording.current) timer.current = setTimeout(() => void write(), draftPause);
  };
  const onRecord = async <T,>(run: () => Promise<T | null>): Promise<T | null> => {
    isRecording.current = true;
    clearTimeout(timer.current);
    await writing.current;
    const recorded = await run();
    isRecording.current = false;
    if (recorded !== null) forget();
    return recorded;
  };
  /** What is worth keeping and could not be kept stays on the screen. */
  const close = async () => {
    if (isRecording.current || isClosing.current) return;
    isClosing.current = true;
    const isKept = await write();
    isClosing.current = false;
    if (!isKept) return;
    if (latest.current !== null && isWorthKeeping(latest.current)) announce(t("status-draft"));
    forget();
    onClose();
  };
  // Leaving a field writes at once: locking does so, and waits for what is being written.
  const onLeave = useRef(() => {});
  onLeave.current = () => {
    if (!isRecording.current) void write();
  };
  useEffect(() => {
    if (!isOpen) return;
    const leave = () => onLeave.current();
    document.addEventListener("focusout", leave);
    return () => document.removeEventListener("focusout", leave);
  }, [isOpen]);
  const draft = kept.data?.draft ?? null;
  return (
    <Dialog
      title={t("capture-title")}
      aside={<span className="nb-meta">{t("capture-esc")}</span>}
      size="lg"
      isOpen={isOpen}
      onClose={() => void close()}
    >
      {isRead ? (
        <>
          <FailureNote error={save.error} />
          <CaptureBody
            start={draft ?? emptyDraft(caseId === null ? [] : [{ caseId }], place)}
            isRestored={draft !== null}
            startsAtWho={startsAtWho}
            cases={cases}
            colleagues={colleagues}
            onDraft={onDraft}
            onRecord={onRecord}
            onClose={onClose}
            onRecorded={onRecorded}
          />
        </>
      ) : (
        <FailureNote error={kept.error} />
      )}
    </Dialog>
  );
}
