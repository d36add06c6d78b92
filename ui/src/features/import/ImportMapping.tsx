import { Button } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { Panel } from "../../kit/Panel";
import { Select } from "../../kit/Select";
import { useText } from "../../text/text";
import { type Chosen, columns, problemOf, sheetOf } from "./chosen";

const examples = 3;

/** Says what each column holds, beside the first values in it. */
export function ImportMapping({
  chosen,
  onChange,
  onBack,
  onNext,
}: {
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
  onBack: () => void;
  onNext: () => void;
}) {
  const { t } = useText();
  const { file, mapping } = chosen;
  const sheet = sheetOf(chosen);
  const options = columns.map((value) => ({ value, label: t(`import-column-${value}`) }));
  const problem = problemOf(mapping);
  if (!sheet) return null;
  return (
    <Panel title={t("import-mapping-title")} count={sheet.header.length}>
      <p className="nb-prose nb-muted">{t("import-mapping-intro", { rows: sheet.rows })}</p>
      {file.sheets.length > 1 ? (
        <Select
          label={t("import-sheet")}
          value={String(chosen.sheet)}
          options={file.sheets.map((each, index) => ({
            value: String(index),
            label: each.name ?? t("import-sheet-nameless", { number: index + 1 }),
          }))}
          onChange={(value) => {
            const next = Number(value);
            onChange({ ...chosen, sheet: next, mapping: file.sheets[next]?.guess ?? [] });
          }}
        />
      ) : null}
      <ul className="nb-import__columns">
        {sheet.header.map((heading, index) => {
          const label = heading || t("import-heading-nameless", { number: index + 1 });
          const seen = sheet.sample.map((row) => row[index] ?? "").filter((cell) => cell !== "");
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place, headings can be equal
            <li key={index} className="nb-import__column">
              <Select
                label={label}
                value={mapping[index] ?? "nothing"}
                options={options}
                onChange={(value) =>
                  onChange({ ...chosen, mapping: mapping.map((each, at) => (at === index ? value : each)) })
                }
              />
              <p className="nb-import__seen">
                {seen.length === 0 ? t("import-column-empty") : seen.slice(0, examples).join(" · ")}
              </p>
            </li>
          );
        })}
      </ul>
      {problem === null ? null : <Note tone="warn">{t(`import-mapping-${problem}`)}</Note>}
      <div className="nb-row">
        <Button onPress={onBack}>{t("import-other-file")}</Button>
        <Button variant="primary" isDisabled={problem !== null} onPress={onNext}>
          {t("import-try")}
        </Button>
      </div>
    </Panel>
  );
}
