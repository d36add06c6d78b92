import { MapPin, Pencil } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../ipc/answers";
import type { Colleague } from "../../ipc/generated/Colleague";
import { Button } from "../../kit/Button";
import { Differences } from "../../kit/differences/Differences";
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
  const [isEditing, setEditing] = useState(false);
  const [isStop, setStop] = useState(false);
  if (!file) return <FailureNote error={error} />;
  const { shift } = file;
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
      <Differences differences={shift.differences} />
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
