import type { ImportFault } from "../../ipc/generated/ImportFault";
import { useText } from "../../text/text";

interface FaultWords {
  /** The heading of the column; empty when it is about the whole row. */
  column: string;
  /** What stands there; empty when nothing does. */
  shown: string;
  reason: string;
}

/** Says in words what is wrong with a row. `header`: the headings of the file. */
export function useFaultWords(header: string[]): (fault: ImportFault) => FaultWords {
  const { t } = useText();
  return ({ column, shown, reason, otherRow }) => ({
    column: column === null ? "" : header[column] || t("import-heading-nameless", { number: column + 1 }),
    shown,
    reason: t(`import-reason-${reason}`, { row: otherRow ?? 0 }),
  });
}
