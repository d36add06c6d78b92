import type { ImportDone } from "../../ipc/generated/ImportDone";
import { Button } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { EarlierImports } from "./EarlierImports";

/** What was taken in, and the list in which it can be taken back. */
export function ImportResult({ done, onAgain }: { done: ImportDone; onAgain: () => void }) {
  const { t } = useText();
  return (
    <>
      <Panel title={t("import-done-title")}>
        <Note tone="good">
          {t("import-made", {
            cases: done.cases,
            moments: done.contactMoments,
            persons: done.persons,
            actions: done.actions,
          })}{" "}
          {done.leftOut > 0 ? t("import-left-out", { count: done.leftOut }) : null}
        </Note>
        <Button onPress={onAgain}>{t("import-another")}</Button>
      </Panel>
      <EarlierImports />
    </>
  );
}
