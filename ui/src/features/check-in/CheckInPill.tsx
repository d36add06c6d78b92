import { Footprints } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import { useText } from "../../text/text";
import { CheckInDialog } from "./CheckInDialog";
import { StartCheckIn } from "./StartCheckIn";
import { useCheckIn } from "./use-check-in";
import "./check-in.css";

const urgent = new Set(["asks", "rings", "missed"]);

/** Bottom left, where it is offered: starts the timer, or says how it stands. What is urgent opens by itself. */
export function CheckInPill() {
  const { t, when } = useText();
  const timer = useCheckIn();
  const [isOpen, setOpen] = useState(false);
  const [answered, setAnswered] = useState<string | null>(null);
  if (!timer || (!timer.offered && timer.state === "none")) return null;
  const { state } = timer;
  const now = `${state} ${timer.until}`;
  const asksByItself = urgent.has(state) && answered !== now;
  const close = () => {
    setOpen(false);
    setAnswered(now);
  };
  const words =
    state === "none"
      ? t("check-in-title")
      : state === "running"
        ? t("check-in-pill-running", { time: when.time(timer.until ?? 0) })
        : t(`check-in-title-${state}`);
  return (
    <>
      <AriaButton
        className="nb-pill nb-check-in"
        data-testid="check-in"
        data-state={state}
        onPress={() => setOpen(true)}
      >
        <Footprints aria-hidden />
        <span>{words}</span>
      </AriaButton>
      {state === "none" ? (
        <StartCheckIn isOpen={isOpen} onClose={() => setOpen(false)} />
      ) : (
        <CheckInDialog timer={timer} isOpen={isOpen || asksByItself} onClose={close} />
      )}
    </>
  );
}
