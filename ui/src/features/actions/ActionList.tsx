import type { ReactNode } from "react";
import type { ActionRows } from "../../ipc/generated/ActionRows";
import { Empty } from "../../kit/Empty";
import { useText } from "../../text/text";
import { ActionItem } from "./ActionItem";
import "./actions.css";

/** Actions below each other, and how many more there are than are shown. */
export function ActionList({
  rows,
  now,
  label,
  empty,
  short = false,
}: {
  rows: ActionRows;
  now: number;
  label: string;
  empty: ReactNode;
  short?: boolean;
}) {
  const { t } = useText();
  const { actions, total } = rows;
  if (actions.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      <ul className="nb-actions" aria-label={label}>
        {actions.map((row) => (
          <ActionItem key={row.id} row={row} now={now} short={short} />
        ))}
      </ul>
      {total > actions.length ? (
        <p className="nb-meta">{t("actions-first", { shown: actions.length, total })}</p>
      ) : null}
    </>
  );
}
