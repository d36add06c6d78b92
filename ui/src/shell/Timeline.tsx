import { type ReactNode, useEffect } from "react";
import { CaseNoteItem } from "../features/case-notes/CaseNoteItem";
import { ContactMomentItem } from "../features/contact-moments/ContactMomentItem";
import { ItemMenu } from "../features/history/ItemMenu";
import { PersonMergeItem } from "../features/persons/PersonMergeItem";
import type { TimelineItem } from "../ipc/generated/TimelineItem";
import { Button } from "../kit/Button";
import { DayList } from "../kit/DayList";
import { Empty } from "../kit/Empty";
import { useNow } from "../kit/now";
import { useText } from "../text/text";

/** What a timeline is read from. */
interface Stretches {
  data?: { pages: { timeline: TimelineItem[] }[] };
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
}

/** Contact moments and notes together, newest first. An item that a search led to is looked up further back. */
export function Timeline({
  stretches,
  item,
  caseId = null,
  empty,
}: {
  stretches: Stretches;
  item: string | null;
  /** The case whose timeline it is: what lies elsewhere says so. */
  caseId?: string | null;
  empty: ReactNode;
}) {
  const { t } = useText();
  const now = useNow();
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = stretches;
  // An item that was recorded while reading may stand in two stretches: the first one counts.
  const items = [
    ...new Map((data?.pages ?? []).flatMap((page) => page.timeline).map((row) => [row.id, row])).values(),
  ];
  const isFurtherBack = item !== null && hasNextPage && !items.some((row) => row.id === item);
  useEffect(() => {
    // A stretch that cannot be read is not asked for again and again.
    if (isFurtherBack && !isFetchingNextPage && !isFetchNextPageError) fetchNextPage();
  }, [isFurtherBack, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  if (items.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      <DayList items={items} now={now}>
        {(row) =>
          row.type === "contactMoment" ? (
            <ContactMomentItem
              row={row}
              isSought={row.id === item}
              isElsewhere={caseId !== null && row.caseId === null}
              more={<ItemMenu id={row.id} at={row.at} />}
            />
          ) : row.type === "caseNote" ? (
            <CaseNoteItem row={row} isSought={row.id === item} more={<ItemMenu id={row.id} at={row.at} />} />
          ) : (
            <PersonMergeItem row={row} isSought={row.id === item} />
          )
        }
      </DayList>
      {hasNextPage ? (
        <div className="nb-pane__more">
          <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
            {t("timeline-more")}
          </Button>
        </div>
      ) : null}
    </>
  );
}
