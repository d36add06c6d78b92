import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { StopRow } from "../../ipc/generated/StopRow";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { useKept } from "../../kit/kept";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { StopForm } from "./StopForm";
import { editOf, emptyStop, recordOf, type StopValues, valuesOf } from "./stop-form";

function NewStop({
  place,
  shiftId,
  onClose,
}: {
  place: string;
  shiftId: string | null;
  onClose: () => void;
}) {
  const { t } = useText();
  const announce = useAnnounce();
  const record = useCommand("record_stop");
  const withdraw = useCommand("set_withdrawn");
  // What was filled in stays until it is saved: Escape throws nothing away.
  const [kept, keep] = useKept<StopValues>("stop:new");
  const values = kept ?? emptyStop(place);
  const save = async () => {
    const made = await record.run(recordOf(values, shiftId, Date.now()));
    if (made === null) return;
    keep(undefined);
    announce(t("stop-saved", { place: made.stop.placeName ?? "" }), {
      undo: () => void withdraw.run({ ids: made.ids, withdrawn: true }),
    });
    onClose();
  };
  return (
    <StopForm
      values={values}
      isBusy={record.isPending}
      onChange={keep}
      onSave={() => void save()}
      failure={<FailureNote error={record.error} />}
    />
  );
}

function EditedStop({ row, onClose }: { row: StopRow; onClose: () => void }) {
  const { t } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_stop");
  const [opened] = useState(row);
  const [values, setValues] = useState(() => valuesOf(row));
  const save = async () => {
    const changed = editOf(values, opened);
    if (changed !== null && (await edit.run(changed)) === null) return;
    if (changed !== null) announce(t("status-saved"));
    onClose();
  };
  return (
    <StopForm
      values={values}
      isBusy={edit.isPending}
      onChange={setValues}
      onSave={() => void save()}
      failure={<FailureNote error={edit.error} />}
    />
  );
}

/** Recording a stop, or changing one, over whatever is open. */
export function StopDialog({
  isOpen,
  onClose,
  row = null,
  place = "",
  shiftId = null,
}: {
  isOpen: boolean;
  onClose: () => void;
  /** The stop to change; none: a new one. */
  row?: StopRow | null;
  /** The likely place of a new one. */
  place?: string;
  /** The shift of a new one; none: the one that runs. */
  shiftId?: string | null;
}) {
  const { t } = useText();
  return (
    <Dialog
      title={t(row === null ? "stop-new" : "stop-edit")}
      aside={row === null ? <span className="nb-meta">{t("stop-esc")}</span> : null}
      size="lg"
      isOpen={isOpen}
      onClose={onClose}
    >
      {row === null ? (
        <NewStop place={place} shiftId={shiftId} onClose={onClose} />
      ) : (
        <EditedStop row={row} onClose={onClose} />
      )}
    </Dialog>
  );
}
