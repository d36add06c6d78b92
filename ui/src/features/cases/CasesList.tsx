import { EqualNot } from "lucide-react";
import { useMemo } from "react";
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from "react-aria-components";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { Share } from "../../ipc/generated/Share";
import { useRowHeight } from "../../kit/row-height";
import { ShareMark } from "../../kit/ShareMark";
import { useText } from "../../text/text";
import "./cases.css";

/** The row that stands for contact moments without a case. */
export const streetKey = "street";

interface Row {
  id: string;
  name: string;
  lastAt: number | null;
  share: Share;
  differences: number;
  isStreet: boolean;
}

/** All cases, the street row on top; arrows, type-ahead and Enter; drawn only where it is seen. */
export function CasesList({
  cases,
  street,
  selected,
  onSelect,
  now,
}: {
  cases: CaseRow[];
  street: { lastAt: number | null; share: Share; differences: number };
  selected: string | null;
  onSelect: (id: string) => void;
  now: number;
}) {
  const { t, when } = useText();
  const rows = useMemo<Row[]>(
    () => [
      { id: streetKey, name: t("cases-street"), ...street, isStreet: true },
      ...cases.map((row) => ({ ...row, isStreet: false })),
    ],
    [cases, street, t],
  );
  const rowHeight = useRowHeight();
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
      <ListBox
        className="nb-cases"
        aria-label={t("cases-list")}
        items={rows}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={selected === null ? [] : [selected]}
        onSelectionChange={(keys) => {
          const [key] = keys === "all" ? [] : [...keys];
          if (key !== undefined) onSelect(String(key));
        }}
      >
        {(row) => (
          <ListBoxItem
            id={row.id}
            textValue={row.name}
            className={row.isStreet ? "nb-case nb-case--street" : "nb-case"}
          >
            <span className="nb-case__name">{row.name}</span>
            {row.differences > 0 ? (
              <span className="nb-badge">
                <EqualNot aria-hidden />
                {t("cases-differences", { count: row.differences })}
              </span>
            ) : null}
            <span className="nb-case__when">
              {row.lastAt === null ? (
                row.isStreet ? null : (
                  t("cases-no-contact")
                )
              ) : (
                <time>{when.short(row.lastAt, now)}</time>
              )}
            </span>
            <span className="nb-case__share">
              {row.share === "waiting" && (row.lastAt !== null || !row.isStreet) ? (
                <ShareMark share="waiting" short />
              ) : null}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
