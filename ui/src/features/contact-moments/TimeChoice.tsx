import { useState } from "react";
import { Button } from "../../kit/Button";
import { useNow } from "../../kit/now";
import { TimeField } from "../../kit/TimeField";
import { useText } from "../../text/text";

/** When it was: now, until somebody wants another time. */
export function TimeChoice({ at, onChange }: { at: number | null; onChange: (at: number | null) => void }) {
  const { t, when } = useText();
  const now = useNow();
  // Only a change of the time field's own making moves the focus to it.
  const [isTouched, setTouched] = useState(false);
  return (
    <div className="nb-field">
      {at === null ? (
        <>
          <span className="nb-label">{t("capture-time")}</span>
          <span className="nb-capture__now">
            <time>{t("capture-time-now", { time: when.time(now) })}</time>
            <Button
              variant="quiet"
              autoFocus={isTouched}
              onPress={() => {
                setTouched(true);
                onChange(Date.now());
              }}
            >
              {t("capture-time-change")}
            </Button>
          </span>
        </>
      ) : (
        <>
          <TimeField autoFocus={isTouched} label={t("capture-time")} value={at} onChange={onChange} />
          <Button variant="quiet" className="nb-capture__back" onPress={() => onChange(null)}>
            {t("capture-time-back")}
          </Button>
        </>
      )}
    </div>
  );
}
