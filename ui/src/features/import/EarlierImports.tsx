import { Redo2, Undo2 } from "lucide-react";
import { useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { EarlierImport } from "../../ipc/generated/EarlierImport";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { Panel } from "../../kit/Panel";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { ImportBusy } from "./ImportBusy";

/** What was imported before: each can be taken back whole, and put back. */
export function EarlierImports() {
  const { t, when } = useText();
  const announce = useAnnounce();
  const earlier = useAnswer("list_imports", {});
  const undo = useCommand("undo_import");
  const [asking, setAsking] = useState<EarlierImport | null>(null);

  const turn = async (row: EarlierImport) => {
    setAsking(null);
    const withdrawn = !row.withdrawn;
    const done = await undo.run({ importId: row.importId, withdrawn });
    if (done) announce(t(withdrawn ? "import-undone" : "import-redone"));
  };
  if (undo.isPending) return <ImportBusy label={t("import-undo-busy")} />;
  const rows = earlier.data?.imports ?? [];
  return (
    <>
      <FailureNote error={earlier.error ?? undo.error} />
      {rows.length === 0 ? null : (
        <Panel title={t("import-earlier")} count={rows.length}>
          <ul className="nb-import__earlier">
            {rows.map((row) => {
              const at = when.full(row.at);
              return (
                <li key={row.importId} data-testid="earlier-import">
                  <div>
                    <p>
                      <time>{at}</time>{" "}
                      {row.withdrawn ? <span className="nb-badge">{t("import-is-undone")}</span> : null}
                    </p>
                    <p className="nb-meta">
                      {t("import-made", {
                        cases: row.cases,
                        moments: row.contactMoments,
                        persons: row.persons,
                        actions: row.actions,
                      })}
                    </p>
                  </div>
                  <Button
                    icon={row.withdrawn ? <Redo2 aria-hidden /> : <Undo2 aria-hidden />}
                    aria-label={t(row.withdrawn ? "import-redo-of" : "import-undo-of", { at })}
                    onPress={() => (row.withdrawn ? void turn(row) : setAsking(row))}
                  >
                    {t(row.withdrawn ? "import-redo" : "import-undo")}
                  </Button>
                </li>
              );
            })}
          </ul>
        </Panel>
      )}
      <Dialog title={t("import-undo-title")} isOpen={asking !== null} onClose={() => setAsking(null)}>
        <div className="nb-stack">
          <p className="nb-prose">{t("import-undo-intro")}</p>
          {asking && asking.changed > 0 ? <p>{t("import-changed", { count: asking.changed })}</p> : null}
          {asking && asking.added > 0 ? <p>{t("import-added", { count: asking.added })}</p> : null}
          <div className="nb-dialog__foot">
            <Button onPress={() => setAsking(null)}>{t("action-cancel")}</Button>
            <Button variant="primary" onPress={() => asking && void turn(asking)}>
              {t("import-undo")}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
