import type { ImportedShareFile } from "../../ipc/generated/ImportedShareFile";
import type { ShareNews } from "../../ipc/generated/ShareNews";
import { Note } from "../../kit/Note";
import { useNow } from "../../kit/now";
import { useText } from "../../text/text";

/** What was new in a file, by case, in words; and what a person has to know or do. */
export function ShareFileNews({ came }: { came: ImportedShareFile }) {
  const { t, when } = useText();
  const now = useNow();
  const counted = (row: ShareNews) =>
    [
      row.contactMoments > 0 ? t("share-file-moments", { count: row.contactMoments }) : null,
      row.notes > 0 ? t("share-file-notes", { count: row.notes }) : null,
      row.others > 0 ? t("share-file-others", { count: row.others }) : null,
      row.changed > 0 ? t("share-file-changed", { count: row.changed }) : null,
    ]
      .filter(Boolean)
      .join(", ");
  const nothing = came.news.length === 0 && came.team === 0 && came.waiting === 0;
  const asks = [
    came.waiting > 0 ? t("share-file-waiting", { count: came.waiting }) : null,
    came.unreadable > 0 ? t("share-file-unreadable", { count: came.unreadable }) : null,
    came.leftOut > 0 ? t("share-file-left-out", { count: came.leftOut }) : null,
    came.incomplete ? t("share-file-incomplete") : null,
  ].filter((line) => line !== null);
  return (
    <div className="nb-stack">
      <p className="nb-meta">
        {t("share-file-from", {
          name: came.from ?? t("sync-somebody"),
          when: when.short(came.madeAt, now),
        })}
      </p>
      {nothing ? <Note tone="good">{t("share-file-nothing")}</Note> : null}
      <ul className="nb-sync__list">
        {came.news.map((row) => (
          <li key={row.caseId ?? "street"}>
            <p>{row.caseName ?? t(row.caseId === null ? "share-file-street" : "share-file-case")}</p>
            <p className="nb-meta">{counted(row)}</p>
          </li>
        ))}
      </ul>
      {came.team > 0 ? <p className="nb-meta">{t("share-file-team")}</p> : null}
      {came.known > 0 && !nothing ? (
        <p className="nb-meta">{t("share-file-known", { count: came.known })}</p>
      ) : null}
      {asks.map((line) => (
        <Note key={line} tone="warn">
          {line}
        </Note>
      ))}
    </div>
  );
}
