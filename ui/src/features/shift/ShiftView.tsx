import { MapPin, Pencil } from "lucide-react";
import { useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { Colleague } from "../../ipc/generated/Colleague";
import type { Difference } from "../../ipc/generated/Difference";
import { Button } from "../../kit/Button";
import { Differences } from "../../kit/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { useText } from "../../text/text";
import { ShiftDialog } from "./ShiftDialog";
import { type LogParts, ShiftLog } from "./ShiftLog";
import { StopDialog } from "./StopDialog";
import "./shift.css";

/** One shift of anybody, to read back and to complete. */
export function ShiftView({ shiftId, team, parts }: { shiftId: string; team: Colleague[]; parts: LogParts }) {
  const { t, when } = useText();
  const { data: file, error } = useAnswer("read_shift", { shiftId });
  const edit = useCommand("edit_shift");
  const [isEditing, setEditing] = useState(false);
  const [isStop, setStop] = useState(false);
  if (!file) return <FailureNote error={error} />;
  const { shift } = file;
  const choose = (field: Difference["field"], value: string) => {
    const moment = value === "" ? null : Number(value);
    const chosen = field === "endedAt" ? { endedAt: moment } : { at: moment ?? shift.at };
    edit.mutate({ id: shift.id, version: shift.version, ...chosen });
  };
  return (
    <div className="nb-pane">
      <header className="nb-stack">
        <Heading level={2}>{t("shift-of", { name: shift.by })}</Heading>
        <p className="nb-muted">
          {when.full(shift.at)}
          {shift.endedAt === null ? ` · ${t("shift-running")}` : `–${when.time(shift.endedAt)}`}
          {shift.colleagues.length === 0
            ? ""
            : ` · ${t("shift-with", { names: shift.colleagues.map(({ name }) => name).join(", ") })}`}
        </p>
        <div className="nb-row">
          <Button icon={<MapPin aria-hidden />} onPress={() => setStop(true)}>
            {t("stop-add")}
          </Button>
          <Button icon={<Pencil aria-hidden />} onPress={() => setEditing(true)}>
            {t("shift-edit")}
          </Button>
        </div>
      </header>
      <FailureNote error={edit.error} />
      <Differences
        differences={shift.differences}
        wording={(_, value) => (value === "" ? t("shift-running") : when.full(Number(value)))}
        onChoose={choose}
        isBusy={edit.isPending}
      />
      <div>
        <ShiftLog file={file} parts={parts} />
      </div>
      <ShiftDialog isOpen={isEditing} onClose={() => setEditing(false)} shift={shift} team={team} />
      <StopDialog
        isOpen={isStop}
        onClose={() => setStop(false)}
        place={shift.lastPlace ?? ""}
        shiftId={shift.id}
      />
    </div>
  );
}
