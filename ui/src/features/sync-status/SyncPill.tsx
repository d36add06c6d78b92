import { CircleAlert, CirclePause, CloudCheck, CloudOff, CloudUpload, Laptop, RefreshCw } from "lucide-react";
import { Button as AriaButton, Dialog, DialogTrigger, Heading, Popover } from "react-aria-components";
import { useAnswer } from "../../ipc/answers";
import type { SyncStatus } from "../../ipc/generated/SyncStatus";
import { useText } from "../../text/text";
import { SyncCentre } from "./SyncCentre";
import { isStale, syncWords } from "./sync-words";
import "./sync-status.css";

function SyncIcon({ status }: { status: SyncStatus | undefined }) {
  if (!status || status.state === "alone") return <Laptop aria-hidden />;
  if (status.state === "error") return <CircleAlert aria-hidden />;
  if (status.state === "busy") return <RefreshCw aria-hidden />;
  if (status.state === "paused") return <CirclePause aria-hidden />;
  if (status.offline) return <CloudOff aria-hidden />;
  return status.state === "waiting" ? <CloudUpload aria-hidden /> : <CloudCheck aria-hidden />;
}

/** Bottom left, always: how far sharing is, in an icon, words and a number. Opens the sync centre. */
export function SyncPill() {
  const { t } = useText();
  const { data: status } = useAnswer("sync_status", {});
  const words = syncWords(status, t);
  return (
    <DialogTrigger>
      <AriaButton
        className="nb-pill"
        aria-label={t("sync-pill", { state: words })}
        data-testid="sync-pill"
        data-state={status?.state ?? "unknown"}
        data-stale={isStale(status) || undefined}
      >
        <SyncIcon status={status} />
        <span>{words}</span>
      </AriaButton>
      <Popover className="nb-popover nb-sync" placement="top start">
        <Dialog className="nb-dialog">
          <Heading slot="title" level={2} className="nb-dialog__title">
            {t("sync-title")}
          </Heading>
          {status ? <SyncCentre status={status} /> : null}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
