import { useAnswer } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { Empty } from "../../kit/Empty";
import { FailureNote } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { useNow } from "../../kit/now";
import { useText } from "../../text/text";
import { HandoverRows } from "./HandoverRows";
import "../../kit/page.css";
import "./handover.css";

/** All handovers: those to read, those read, those sent. */
export function HandoverInbox({
  onRead,
  onWrite,
  onCaseload,
}: {
  onRead: (handoverId: string) => void;
  onWrite: () => void;
  onCaseload: () => void;
}) {
  const { t } = useText();
  const now = useNow();
  const { data, error } = useAnswer("list_handovers", {});
  return (
    <div className="nb-page nb-handover">
      <header className="nb-handover__head">
        <Heading level={2} className="nb-page__title">
          {t("handover-inbox")}
        </Heading>
        <div className="nb-row">
          <Button onPress={onCaseload}>{t("handover-caseload")}</Button>
          <Button variant="primary" keys="Ctrl+Shift+O" onPress={onWrite}>
            {t("handover-write-short")}
          </Button>
        </div>
      </header>
      <FailureNote error={error} />
      {data && data.handovers.length === 0 ? (
        <Empty title={t("handover-inbox-empty-title")}>{t("handover-inbox-empty")}</Empty>
      ) : null}
      {data ? <HandoverRows rows={data.handovers} now={now} onRead={onRead} /> : null}
    </div>
  );
}
