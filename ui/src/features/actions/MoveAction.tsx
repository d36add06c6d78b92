import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { ActionRow } from "../../ipc/generated/ActionRow";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { addDays, dayOf, hourOf, momentOf } from "./days";

/** Gives an action another day: one of the next seven with one key, or any other. */
export function MoveAction({ row, now, onClose }: { row: ActionRow; now: number; onClose: () => void }) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_action");
  const [day, setDay] = useState(row.due === null ? null : dayOf(row.due));
  const today = dayOf(now);
  const next = [0, 1, 2, 3, 4, 5, 6, 7].map((days) => addDays(today, days));
  const hour = row.due !== null && row.dueHour ? hourOf(row.due) : null;

  const move = async (to: string | null) => {
    const due = to === null ? { at: null, hour: false } : { at: momentOf(to, hour), hour: row.dueHour };
    const moved = await edit.run({ id: row.id, version: row.version, due });
    if (moved === null) return;
    const undo = () =>
      void edit.run({ id: row.id, version: moved.version, due: { at: row.due, hour: row.dueHour } });
    announce(t("actions-moved"), { undo });
    onClose();
  };
  return (
    <Dialog title={t("actions-move-title")} isOpen onClose={onClose}>
      <p className="nb-prose">{row.text}</p>
      <div className="nb-row">
        {next.map((each, index) => (
          <Button
            key={each}
            autoFocus={index === 1}
            isDisabled={edit.isPending}
            onPress={() => void move(each)}
          >
            {index === 0
              ? t("actions-today")
              : index === 1
                ? t("actions-tomorrow")
                : when.day(momentOf(each, null), now)}
          </Button>
        ))}
        <Button isDisabled={edit.isPending} onPress={() => void move(null)}>
          {t("actions-undated")}
        </Button>
      </div>
      <DateField label={t("actions-move-other")} value={day} onChange={setDay} />
      <FailureNote error={edit.error} />
      <div className="nb-dialog__foot">
        <Button onPress={onClose}>{t("action-cancel")}</Button>
        <Button
          variant="primary"
          isDisabled={day === null}
          isPending={edit.isPending}
          onPress={() => void move(day)}
        >
          {t("actions-move-submit")}
        </Button>
      </div>
    </Dialog>
  );
}
