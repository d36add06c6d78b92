import { Plus } from "lucide-react";
import { useAnswer } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { ActionList } from "./ActionList";

/** What I still have to do, the soonest first. */
export function MyActions({ now, onAdd }: { now: number; onAdd: () => void }) {
  const { t } = useText();
  const mine = useAnswer("list_actions", { mine: true, open: true });
  return (
    <Panel
      title={t("actions-mine")}
      count={mine.data?.total}
      action={
        <Button icon={<Plus aria-hidden />} keys="Ctrl+Shift+A" onPress={onAdd}>
          {t("actions-add")}
        </Button>
      }
    >
      <FailureNote error={mine.error} />
      {mine.data ? (
        <ActionList rows={mine.data} now={now} label={t("actions-mine")} empty={t("actions-mine-empty")} />
      ) : null}
    </Panel>
  );
}
