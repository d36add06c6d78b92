import { useText } from "../text/text";
import "./domain-tag.css";
import type { LifeDomain } from "./life-domains";

/** A life domain: two letters in its colour, and its word; the colour alone says nothing. */
export function DomainTag({ domain, short = false }: { domain: LifeDomain; short?: boolean }) {
  const { t } = useText();
  const name = t(`life-domain-${domain}`);
  return (
    <span className={`nb-domain nb-domain--${domain}`} title={short ? name : undefined}>
      <span className="nb-domain__code" aria-hidden>
        {t(`life-domain-${domain}-code`)}
      </span>
      <span className={short ? "nb-hidden" : undefined}>{name}</span>
    </span>
  );
}
