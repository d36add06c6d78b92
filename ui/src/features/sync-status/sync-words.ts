import type { SyncStatus } from "../../ipc/generated/SyncStatus";
import type { Text } from "../../text/text";

/** The few words on the sync pill. */
export function syncWords(status: SyncStatus | undefined, t: Text["t"]): string {
  if (!status) return t("sync-unknown");
  switch (status.state) {
    case "alone":
      return t("sync-alone");
    case "busy":
      return status.total > 0
        ? t("sync-busy", { done: status.done, total: status.total })
        : t("sync-busy-start");
    case "waiting":
      if (status.waiting === 1) return t(status.offline ? "sync-waiting-offline-one" : "sync-waiting-one");
      if (status.waiting === 0 && status.offline) return t("sync-offline");
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
  if (status.offline) return t("sync-explain-offline");
  return t(status.state === "waiting" ? "sync-explain-waiting" : "sync-explain-shared");
}
