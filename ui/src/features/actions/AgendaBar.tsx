import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "../../kit/Button";
import { Choice } from "../../kit/Choice";
import { useText } from "../../text/text";
import { dayOf, momentOf } from "./days";
import { daysOf, type Shown, turned } from "./period";

/** Which days the agenda shows, and whose actions. */
export function AgendaBar({
  shown,
  now,
  onChange,
}: {
  shown: Shown;
  now: number;
  onChange: (shown: Shown) => void;
}) {
  const { t, when } = useText();
  const days = daysOf(shown);
  const [first, last] = [days.at(0) ?? shown.day, days.at(-1) ?? shown.day];
  const named = (day: string) => when.day(momentOf(day, null), now);
  return (
    <div className="nb-agenda__bar">
      <h2 className="nb-section-title" aria-live="polite">
        {first === last ? named(first) : t("agenda-from-until", { from: named(first), until: named(last) })}
      </h2>
      <div className="nb-row">
        <Button
          icon={<ChevronLeft aria-hidden />}
          aria-label={t(shown.view === "day" ? "agenda-day-before" : "agenda-week-before")}
          onPress={() => onChange(turned(shown, -1))}
        />
        <Button keys="T" onPress={() => onChange({ ...shown, day: dayOf(now) })}>
          {t("agenda-today")}
        </Button>
        <Button
          icon={<ChevronRight aria-hidden />}
          aria-label={t(shown.view === "day" ? "agenda-day-after" : "agenda-week-after")}
          onPress={() => onChange(turned(shown, 1))}
        />
      </div>
      <Choice
        label={t("agenda-view")}
        labelHidden
        look="chips"
        value={shown.view}
        onChange={(view) => onChange({ ...shown, view })}
        options={[
          { value: "week", label: t("agenda-week") },
          { value: "day", label: t("agenda-day") },
        ]}
      />
      <Choice
        label={t("agenda-whose")}
        labelHidden
        look="chips"
        value={shown.mine ? "mine" : "all"}
        onChange={(whose) => onChange({ ...shown, mine: whose === "mine" })}
        options={[
          { value: "mine", label: t("agenda-mine") },
          { value: "all", label: t("agenda-all") },
        ]}
      />
    </div>
  );
}
