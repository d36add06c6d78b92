import { useRef, useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { ActionRow } from "../../ipc/generated/ActionRow";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { TextArea } from "../../kit/Field";
import { HourField } from "../../kit/HourField";
import { Pick } from "../../kit/Pick";
import { RemoteBar } from "../../kit/RemoteBar";
import { SaveForm } from "../../kit/SaveForm";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { type ActionFields, added, changed, emptyFields, fieldsOf } from "./form";

interface Opening {
  /** The case that is open now. */
  caseId?: string | null;
  /** The action to change; without one, a new one is written down. */
  row?: ActionRow;
}

/** Who can do it: the colleagues who can read it there. */
function useColleagues(caseId: string | null) {
  const { t } = useText();
  const { data: team } = useAnswer("read_team", {});
  const { data: list } = useAnswer("list_cases", {});
  const inCase = list?.cases.find((each) => each.id === caseId)?.colleagues;
  return ((caseId === null ? undefined : inCase) ?? team?.colleagues ?? []).map((each) => ({
    id: each.memberId,
    name: each.name,
    hint: each.me ? t("you") : t(`role-${each.role}`),
  }));
}

function ActionFieldset({
  fields,
  isMissed,
  hasCase,
  area,
  onChange,
}: {
  fields: ActionFields;
  isMissed: boolean;
  /** A new action may be put in any case; one that is there stays where it lies. */
  hasCase: boolean;
  area: React.RefObject<HTMLTextAreaElement | null>;
  onChange: (fields: ActionFields) => void;
}) {
  const { t } = useText();
  const { data: list } = useAnswer("list_cases", {});
  const caseId = fields.case !== null && "id" in fields.case ? fields.case.id : null;
  const colleagues = useColleagues(caseId);
  const isStrayCase = fields.case !== null && "words" in fields.case;
  return (
    <>
      <TextArea
        label={t("actions-text")}
        areaRef={area}
        autoFocus
        value={fields.text}
        onChange={(text) => onChange({ ...fields, text })}
        error={isMissed && fields.text.trim() === "" ? t("actions-text-missing") : null}
      />
      <Pick
        label={t("actions-who")}
        optional
        options={colleagues}
        value={fields.who}
        onChange={(who) => onChange({ ...fields, who })}
        example={t("actions-who-example")}
        help={t("actions-who-help")}
      />
      <div className="nb-edit__pair">
        <DateField
          label={t("actions-due")}
          optional
          value={fields.day}
          onChange={(day) => onChange({ ...fields, day })}
        />
        {fields.day === null ? null : (
          <HourField
            label={t("actions-hour")}
            optional
            value={fields.hour}
            onChange={(hour) => onChange({ ...fields, hour })}
          />
        )}
      </div>
      {hasCase ? (
        <Pick
          label={t("actions-in-case")}
          optional
          options={(list?.cases ?? []).map(({ id, name }) => ({ id, name }))}
          value={fields.case}
          onChange={(picked) => onChange({ ...fields, case: picked })}
          example={t("capture-who-example")}
          error={isMissed && isStrayCase ? t("actions-case-unknown") : null}
        />
      ) : null}
    </>
  );
}

function ActionBody({ row, caseId = null, onClose }: Opening & { onClose: () => void }) {
  const { t } = useText();
  const announce = useAnnounce();
  const add = useCommand("add_action");
  const edit = useCommand("edit_action");
  const withdraw = useCommand("set_withdrawn");
  // A colleague's change meanwhile must not move what is typed.
  const [opened] = useState(row);
  const [fields, setFields] = useState(opened ? fieldsOf(opened) : emptyFields(caseId));
  const [isMissed, setMissed] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);

  const save = async () => {
    if (fields.text.trim() === "" || (fields.case !== null && "words" in fields.case)) {
      setMissed(true);
      if (fields.text.trim() === "") area.current?.focus();
      return;
    }
    if (opened) {
      const change = changed(fields, opened);
      if (change !== null && (await edit.run(change)) === null) return;
      if (change !== null) announce(t("status-saved"));
    } else {
      const made = await add.run(added(fields));
      if (made === null) return;
      const undo = () => void withdraw.run({ ids: [made.id], withdrawn: true });
      announce(t("status-saved"), { undo });
    }
    onClose();
  };
  return (
    <SaveForm className="nb-stack" onSave={() => void save()}>
      {row && opened && row.version !== opened.version ? (
        <RemoteBar by={null} current={row.text} explain={t("remote-keeps")} />
      ) : null}
      <ActionFieldset
        fields={fields}
        isMissed={isMissed}
        hasCase={!opened}
        area={area}
        onChange={setFields}
      />
      <FailureNote error={add.error ?? edit.error} />
      <div className="nb-dialog__foot">
        <Button onPress={onClose}>{t("action-cancel")}</Button>
        <Button variant="primary" type="submit" keys="Ctrl+Enter" isPending={add.isPending || edit.isPending}>
          {t("action-save")}
        </Button>
      </div>
    </SaveForm>
  );
}

/** Writes an action down, or changes one. Only the words are needed. */
export function ActionForm({
  isOpen,
  onClose,
  ...opening
}: Opening & { isOpen: boolean; onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog
      title={opening.row ? t("actions-edit-title") : t("actions-new")}
      isOpen={isOpen}
      onClose={onClose}
    >
      <ActionBody {...opening} onClose={onClose} />
    </Dialog>
  );
}
