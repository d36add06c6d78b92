import { NotebookPen, Pencil } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { useCommand } from "../../ipc/answers";
import type { CaseNoteRow } from "../../ipc/generated/CaseNoteRow";
import { Button } from "../../kit/Button";
import { Differences } from "../../kit/differences/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { TextArea } from "../../kit/Field";
import { useKept } from "../../kit/kept";
import { RemoteBar } from "../../kit/RemoteBar";
import { SaveForm } from "../../kit/SaveForm";
import { useAnnounce } from "../../kit/status";
import { TimelineRow } from "../../kit/TimelineRow";
import { useText } from "../../text/text";

/** A note being edited: the row it was opened on and the text now. */
interface NoteForm {
  opened: CaseNoteRow;
  text: string;
}

/** One case note in a timeline. */
export function CaseNoteItem({
  row,
  isSought,
  more,
}: {
  row: CaseNoteRow;
  isSought: boolean;
  /** What else can be done with it, beside the form. */
  more?: ReactNode;
}) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_case_note");
  const [form, setForm] = useKept<NoteForm>(`edit:${row.id}`);
  const opener = useRef<HTMLButtonElement>(null);

  const close = () => {
    setForm(undefined);
    edit.reset();
    setTimeout(() => opener.current?.focus());
  };
  const save = async () => {
    if (!form || form.text.trim() === "") return;
    if (form.text === form.opened.text) return close();
    const saved = await edit.run({ id: row.id, version: form.opened.version, text: form.text });
    if (saved === null) return;
    announce(t("status-saved"));
    close();
  };
  return (
    <TimelineRow
      id={row.id}
      at={row.at}
      share={row.share}
      edited={row.edited}
      isSought={isSought}
      kind={
        <>
          <NotebookPen aria-hidden />
          {t("timeline-note")}
        </>
      }
      meta={[row.by]}
      action={
        form ? null : (
          <Button
            ref={opener}
            variant="quiet"
            icon={<Pencil aria-hidden />}
            aria-label={t("note-edit-of", { when: when.full(row.at) })}
            onPress={() => setForm({ opened: row, text: row.text })}
          >
            {t("action-edit")}
          </Button>
        )
      }
    >
      {form ? (
        <SaveForm
          className="nb-edit"
          label={t("note-edit")}
          onSave={() => void save()}
          onKeyDown={(event) => {
            if (event.key === "Escape" && form.text === form.opened.text) close();
          }}
        >
          {row.version !== form.opened.version ? (
            <RemoteBar by={null} current={row.text} explain={t("remote-keeps")} />
          ) : null}
          <TextArea
            label={t("note-text")}
            labelHidden
            autoFocus
            value={form.text}
            onChange={(text) => setForm({ ...form, text })}
            error={form.text.trim() === "" ? t("capture-text-missing") : null}
          />
          <div className="nb-row">
            <Button
              variant="primary"
              type="submit"
              keys="Ctrl+Enter"
              isPending={edit.isPending}
              isDisabled={form.text.trim() === ""}
            >
              {t("action-save")}
            </Button>
            <Button onPress={close}>{t("action-cancel")}</Button>
            {more}
          </div>
        </SaveForm>
      ) : (
        <p className="nb-item__text">{row.text}</p>
      )}
      <FailureNote error={edit.error} />
      <Differences differences={row.differences} />
    </TimelineRow>
  );
}
