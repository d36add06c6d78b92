import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { Colleague } from "../../ipc/generated/Colleague";
import type { EditShift } from "../../ipc/generated/EditShift";
import type { ShiftRow } from "../../ipc/generated/ShiftRow";
import { Button } from "../../kit/Button";
import { Chips } from "../../kit/Chips";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { SaveForm } from "../../kit/SaveForm";
import { useAnnounce } from "../../kit/status";
import { TimeField } from "../../kit/TimeField";
import { useText } from "../../text/text";

function ShiftForm({ opened, team, onClose }: { opened: ShiftRow; team: Colleague[]; onClose: () => void }) {
  const { t } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_shift");
  const along = opened.colleagues.map(({ memberId }) => memberId);
  const [at, setAt] = useState(opened.at);
  const [endedAt, setEndedAt] = useState(opened.endedAt);
  const [colleagues, setColleagues] = useState(along);
  const others = team.filter(({ me, name }) => !me && name !== opened.by);
  const save = async () => {
    const changed: EditShift = {
      id: opened.id,
      version: opened.version,
      ...(at === opened.at ? {} : { at }),
      ...(endedAt === opened.endedAt ? {} : { endedAt }),
      ...(colleagues.join() === along.join() ? {} : { colleagues }),
    };
    if ((await edit.run(changed)) === null) return;
    announce(t("status-saved"));
    onClose();
  };
  return (
    <SaveForm className="nb-stack" onSave={() => void save()}>
      <TimeField label={t("shift-began")} value={at} onChange={setAt} autoFocus />
      {endedAt === null ? null : (
        <TimeField label={t("shift-ended-at")} value={endedAt} onChange={setEndedAt} />
      )}
      {others.length === 0 ? null : (
        <Chips
          label={t("shift-along")}
          values={colleagues}
          onChange={setColleagues}
          options={others.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
      )}
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

/** When a shift began and ended, and who works along. */
export function ShiftDialog({
  isOpen,
  onClose,
  shift,
  team,
}: {
  isOpen: boolean;
  onClose: () => void;
  shift: ShiftRow;
  team: Colleague[];
}) {
  const { t } = useText();
  return (
    <Dialog title={t("shift-edit")} isOpen={isOpen} onClose={onClose}>
      <ShiftForm opened={shift} team={team} onClose={onClose} />
    </Dialog>
  );
}
