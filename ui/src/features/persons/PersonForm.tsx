import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { PersonRow } from "../../ipc/generated/PersonRow";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { TextArea, TextField } from "../../kit/Field";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** What is known of somebody, to change. Only what was changed is written. */
export function PersonForm({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const { t } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_person");
  const [opened] = useState(person);
  const [nickname, setNickname] = useState(opened.nickname);
  const [text, setText] = useState(opened.text ?? "");
  const [place, setPlace] = useState(opened.placeName ?? "");
  const isMissing = nickname.trim() === "";
  const save = async () => {
    if (isMissing) return;
    const changed = {
      ...(nickname === opened.nickname ? {} : { nickname }),
      ...(text === (opened.text ?? "") ? {} : { text }),
      ...(place === (opened.placeName ?? "") ? {} : { place }),
    };
    if ((await edit.run({ id: opened.id, version: opened.version, ...changed })) === null) return;
    announce(t("status-saved"));
    onClose();
  };
  return (
    <form
      className="nb-edit"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t("person-nickname")}
        autoFocus
        value={nickname}
        onChange={setNickname}
        error={isMissing ? t("person-nickname-missing") : null}
      />
      <TextArea label={t("person-text")} help={t("person-text-help")} value={text} onChange={setText} />
      <TextField label={t("capture-place")} value={place} onChange={setPlace} />
      <FailureNote error={edit.error} />
      <div className="nb-row">
        <Button variant="primary" type="submit" isPending={edit.isPending} isDisabled={isMissing}>
          {t("action-save")}
        </Button>
        <Button onPress={onClose}>{t("action-cancel")}</Button>
      </div>
    </form>
  );
}
