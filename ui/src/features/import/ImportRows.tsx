import type { DryRunRow } from "../../ipc/generated/DryRunRow";
import type { ImportFault } from "../../ipc/generated/ImportFault";
import { useText } from "../../text/text";
import { useFaultWords } from "./fault-words";

/** Rows of the file: what each would do, or what is wrong with it, where, and what stands there. */
export function ImportRows({ rows, header }: { rows: DryRunRow[]; header: string[] }) {
  const { t } = useText();
  if (rows.length === 0) return null;
  return (
    // A region that scrolls must be reachable with the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className="nb-import__scroll" tabIndex={0} aria-label={t("import-rows-title")}>
      <table className="nb-import__rows">
        <thead>
          <tr>
            <th scope="col">{t("import-row")}</th>
            <th scope="col">{t("import-row-what")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number} data-testid="import-row">
              <th scope="row" className="nb-tabular">
                {row.number}
              </th>
              <td>
                {row.faults.length === 0 ? (
                  <Goes row={row} />
                ) : (
                  row.faults.map((fault) => (
                    <Wrong key={`${fault.column}:${fault.reason}`} fault={fault} header={header} />
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Goes({ row }: { row: DryRunRow }) {
  const { t, when } = useText();
  const about = [row.title, row.at === null ? null : when.full(row.at), row.text].filter(Boolean).join(" · ");
  return (
    <>
      <p>{row.effects.map((effect) => t(`import-effect-${effect}`)).join(", ")}</p>
      {about === "" ? null : <p className="nb-meta">{about}</p>}
    </>
  );
}

function Wrong({ fault, header }: { fault: ImportFault; header: string[] }) {
  const { t } = useText();
  const words = useFaultWords(header);
  const { column, shown, reason } = words(fault);
  return (
    <div>
      <p>{reason}</p>
      <p className="nb-meta">
        {column === "" ? null : t("import-fault-column", { column })}
        {shown === "" ? null : ` ${t("import-fault-shown", { shown })}`}
      </p>
    </div>
  );
}
