import { Plus } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { useNow } from "../../kit/now";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { ActionList } from "./ActionList";

/** What was agreed in one case: what is to do, and on request what has ended. */
export function CaseActions({ caseId, onAdd }: { caseId: string; onAdd: () => void }) {
  const { t } = useText();
  const now = useNow();
  const [isAll, setAll] = useState(false);
  const open = useAnswer("list_actions", { caseId, open: true });
  const ended = useAnswer("list_actions", { caseId, open: false });
  const count = ended.data?.total ?? 0;
  return (
    <Panel
      level={3}
      title={t("actions-case")}
      count={open.data?.total}
      action={
        <Button icon={<Plus aria-hidden />} keys="Ctrl+Shift+A" onPress={onAdd}>
          {t("actions-add")}
        </Button>
      }
    >
      <FailureNote error={open.error ?? ended.error} />
      {open.data ? (
        <ActionList rows={open.data} now={now} label={t("actions-case")} empty={t("actions-case-empty")} />
      ) : null}
      {count > 0 ? (
        <Button
          variant="quiet"
          className="nb-actions__ended"
          aria-expanded={isAll}
          onPress={() => setAll(!isAll)}
        >
          {isAll ? t("actions-ended-hide") : t("actions-ended-show", { count })}
        </Button>
      ) : null}
      {isAll && ended.data ? (
        <ActionList rows={ended.data} now={now} label={t("actions-ended")} empty="" />
      ) : null}
    </Panel>
  );
}
