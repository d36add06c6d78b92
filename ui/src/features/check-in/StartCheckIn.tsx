import { useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { Chips } from "../../kit/Chips";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { TextField } from "../../kit/Field";
import { HourField } from "../../kit/HourField";
import { Note } from "../../kit/Note";
import { useText } from "../../text/text";

const step = 5 * 60_000;
const usual = 60 * 60_000;

/** The next moment at which it is this hour. */
function nextAt(hour: string, now: number): number {
  const [hours = 0, minutes = 0] = hour.split(":").map(Number);
  const date = new Date(now);
  date.setHours(hours, minutes, 0, 0);
  if (date.getTime() <= now) date.setDate(date.getDate() + 1);
  return date.getTime();
}

/** About an hour from now, on a whole five minutes. */
function usualHour(now: number): string {
  const date = new Date(Math.ceil((now + usual) / step) * step);
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

function StartForm({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const { data: team } = useAnswer("read_team", {});
  const start = useCommand("start_check_in");
  const [place, setPlace] = useState("");
  const [hour, setHour] = useState<string | null>(() => usualHour(Date.now()));
  const [colleagues, setColleagues] = useState<string[]>([]);
  const others = (team?.colleagues ?? []).filter((each) => !each.me);
  const isReady = hour !== null && colleagues.length > 0;
  const submit = async () => {
    if (!isReady) return;
    const started = await start.run({ place: place || null, until: nextAt(hour, Date.now()), colleagues });
    if (started !== null) onClose();
  };
  return (
    <form
      className="nb-stack"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="nb-prose">{t("check-in-explain")}</p>
      <TextField
        label={t("check-in-place")}
        optional
        autoFocus
        value={place}
        onChange={setPlace}
        help={t("check-in-place-help")}
      />
      <HourField label={t("check-in-until")} value={hour} onChange={setHour} />
      {others.length === 0 ? (
        <p className="nb-muted">{t("check-in-nobody")}</p>
      ) : (
        <Chips
          label={t("check-in-who")}
          values={colleagues}
          onChange={setColleagues}
          options={others.map((each) => ({ value: each.memberId, label: each.name }))}
        />
      )}
      <Note tone="warn">
        <p>{t("check-in-limits")}</p>
      </Note>
      <FailureNote error={start.error} />
      <div className="nb-dialog__foot">
        <Button onPress={onClose}>{t("action-cancel")}</Button>
        <Button variant="primary" type="submit" isDisabled={!isReady} isPending={start.isPending}>
          {t("check-in-start")}
        </Button>
      </div>
    </form>
  );
}

/** Says where one will be, until when, and who is to know if one does not come back. */
export function StartCheckIn({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog title={t("check-in-title")} isOpen={isOpen} onClose={onClose}>
      <StartForm onClose={onClose} />
    </Dialog>
  );
}
