import { FileSpreadsheet, FileText } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import { toFailure } from "../../ipc/failure";
import { chooseSavePath } from "../../ipc/files";
import type { ExportFormat } from "../../ipc/generated/ExportFormat";
import type { ExportList } from "../../ipc/generated/ExportList";
import type { Failure } from "../../ipc/generated/Failure";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { FailureNote } from "../../kit/FailureNote";
import { MoreMenu } from "../../kit/MoreMenu";
import { Note } from "../../kit/Note";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** Writes the list that is shown to a file, after saying that the file is not encrypted. */
export function ExportMenu({ what }: { what: Pick<ExportList, "list" | "caseId" | "search"> }) {
  const { t } = useText();
  const announce = useAnnounce();
  const write = useCommand("export_list");
  const [format, setFormat] = useState<ExportFormat | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  const open = (next: ExportFormat) => {
    write.reset();
    setFailure(null);
    setFormat(next);
  };
  const save = async () => {
    if (format === null) return;
    setFailure(null);
    try {
      const path = await chooseSavePath({
        title: t("export-choose"),
        suggested: `${t(`export-file-${what.list}`)}.${format}`,
        extensions: [format],
      });
      if (path === null) return;
      if (await write.run({ ...what, format, path })) {
        announce(t("export-done"));
        setFormat(null);
      }
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  return (
    <>
      <MoreMenu
        label={t("export-menu")}
        actions={[
          {
            id: "csv",
            label: t("export-as-csv"),
            icon: <FileText aria-hidden />,
            onAction: () => open("csv"),
          },
          {
            id: "xlsx",
            label: t("export-as-xlsx"),
            icon: <FileSpreadsheet aria-hidden />,
            onAction: () => open("xlsx"),
          },
        ]}
      />
      <Dialog title={t("export-title")} isOpen={format !== null} onClose={() => setFormat(null)}>
        <div className="nb-stack">
          <Note tone="warn">{t("export-warning")}</Note>
          <FailureNote error={write.error ?? failure} />
          <div className="nb-dialog__foot">
            <Button onPress={() => setFormat(null)}>{t("action-cancel")}</Button>
            <Button variant="primary" isPending={write.isPending} onPress={() => void save()}>
              {t("export-choose")}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
