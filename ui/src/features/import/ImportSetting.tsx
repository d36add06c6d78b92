import { Button } from "../../kit/Button";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";

/** The way to the import screen from the settings. */
export function ImportSetting({ onOpen }: { onOpen: () => void }) {
  const { t } = useText();
  return (
    <Panel title={t("import-title")}>
      <p className="nb-prose nb-muted">{t("import-intro")}</p>
      <div className="nb-row">
        <Button onPress={onOpen}>{t("import-open")}</Button>
      </div>
    </Panel>
  );
}
