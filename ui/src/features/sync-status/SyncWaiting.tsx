import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useCommand } from "../../ipc/answers";
import type { SyncCentre } from "../../ipc/generated/SyncCentre";
import type { TurnedDown } from "../../ipc/generated/TurnedDown";
import type { UnreadItem } from "../../ipc/generated/UnreadItem";
import type { WaitingItem } from "../../ipc/generated/WaitingItem";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { useNow } from "../../kit/now";
import { useText } from "../../text/text";

/** Why something failed, and what to do. */
function Why({ children }: { children: ReactNode }) {
  return (
    <div className="nb-sync__why">
      <TriangleAlert aria-hidden />
      <p>{children}</p>
    </div>
  );
}

/** That the hub did not take an item, in a few words. */
function Failed({ reason }: { reason: TurnedDown }) {
  const { t } = useText();
  return <p className="nb-sync__failed">{t(`sync-turned-down-${reason}`)}</p>;
}

/** What waits for the hub, by title; what failed comes first and says why. `count`: how many items wait in all. */
export function Waiting({ data, count }: { data: SyncCentre; count: number }) {
  const { t, when } = useText();
  const now = useNow();
  const meta = (item: WaitingItem) =>
    [item.words === null ? null : t(`thing-${item.kind}`), item.caseName, when.short(item.since, now)]
      .filter(Boolean)
      .join(" · ");
  const { waiting: items, records } = data;
  // The hub turns down a whole case at once: what to do is said once, and each item says that it failed.
  const failed = [...items, records].flatMap((item) => item?.failed ?? []);
  const reasons = [...new Set(failed)];
  const recordsRow = records && (
    <li key="records">
      <p>{t("sync-records")}</p>
      <p className="nb-meta">{when.short(records.since, now)}</p>
      {records.failed ? <Failed reason={records.failed} /> : null}
    </li>
  );
  return (
    <details className="nb-details" open={items.length > 0 || records !== null}>
      <summary>{t("sync-list-waiting", { count: count + (records ? 1 : 0) })}</summary>
      {items.length === 0 && !records ? <p className="nb-muted">{t("sync-list-waiting-none")}</p> : null}
      {reasons.map((reason) => (
        <Why key={reason}>{t(`sync-failed-${reason}`)}</Why>
      ))}
      <ul className="nb-sync__list">
        {records?.failed ? recordsRow : null}
        {items.map((item) => (
          <li key={item.id}>
            <p>{item.words ?? t(`thing-${item.kind}`)}</p>
            <p className="nb-meta">{meta(item)}</p>
            {item.failed ? <Failed reason={item.failed} /> : null}
          </li>
        ))}
        {records?.failed ? null : recordsRow}
      </ul>
      {count > items.length ? (
        <p className="nb-meta">{t("sync-list-waiting-more", { count: count - items.length })}</p>
      ) : null}
    </details>
  );
}

/** What came and cannot be read, or not yet: by title, or else whose it is and in which case. */
export function Unread({ items, count }: { items: UnreadItem[]; count: number }) {
  const { t, when } = useText();
  const now = useNow();
  if (items.length === 0) return null;
  const title = (item: UnreadItem, name: string) =>
    item.words ?? (item.kind === null ? t("sync-unread-of", { name }) : t(`thing-${item.kind}`));
  const meta = (item: UnreadItem) =>
    [
      item.words === null || item.kind === null ? null : t(`thing-${item.kind}`),
      item.caseName,
      t("sync-unread-changes", { count: item.count }),
      when.short(item.since, now),
    ]
      .filter(Boolean)
      .join(" · ");
  const shown = items.reduce((sum, item) => sum + item.count, 0);
  return (
    <details className="nb-details" open>
      <summary>{t("sync-list-unread", { count: items.length })}</summary>
      <ul className="nb-sync__list">
        {items.map((item) => {
          const name = item.name ?? t("sync-somebody");
          return (
            <li key={item.id}>
              <p>{title(item, name)}</p>
              <p className="nb-meta">{meta(item)}</p>
              <Why>{t(`sync-unread-${item.why}`, { name })}</Why>
            </li>
          );
        })}
      </ul>
      {count > shown ? (
        <p className="nb-meta">{t("sync-list-unread-more", { count: count - shown })}</p>
      ) : null}
    </details>
  );
}

/** Tries everything that failed once more. */
export function RetryFailed({ data }: { data: SyncCentre }) {
  const { t } = useText();
  const retry = useCommand("retry_failed");
  const failed = [...data.waiting, data.records].some((item) => item && item.failed !== null);
  if (!failed && data.unread.length === 0) return null;
  return (
    <div className="nb-sync__keys">
      <FailureNote error={retry.error} />
      <Button isPending={retry.isPending} onPress={() => retry.mutate({})}>
        {t(retry.isPending ? "sync-retry-busy" : "sync-retry")}
      </Button>
    </div>
  );
}
