import { useEffect } from "react";
import { useCommand } from "../../ipc/answers";
import type { CheckIn } from "../../ipc/generated/CheckIn";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { startTone } from "./tone";

const minute = 60_000;
const graceMinutes = 10;

/** The timer that runs, asks or rings: one key says that all is well, another moves the time. */
export function CheckInDialog({
  timer,
  isOpen,
  onClose,
}: {
  timer: CheckIn;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const allWell = useCommand("check_in");
  const extend = useCommand("extend_check_in");
  const { state } = timer;
  useEffect(() => (state === "rings" ? startTone() : undefined), [state]);

  const until = timer.until ?? 0;
  const values = {
    time: when.time(until),
    told: when.time(until + graceMinutes * minute),
    minutes: timer.minutes,
    colleagues: timer.colleagues.join(", "),
  };
  const sayAllWell = async () => {
    if ((await allWell.run({})) === null) return;
    announce(t("check-in-done"));
    onClose();
  };
  const moveBy = async (minutes: number) => {
    const from = Math.max(until, Date.now());
    if ((await extend.run({ until: from + minutes * minute })) !== null) onClose();
  };
  const error = allWell.error ?? extend.error;
  return (
    <Dialog
      title={t(state === "none" ? "check-in-title" : `check-in-title-${state}`)}
      isOpen={isOpen}
      // What rings wants an answer; but nobody is kept before a dialog that does not work.
      onClose={() => {
        if (state !== "rings" || error) onClose();
      }}
    >
      <p className="nb-prose">{state === "none" ? "" : t(`check-in-says-${state}`, values)}</p>
      {timer.place ? <p className="nb-prose nb-muted">{t("check-in-at", { place: timer.place })}</p> : null}
      <FailureNote error={error} />
      <div className="nb-dialog__foot">
        <Button isPending={extend.isPending} onPress={() => void moveBy(15)}>
          {t("check-in-later", { minutes: 15 })}
        </Button>
        <Button isPending={extend.isPending} onPress={() => void moveBy(60)}>
          {t("check-in-later", { minutes: 60 })}
        </Button>
        <Button variant="primary" autoFocus isPending={allWell.isPending} onPress={() => void sayAllWell()}>
          {t("check-in-well")}
        </Button>
      </div>
    </Dialog>
  );
}
