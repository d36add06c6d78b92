import type { ContactMomentRow } from "../../ipc/generated/ContactMomentRow";
import { DomainTag } from "../../kit/DomainTag";
import { useText } from "../../text/text";

/** What happened, with the words fact, experience and interpretation where the coach kept them apart. */
export function MomentText({ row }: { row: ContactMomentRow }) {
  const { t } = useText();
  const isPlain = row.statements.every(({ kind }) => kind === null);
  return (
    <>
      {isPlain ? (
        <p className="nb-item__text">{row.text}</p>
      ) : (
        row.statements.map(({ kind, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text have no other name
          <p key={at} className="nb-item__text nb-statement">
            {kind === null ? null : <span className="nb-statement__kind">{t(`statement-${kind}`)}</span>}
            {text}
          </p>
        ))
      )}
      {row.lifeDomains.length === 0 ? null : (
        <p className="nb-row">
          {row.lifeDomains.map((domain) => (
            <DomainTag key={domain} domain={domain} />
          ))}
        </p>
      )}
    </>
  );
}
