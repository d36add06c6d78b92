import { useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { EditGroup } from "../../ipc/generated/EditGroup";
import type { GroupRow } from "../../ipc/generated/GroupRow";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { TextArea, TextField } from "../../kit/Field";
import { Pick } from "../../kit/Pick";
import { folded, type Picked } from "../../kit/picking";
import { SaveForm } from "../../kit/SaveForm";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** The name of a group, where it is usually met, and what colleagues should know of it. */
export function GroupForm({ row, all, onClose }: { row: GroupRow; all: GroupRow[]; onClose: () => void }) {
  const { t } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_group");
  const places = useAnswer("list_places", {}).data?.places ?? [];
  const [name, setName] = useState(row.name);
  const [place, setPlace] = useState<Picked>(row.placeId === null ? null : { id: row.placeId });
  const [text, setText] = useState(row.text ?? "");
  const isMissing = name.trim() === "";
  const other = all.find((each) => each.id !== row.id && folded(each.name) === folded(name));
  // A place that is not in the list yet is added there, not here: only what was picked counts.
  const placeId = place !== null && "id" in place ? place.id : "";
  const save = async () => {
    if (isMissing) return;
    const changed: EditGroup = {
      id: row.id,
      version: row.version,
      ...(name.trim() === row.name ? {} : { name: name.trim() }),
      ...(placeId === (row.placeId ?? "") ? {} : { placeId }),
      ...(text === (row.text ?? "") ? {} : { text }),
    };
    if ((await edit.run(changed)) === null) return;
    announce(t("status-saved"));
    onClose();
  };
  return (
    <SaveForm className="nb-stack" onSave={() => void save()}>
      <TextField
        label={t("group-name")}
        autoFocus
        value={name}
        onChange={setName}
        help={other ? t("group-becomes-one", { name: other.name }) : t("group-no-names")}
        error={isMissing ? t("names-missing") : null}
      />
      <Pick
        label={t("group-place")}
        optional
        options={places.map((each) => ({ id: each.id, name: each.name }))}
        value={place}
        onChange={setPlace}
        error={place !== null && "words" in place ? t("group-place-unknown") : null}
      />
      <TextArea label={t("group-text")} optional value={text} onChange={setText} />
      <FailureNote error={edit.error} />
      <div className="nb-dialog__foot">
        <Button onPress={onClose}>{t("action-cancel")}</Button>
        <Button variant="primary" type="submit" keys="Ctrl+Enter" isPending={edit.isPending}>
          {t("action-save")}
        </Button>
      </div>
    </SaveForm>
  );
}
