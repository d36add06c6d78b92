import type { ReactNode } from "react";
import { CaseNoteItem } from "../features/case-notes/CaseNoteItem";
import { ContactMomentItem } from "../features/contact-moments/ContactMomentItem";
import type { TimelineItem } from "../ipc/generated/TimelineItem";
import { Button } from "../kit/Button";
import { DayList } from "../kit/DayList";
import { Empty } from "../kit/Empty";
import { useNow } from "../kit/now";
import { useText } from "../text/text";

/** How many items a timeline begins with, and how many each further look adds. */
export const timelineStep = 50;

/** Contact moments and notes together, newest first. */
export function Timeline({
  items,
  more,
  onMore,
  item,
  empty,
}: {
  items: TimelineItem[];
  more: boolean;
  onMore: () => void;
  item: string | null;
  empty: ReactNode;
}) {
  const { t } = useText();
  const now = useNow();
  if (items.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      <DayList items={items} now={now}>
        {(row) =>
          row.type === "contactMoment" ? (
            <ContactMomentItem row={row} isSought={row.id === item} />
          ) : (
            <CaseNoteItem row={row} isSought={row.id === item} />
          )
        }
      </DayList>
      {more ? (
        <div className="nb-pane__more">
          <Button onPress={onMore}>{t("timeline-more")}</Button>
        </div>
      ) : null}
    </>
  );
}

/** True while the item that a search led to lies further back than what was read. */
export function isFurtherBack(item: string | null, items: TimelineItem[] | undefined, more: boolean): boolean {
  return item !== null && items !== undefined && more && !items.some((row) => row.id === item);
}
