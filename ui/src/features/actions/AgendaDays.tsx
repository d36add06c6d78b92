import type { ActionRow } from "../../ipc/generated/ActionRow";
import { useText } from "../../text/text";
import { ActionItem } from "./ActionItem";
import { walkDays } from "./agenda-keys";
import { dayOf, momentOf } from "./days";

/** The actions of one day. */
function AgendaDay({ day, rows, now }: { day: string; rows: ActionRow[]; now: number }) {
  const { t, when } = useText();
  const isToday = day === dayOf(now);
  const named = when.day(momentOf(day, null), now);
  return (
    <section
      className="nb-agenda__day"
      aria-label={isToday ? `${named}, ${t("actions-today")}` : named}
      aria-current={isToday ? "date" : undefined}
      data-day={day}
    >
      <h3 className="nb-agenda__date" tabIndex={-1} data-day-heading>
        {named}
        {isToday ? <span className="nb-agenda__today">{t("actions-today")}</span> : null}
      </h3>
      {rows.length === 0 ? (
        <p className="nb-meta">{t("agenda-day-empty")}</p>
      ) : (
        <ul className="nb-actions">
          {rows.map((row) => (
            <ActionItem key={row.id} row={row} now={now} short />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Days beside each other, or below each other where there is little room. */
export function AgendaDays({ days, rows, now }: { days: string[]; rows: ActionRow[]; now: number }) {
  const { t } = useText();
  const byTime = rows.toSorted((a, b) => (a.due ?? 0) - (b.due ?? 0));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a help on top of what is in it
    <div className="nb-agenda__days" data-days={days.length} onKeyDown={walkDays}>
      <p className="nb-hidden">{t("agenda-keys")}</p>
      {days.map((day) => (
        <AgendaDay
          key={day}
          day={day}
          now={now}
          rows={byTime.filter((row) => row.due !== null && dayOf(row.due) === day)}
        />
      ))}
    </div>
  );
}
