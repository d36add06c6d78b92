import { Download } from "lucide-react";
import { useState } from "react";
import { call } from "../../ipc/call";
import { toFailure } from "../../ipc/failure";
import { chooseSavePath } from "../../ipc/files";
import type { Failure } from "../../ipc/generated/Failure";
import type { ImportColumn } from "../../ipc/generated/ImportColumn";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { useFaultWords } from "./fault-words";

const stretch = 200;

/** Writes the wrong rows to a file, to mend them in the spreadsheet. */
export function SaveFaults({
  asked,
  header,
}: {
  asked: { path: string; sheet: number; mapping: ImportColumn[] };
  header: string[];
}) {
  const { t } = useText();
  const announce = useAnnounce();
  const words = useFaultWords(header);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);

  const lines = async () => {
    const all: string[][] = [];
    for (let skip = 0; ; skip += stretch) {
      const { rows, more } = await call("dry_run_import", {
        ...asked,
        onlyWrong: true,
        skip,
        limit: stretch,
      });
      for (const { number, faults } of rows) {
        for (const fault of faults) {
          const { column, shown, reason } = words(fault);
          all.push([String(number), column, shown, reason]);
        }
      }
      if (!more) return all;
    }
  };
  const save = async () => {
    setFailure(null);
    try {
      const path = await chooseSavePath({
        title: t("import-save-faults"),
        suggested: `${t("import-faults-file")}.csv`,
        extensions: ["csv"],
      });
      if (path === null) return;
      setBusy(true);
      const headings = (["row", "column", "shown", "reason"] as const).map((each) =>
        t(`import-faults-${each}`),
      );
      await call("export_table", { path, header: headings, rows: await lines() });
      announce(t("export-done"));
    } catch (thrown) {
      setFailure(toFailure(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button icon={<Download aria-hidden />} isPending={isBusy} onPress={() => void save()}>
        {t("import-save-faults")}
      </Button>
      <FailureNote error={failure} />
    </>
  );
}
