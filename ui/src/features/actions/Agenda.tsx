import { Plus } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useAnswer } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { useKept } from "../../kit/kept";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { ActionList } from "./ActionList";
import { AgendaBar } from "./AgendaBar";
import { AgendaDays } from "./AgendaDays";
import { dayOf, startOf } from "./days";
import { ExportCalendar } from "./ExportCalendar";
import { boundsOf, daysOf, type Shown, turned } from "./period";
import "./agenda.css";

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && target.closest("[role=dialog], [role=spinbutton], textarea") !== null
  );
}

/** Agreements by day, with those that are over time or without a date beside them. */
export function Agenda({
  now,
  onAdd,
  menu,
}: {
  now: number;
  onAdd: () => void;
  /** What else can be done with the whole list. */
  menu: ReactNode;
}) {
  const { t } = useText();
  const today = dayOf(now);
  const [kept, setShown] = useKept<Shown>("look:agenda");
  const shown = kept ?? { view: "week", day: today, mine: true };
  const days = daysOf(shown);
  const { mine } = shown;
  const inDays = useAnswer("list_actions", { mine, ...boundsOf(days) }, { keep: true });
  const overdue = useAnswer("list_actions", { mine, open: true, until: startOf(today) }, { keep: true });
  const undated = useAnswer("list_actions", { mine, open: true, dated: false }, { keep: true });

  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.altKey || event.shiftKey) return;
    const next =
      event.ctrlKey && event.key === "ArrowLeft"
        ? turned(shown, -1)
        : event.ctrlKey && event.key === "ArrowRight"
          ? turned(shown, 1)
          : !event.ctrlKey && event.key.toLowerCase() === "t"
            ? { ...shown, day: today }
            : null;
    if (next === null) return;
    event.preventDefault();
    setShown(next);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: every key has a button too
    <div className="nb-agenda" onKeyDown={onKeyDown}>
      <AgendaBar shown={shown} now={now} onChange={setShown} />
      <FailureNote error={inDays.error ?? overdue.error ?? undated.error} />
      <div className="nb-agenda__body">
        {inDays.data ? <AgendaDays days={days} rows={inDays.data.actions} now={now} /> : null}
        <aside className="nb-agenda__aside" aria-label={t("agenda-aside")}>
          <div className="nb-row">
            <Button icon={<Plus aria-hidden />} keys="Ctrl+Shift+A" onPress={onAdd}>
              {t("actions-add")}
            </Button>
            {menu}
          </div>
          {overdue.data && overdue.data.total > 0 ? (
            <Panel level={3} title={t("agenda-overdue")} count={overdue.data.total}>
              <ActionList rows={overdue.data} now={now} label={t("agenda-overdue")} empty="" />
            </Panel>
          ) : null}
          {undated.data ? (
            <Panel level={3} title={t("agenda-undated")} count={undated.data.total}>
              <ActionList
                rows={undated.data}
                now={now}
                label={t("agenda-undated")}
                empty={t("agenda-undated-empty")}
              />
            </Panel>
          ) : null}
          <ExportCalendar today={today} />
        </aside>
      </div>
      {inDays.data && inDays.data.total > inDays.data.actions.length ? (
        <p className="nb-meta">
          {t("actions-first", { shown: inDays.data.actions.length, total: inDays.data.total })}
        </p>
      ) : null}
    </div>
  );
}
