import { useCommand } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { TextArea } from "../../kit/Field";
import { useKept } from "../../kit/kept";
import { SaveForm } from "../../kit/SaveForm";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** Writes a new note in a case. What is typed stays when one walks to another case. */
export function NoteComposer({ caseId }: { caseId: string }) {
  const { t } = useText();
  const announce = useAnnounce();
  const record = useCommand("record_case_note");
  const [text = "", setText] = useKept<string>(`note:${caseId}`);
  const save = async () => {
    if (text.trim() === "" || (await record.run({ caseId, text })) === null) return;
    setText(undefined);
    announce(t("status-saved"));
  };
  return (
    <SaveForm className="nb-composer" onSave={() => void save()}>
      <TextArea
        label={t("note-write")}
        labelHidden
        placeholder={t("note-write")}
        size="one"
        isReadOnly={record.isPending}
        value={text}
        onChange={(next) => setText(next === "" ? undefined : next)}
      />
      {text.trim() === "" ? null : (
        <Button type="submit" keys="Ctrl+Enter" isPending={record.isPending}>
          {t("note-save")}
        </Button>
      )}
      <FailureNote error={record.error} />
    </SaveForm>
  );
}
