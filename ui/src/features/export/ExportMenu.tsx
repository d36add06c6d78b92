import { FileSpreadsheet } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import { toFailure } from "../../ipc/failure";
import { chooseSavePath } from "../../ipc/files";
import type { ExportFormat } from "../../ipc/generated/ExportFormat";
import type { ExportList } from "../../ipc/generated/ExportList";
import type { Failure } from "../../ipc/generated/Failure";
import { Button } from "../../kit/Button";
import { Choice } from "../../kit/Choice";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { MoreMenu } from "../../kit/MoreMenu";
import { Note } from "../../kit/Note";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** A list, and which part of it. */
type Exportable = Pick<ExportList, "list" | "caseId" | "search">;

/** Writes a list to a file, after saying that the file is not encrypted. */
export function ExportMenu({ lists }: { lists: Exportable[] }) {
  const { t } = useText();
  const announce = useAnnounce();
  const write = useCommand("export_list");
  const [chosen, setChosen] = useState<Exportable | null>(null);
  const [format, setFormat] = useState<ExportFormat>("xlsx");
  const [failure, setFailure] = useState<Failure | null>(null);

  const open = (what: Exportable) => {
    write.reset();
    setFailure(null);
    setChosen(what);
  };
  const save = async () => {
    if (chosen === null) return;
    setFailure(null);
    try {
      const path = await chooseSavePath({
        title: t("export-choose"),
        suggested: `${t(`export-file-${chosen.list}`)}.${format}`,
        extensions: [format],
      });
      if (path === null) return;
      if (await write.run({ ...chosen, format, path })) {
        announce(t("export-done"));
        setChosen(null);
      }
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  return (
    <>
      <MoreMenu
        label={t("export-menu")}
        actions={lists.map((what) => ({
          id: what.list,
          label: t(`export-of-${what.list}`),
          icon: <FileSpreadsheet aria-hidden />,
          onAction: () => open(what),
        }))}
      />
      <Dialog
        title={chosen === null ? "" : t(`export-of-${chosen.list}`)}
        isOpen={chosen !== null}
        onClose={() => setChosen(null)}
      >
        <div className="nb-stack">
          <Note tone="warn">{t("export-warning")}</Note>
          <Choice
            label={t("export-format")}
            look="chips"
            value={format}
            onChange={setFormat}
            options={[
              { value: "xlsx", label: t("export-format-xlsx") },
              { value: "csv", label: t("export-format-csv") },
            ]}
          />
          <FailureNote error={write.error ?? failure} />
          <div className="nb-dialog__foot">
            <Button onPress={() => setChosen(null)}>{t("action-cancel")}</Button>
            <Button variant="primary" isPending={write.isPending} onPress={() => void save()}>
              {t("export-choose")}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
