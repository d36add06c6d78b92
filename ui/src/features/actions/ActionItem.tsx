import { useLayoutEffect, useRef, useState } from "react";
import type { ActionRow } from "../../ipc/generated/ActionRow";
import { CheckBox } from "../../kit/CheckBox";
import { Differences } from "../../kit/differences/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { ShareMark } from "../../kit/ShareMark";
import { useText } from "../../text/text";
import { ActionForm } from "./ActionForm";
import { ActionMenu } from "./ActionMenu";
import { dueWords } from "./due-words";
import { MoveAction } from "./MoveAction";
import { useEnding } from "./use-ending";

/** When a row with the focus goes, the focus goes to the next one, or else to the one before. */
function useHandOn() {
  const row = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const here = row.current;
    return () => {
      if (!here?.contains(document.activeElement)) return;
      const next = here.nextElementSibling ?? here.previousElementSibling;
      next?.querySelector<HTMLElement>("input")?.focus();
    };
  }, []);
  return row;
}

/** One action: the box ticks it off with Space, the menu ends it in other ways. */
export function ActionItem({
  row,
  now,
  short = false,
}: {
  row: ActionRow;
  now: number;
  /** Where day and case are said by the place it stands in. */
  short?: boolean;
}) {
  const text = useText();
  const { t, when } = text;
  const li = useHandOn();
  const { finish, error } = useEnding(row);
  const [open, setOpen] = useState<"edit" | "move" | null>(null);
  const close = () => setOpen(null);
  const isOpen = row.outcome === "open";
  const due = short ? (row.due !== null && row.dueHour ? when.time(row.due) : "") : dueWords(row, now, text);
  const ended = row.endedAt === null ? "" : when.short(row.endedAt, now);
  const meta = [
    isOpen ? due : `${t(`actions-outcome-${row.outcome}`)} ${ended}`.trim(),
    row.mine && row.owner === null ? t("you") : (row.colleague ?? row.owner),
    short ? null : row.caseName,
    row.nickname,
  ].filter(Boolean);
  return (
    <li ref={li} className="nb-action" data-testid="action" data-id={row.id} data-outcome={row.outcome}>
      <CheckBox isSelected={!isOpen} onChange={(ticked) => void finish(ticked ? "done" : "open")}>
        <span className="nb-action__text">{row.text}</span>
      </CheckBox>
      <div className="nb-action__meta">
        {meta.map((part) => (
          <span key={part} className="nb-action__part">
            {part}
          </span>
        ))}
        <span className="nb-action__end">
          <ShareMark share={row.share} short />
          <ActionMenu row={row} onMove={() => setOpen("move")} onEdit={() => setOpen("edit")} />
        </span>
      </div>
      <FailureNote error={error} />
      <Differences differences={row.differences} />
      {open === "edit" ? <ActionForm row={row} isOpen onClose={close} /> : null}
      {open === "move" ? <MoveAction row={row} now={now} onClose={close} /> : null}
    </li>
  );
}
