import type { SyncStatus } from "../../ipc/generated/SyncStatus";
import type { Text } from "../../text/text";

/** Whether work has waited so long that a person should look. */
export function isStale(status: SyncStatus | undefined): boolean {
  return status !== undefined && status.state !== "alone" && status.stale;
}

/** The few words on the sync pill. */
export function syncWords(status: SyncStatus | undefined, t: Text["t"]): string {
  if (!status) return t("sync-unknown");
  if (!isStale(status) || status.state === "busy") return stateWords(status, t);
  const stale = t("sync-stale", { days: status.waitingDays });
  return status.state === "waiting" ? stale : `${stateWords(status, t)} · ${stale}`;
}

function stateWords(status: SyncStatus, t: Text["t"]): string {
  switch (status.state) {
    case "alone":
      return t("sync-alone");
    case "busy":
      return status.total > 0
        ? t("sync-busy", { done: status.done, total: status.total })
        : t("sync-busy-start");
    case "paused":
      return status.waiting > 0 ? t("sync-paused-waiting", { count: status.waiting }) : t("sync-paused");
    case "waiting":
      if (status.waiting === 1) return t(status.offline ? "sync-waiting-offline-one" : "sync-waiting-one");
      if (status.waiting === 0) return t(status.offline ? "sync-pending-offline" : "sync-pending");
      return t(status.offline ? "sync-waiting-offline" : "sync-waiting", { count: status.waiting });
    case "error":
      return t("sync-error");
    case "shared":
      return t(status.offline ? "sync-offline" : "sync-shared");
  }
}

/** One calm sentence that says what the state means. */
export function syncSentence(status: SyncStatus, t: Text["t"]): string {
  if (status.state === "alone") return t("sync-explain-alone");
  if (status.state === "error") return t("sync-explain-error");
  if (status.state === "busy") return t("sync-explain-busy");
  if (status.state === "paused") return t("sync-explain-paused");
  if (isStale(status)) return t("sync-explain-stale", { days: status.waitingDays });
  if (status.offline) return t("sync-explain-offline");
  return t(status.state === "waiting" ? "sync-explain-waiting" : "sync-explain-shared");
}
