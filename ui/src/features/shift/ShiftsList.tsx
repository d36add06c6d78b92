import { useAnswer } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { Empty } from "../../kit/Empty";
import { FailureNote } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { useText } from "../../text/text";
import "./shift.css";

const shown = 100;

/** Shifts of the whole team, newest first. */
export function ShiftsList({ onOpen }: { onOpen: (shiftId: string) => void }) {
  const { t, when } = useText();
  const { data, error } = useAnswer("list_shifts", { limit: shown, before: null });
  return (
    <div className="nb-pane">
      <Heading level={2}>{t("shifts-title")}</Heading>
      <FailureNote error={error} />
      {data?.shifts.length === 0 ? <Empty>{t("shifts-empty")}</Empty> : null}
      <ul>
        {data?.shifts.map((shift) => (
          <li key={shift.id} className="nb-shifts__row">
            <Button variant="quiet" onPress={() => onOpen(shift.id)}>
              {when.full(shift.at)}
              {shift.endedAt === null ? ` · ${t("shift-running")}` : `–${when.time(shift.endedAt)}`}
            </Button>
            <span>{[shift.by, ...shift.colleagues.map(({ name }) => name)].join(", ")}</span>
            <span className="nb-meta">
              {t("shift-counts", { stops: shift.stops, moments: shift.contactMoments })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
