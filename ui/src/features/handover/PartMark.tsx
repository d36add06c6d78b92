import { Handshake, TriangleAlert } from "lucide-react";
import type { Part } from "../../ipc/generated/Part";
import { useText } from "../../text/text";

/** What needs attention says so in a word; what happened needs none. */
export function PartMark({ part }: { part: Part }) {
  const { t } = useText();
  if (part !== "worry" && part !== "agreement") return null;
  return (
    <span className={`nb-part nb-part--${part}`}>
      {part === "worry" ? <TriangleAlert aria-hidden /> : <Handshake aria-hidden />}
      {t(`handover-part-${part}`)}
    </span>
  );
}
