import { CircleStop, Footprints, History, MapPin, Pencil, Play } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { Colleague } from "../../ipc/generated/Colleague";
import type { EndedShift } from "../../ipc/generated/EndedShift";
import type { ShiftFile } from "../../ipc/generated/ShiftFile";
import { Button } from "../../kit/Button";
import { Empty } from "../../kit/Empty";
import { FailureNote } from "../../kit/FailureNote";
import { MoreMenu } from "../../kit/MoreMenu";
import { Note } from "../../kit/Note";
import { Panel } from "../../kit/Panel";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { ShiftDialog } from "./ShiftDialog";
import { ShiftEnded } from "./ShiftEnded";
import { type LogParts, ShiftLog } from "./ShiftLog";
import "./shift.css";

/** No shift: the one next step. */
function NoShift({ onStart, isBusy }: { onStart: () => void; isBusy: boolean }) {
  const { t } = useText();
  return (
    <Empty
      title={t("shift-none")}
      action={
        <Button icon={<Play aria-hidden />} keys="Ctrl+Shift+S" isPending={isBusy} onPress={onStart}>
          {t("shift-start")}
        </Button>
      }
    >
      {t("shift-none-explain")}
    </Empty>
  );
}

/** The shift that runs: what to do next in it, and its log. */
export function ShiftPanel({
  file,
  team,
  parts,
  onStop,
  onShifts,
}: {
  file: ShiftFile | null;
  team: Colleague[];
  parts: LogParts;
  /** Records a stop. */
  onStop: () => void;
  /** Shows earlier shifts. */
  onShifts: () => void;
}) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const start = useCommand("start_shift");
  const end = useCommand("end_shift");
  const edit = useCommand("edit_shift");
  const startRound = useCommand("start_round");
  const endRound = useCommand("end_round");
  const [isEditing, setEditing] = useState(false);
  const [ended, setEnded] = useState<EndedShift | null>(null);
  const shift = file?.shift ?? null;
  const running = shift?.runningRound ?? null;

  const doStart = async () => {
    if ((await start.run({})) !== null) announce(t("shift-started"));
  };
  const doEnd = async (shiftId: string) => {
    const left = await end.run({ shiftId });
    if (left === null) return;
    const { id, version } = left.shift;
    announce(t("shift-ended"), { undo: () => void edit.run({ id, version, endedAt: null }) });
    setEnded(left);
  };
  const earlier = (
    <Button variant="quiet" icon={<History aria-hidden />} onPress={onShifts}>
      {t("shift-earlier")}
    </Button>
  );
  const error = start.error ?? end.error ?? edit.error ?? startRound.error ?? endRound.error;
  return (
    <Panel
      title={shift ? t("shift-since", { from: when.full(shift.at) }) : t("shift-title")}
      action={
        <div className="nb-row">
          {earlier}
          {shift && !shift.forgotten ? (
            <MoreMenu
              label={t("shift-more")}
              actions={[
                {
                  id: "edit",
                  label: t("shift-edit"),
                  icon: <Pencil aria-hidden />,
                  onAction: () => setEditing(true),
                },
                {
                  id: "end",
                  label: t("shift-end"),
                  icon: <CircleStop aria-hidden />,
                  onAction: () => void doEnd(shift.id),
                },
              ]}
            />
          ) : null}
        </div>
      }
    >
      <FailureNote error={error} />
      {shift?.forgotten ? (
        <Note>
          <p className="nb-row">
            <span>{t("shift-forgotten", { from: when.full(shift.at) })}</span>
            <Button isPending={end.isPending} onPress={() => void doEnd(shift.id)}>
              {t("shift-end")}
            </Button>
          </p>
        </Note>
      ) : null}
      {file && shift && !shift.forgotten ? (
        <>
          {shift.colleagues.length === 0 ? null : (
            <p className="nb-muted">
              {t("shift-with", { names: shift.colleagues.map(({ name }) => name).join(", ") })}
            </p>
          )}
          <div className="nb-row">
            <Button icon={<MapPin aria-hidden />} keys="Ctrl+Shift+Enter" onPress={onStop}>
              {t("stop-record")}
            </Button>
            {running === null ? (
              <Button
                icon={<Footprints aria-hidden />}
                isPending={startRound.isPending}
                onPress={() => void startRound.run({})}
              >
                {t("round-start")}
              </Button>
            ) : (
              <Button
                icon={<CircleStop aria-hidden />}
                isPending={endRound.isPending}
                onPress={() => void endRound.run({ roundId: running })}
              >
                {t("round-end")}
              </Button>
            )}
          </div>
          <ShiftLog file={file} parts={parts} />
          <ShiftDialog isOpen={isEditing} onClose={() => setEditing(false)} shift={shift} team={team} />
        </>
      ) : (
        <NoShift onStart={() => void doStart()} isBusy={start.isPending} />
      )}
      <ShiftEnded left={ended} onClose={() => setEnded(null)} />
    </Panel>
  );
}
