import { useState } from "react";
import type { Difference } from "../../ipc/generated/Difference";
import { useText } from "../../text/text";
import { Button } from "../Button";
import { TextArea, TextField } from "../Field";
import { SaveForm } from "../SaveForm";
import { TimeField } from "../TimeField";

const times: Difference["field"][] = ["at", "due", "endedAt"];

/** Whether both versions can stand behind each other. */
export const isProse = (field: Difference["field"]) => field === "text";

/** What both wrote, one under the other, each once. */
export const bothOf = (difference: Difference) =>
  difference.versions
    .map(({ value }) => value.trim())
    .filter((value) => value !== "")
    .join(isProse(difference.field) ? "\n\n" : " / ");

/** A third version in one's own words, or at a time of one's own. */
export function OwnVersion({
  difference,
  isBusy,
  onSave,
  onClose,
}: {
  difference: Difference;
  isBusy: boolean;
  onSave: (words: string) => void;
  onClose: () => void;
}) {
  const { t } = useText();
  const shown = difference.versions.at(-1)?.value ?? "";
  const isTime = times.includes(difference.field);
  const isCount = difference.field === "headCount";
  const [words, setWords] = useState(isTime || isCount ? shown : bothOf(difference));
  const label = t("difference-own-label");
  return (
    <SaveForm
      className="nb-edit"
      label={label}
      onSave={() => onSave(words)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      {isTime ? (
        <TimeField
          label={label}
          autoFocus
          value={words === "" ? Date.now() : Number(words)}
          onChange={(at) => setWords(String(at))}
        />
      ) : isProse(difference.field) ? (
        <TextArea label={label} autoFocus value={words} onChange={setWords} />
      ) : (
        <TextField
          label={label}
          autoFocus
          value={words}
          onChange={setWords}
          inputMode={isCount ? "numeric" : undefined}
        />
      )}
      <div className="nb-row">
        <Button variant="primary" type="submit" keys="Ctrl+Enter" isPending={isBusy}>
          {t("action-save")}
        </Button>
        <Button onPress={onClose}>{t("action-cancel")}</Button>
      </div>
    </SaveForm>
  );
}
