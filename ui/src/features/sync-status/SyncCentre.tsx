import { useCommand } from "../../ipc/answers";
import type { SyncStatus } from "../../ipc/generated/SyncStatus";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { useText } from "../../text/text";
import { NearbyLaptops } from "./NearbyLaptops";
import { ShareByFile } from "./ShareByFile";
import { SyncDetails } from "./SyncDetails";
import { syncSentence, syncWords } from "./sync-words";
import "./sync-status.css";

/** "Share now", wherever sharing is spoken of. */
export function ShareNow({ isBusy = false, primary = true }: { isBusy?: boolean; primary?: boolean }) {
  const { t } = useText();
  const sync = useCommand("sync_now");
  return (
    <>
      <FailureNote error={sync.error} />
      <Button
        variant={primary ? "primary" : "secondary"}
        isPending={sync.isPending}
        isDisabled={isBusy}
        onPress={() => sync.mutate({})}
      >
        {sync.isPending || isBusy ? t("sync-now-busy") : t("sync-now")}
      </Button>
    </>
  );
}

/** Share now, and pause or go on. */
function Keys({ status }: { status: SyncStatus }) {
  const { t } = useText();
  const pause = useCommand("pause_sync");
  const isPaused = status.state === "paused";
  return (
    <>
      <FailureNote error={pause.error} />
      <div className="nb-sync__keys">
        {isPaused ? null : <ShareNow isBusy={status.state === "busy"} />}
        <Button
          variant={isPaused ? "primary" : "secondary"}
          isPending={pause.isPending}
          onPress={() => pause.mutate({ paused: !isPaused })}
        >
          {t(isPaused ? "sync-resume" : "sync-pause")}
        </Button>
      </div>
    </>
  );
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1000);
}

/** What is shared, what waits, and what the hub has signed for. */
export function SyncCentre({ status }: { status: SyncStatus }) {
  const { t, when } = useText();
  const skew = Math.round(Math.abs(status.clockSkewSeconds ?? 0) / 60);
  return (
    <>
      <div>
        <p className="nb-sync__state">{syncWords(status, t)}</p>
        <p className="nb-sync__sentence">{syncSentence(status, t)}</p>
      </div>
      {status.state === "error" ? <FailureNote error={status.failure} /> : null}
      {skew >= 2 ? <p className="nb-sync__sentence">{t("sync-clock", { minutes: skew })}</p> : null}
      <dl className="nb-facts">
        <dt>{t("sync-waits")}</dt>
        <dd>{t("sync-waits-count", { count: status.waiting })}</dd>
        <dt>{t("sync-last")}</dt>
        <dd>
          {status.lastSharedAt === null ? t("sync-never") : <time>{when.full(status.lastSharedAt)}</time>}
        </dd>
        <dt>{t("sync-receipt")}</dt>
        <dd>
          {status.receipt
            ? t("sync-receipt-covers", { count: status.receipt.covers })
            : t("sync-receipt-none")}
        </dd>
        <dt>{t("sync-hub")}</dt>
        <dd className="nb-facts__address">{status.hub ?? t("sync-hub-none")}</dd>
      </dl>
      {status.state === "busy" && status.bytesSent + status.bytesReceived > 0 ? (
        <p className="nb-meta">
          {t("sync-bytes", { sent: kilobytes(status.bytesSent), received: kilobytes(status.bytesReceived) })}
        </p>
      ) : null}
      <SyncDetails waiting={status.waiting} />
      <NearbyLaptops />
      <ShareByFile />
      {status.state === "alone" ? null : <Keys status={status} />}
    </>
  );
}
