import { useAnswer } from "../../ipc/answers";
import type { Confirmation } from "../../ipc/generated/Confirmation";
import type { SyncFinding } from "../../ipc/generated/SyncFinding";
import type { SyncLine } from "../../ipc/generated/SyncLine";
import { FailureNote } from "../../kit/FailureNote";
import { useNow } from "../../kit/now";
import { useText } from "../../text/text";
import { RetryFailed, Unread, Waiting } from "./SyncWaiting";

function Confirmed({ rows }: { rows: Confirmation[] }) {
  const { t, when } = useText();
  const now = useNow();
  return (
    <details className="nb-details">
      <summary>{t("sync-list-confirmed")}</summary>
      {rows.length === 0 ? <p className="nb-muted">{t("sync-list-confirmed-none")}</p> : null}
      <ul className="nb-sync__list">
        {rows.map((row) => (
          <li key={row.device}>
            <p>{row.name === null ? t("sync-hub") : t("sync-laptop-of", { name: row.name })}</p>
            <p className="nb-meta">
              {row.at === null
                ? t("sync-holds-nothing")
                : [t("sync-holds", { holds: row.holds, of: row.of }), when.short(row.at, now)].join(" · ")}
            </p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Findings({ rows }: { rows: SyncFinding[] }) {
  const { t, when } = useText();
  const now = useNow();
  if (rows.length === 0) return null;
  return (
    <details className="nb-details" open>
      <summary>{t("sync-list-findings", { count: rows.length })}</summary>
      <ul className="nb-sync__list">
        {rows.map((row) => (
          <li key={`${row.kind}-${row.at}-${row.name}-${row.count}`}>
            <p>{t(`sync-finding-${row.kind}`, { count: row.count, name: row.name ?? t("sync-somebody") })}</p>
            <p className="nb-meta">{when.short(row.at, now)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Lines({ rows }: { rows: SyncLine[] }) {
  const { t, when, failure } = useText();
  const now = useNow();
  return (
    <details className="nb-details">
      <summary>{t("sync-list-lines")}</summary>
      {rows.length === 0 ? <p className="nb-muted">{t("sync-list-lines-none")}</p> : null}
      <ul className="nb-sync__list nb-sync__list--lines">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name, and the list is only read.
          <li key={at}>
            <p>
              {row.code === null
                ? t(`sync-line-${row.event}`)
                : failure({ code: row.code, incident: "" }).what}
            </p>
            <p className="nb-meta">{when.short(row.at, now)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

/**
 * What waits by title, what cannot be read, who has confirmed what, what was noticed, and what happened last.
 * `waiting`: how many items wait in all.
 */
export function SyncDetails({ waiting }: { waiting: number }) {
  const { data, error } = useAnswer("read_sync_centre", {});
  if (!data) return <FailureNote error={error} />;
  return (
    <>
      <Findings rows={data.findings} />
      <Waiting data={data} count={waiting} />
      <Unread items={data.unread} count={data.waitingToRead + data.unreadable} />
      <RetryFailed data={data} />
      <Confirmed rows={data.confirmed} />
      <Lines rows={data.lines} />
    </>
  );
}
