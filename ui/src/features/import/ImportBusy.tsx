import { useEffect, useState } from "react";
import { call } from "../../ipc/call";
import type { ImportProgress } from "../../ipc/generated/ImportProgress";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";

const pause = 300;

/** How far an import is. Asks for itself only; everything else may wait for the import. */
export function ImportBusy({ label }: { label: string }) {
  const { t } = useText();
  const [progress, setProgress] = useState<ImportProgress>({ done: 0, total: 0 });
  useEffect(() => {
    const timer = setInterval(() => {
      // How far it is may be missed once; the next answer comes soon.
      call("import_progress", {}).then(setProgress, () => {});
    }, pause);
    return () => clearInterval(timer);
  }, []);
  return (
    <Panel title={label}>
      <progress
        className="nb-import__progress"
        aria-label={label}
        max={Math.max(1, progress.total)}
        value={progress.total === 0 ? undefined : Math.min(progress.done, progress.total)}
      />
      <p className="nb-prose nb-muted">{t("import-busy-intro")}</p>
    </Panel>
  );
}
