import { useAnswer } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { useNow } from "../../kit/now";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { HandoverRows } from "./HandoverRows";
import "./handover.css";

/** The newest rows that are shown besides those still to be read. */
const mostRead = 2;

/** On Today: what is still to be read, and the way to one's own handover. */
export function HandoverPanel({
  onRead,
  onWrite,
  onAll,
}: {
  onRead: (handoverId: string) => void;
  onWrite: () => void;
  onAll: () => void;
}) {
  const { t } = useText();
  const now = useNow();
  const { data, error } = useAnswer("list_handovers", {});
  const rows = data?.handovers ?? [];
  const unread = rows.filter((row) => row.unread);
  const shown = unread.length > 0 ? unread : rows.slice(0, mostRead);
  return (
    <Panel
      title={t("handover-panel")}
      {...(unread.length > 0 ? { count: unread.length } : {})}
      action={
        rows.length > 0 ? (
          <Button variant="quiet" onPress={onAll}>
            {t("handover-all")}
          </Button>
        ) : null
      }
    >
      <FailureNote error={error} />
      {data && rows.length === 0 ? <p className="nb-muted">{t("handover-panel-empty")}</p> : null}
      <HandoverRows rows={shown} now={now} onRead={onRead} />
      <div className="nb-row">
        <Button keys="Ctrl+Shift+O" onPress={onWrite}>
          {t("handover-write-short")}
        </Button>
      </div>
    </Panel>
  );
}
