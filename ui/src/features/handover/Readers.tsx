import type { HandoverReader } from "../../ipc/generated/HandoverReader";
import { useText } from "../../text/text";

/** Who has read a handover, and when: "Gelezen door Bram 01:14". */
export function Readers({ readers }: { readers: HandoverReader[] }) {
  const { t, when } = useText();
  if (readers.length === 0) return <p className="nb-muted">{t("handover-read-by-none")}</p>;
  return (
    <p>
      {t("handover-seen-by", {
        names: readers.map(({ name, at }) => `${name} ${when.time(at)}`).join(", "),
      })}
    </p>
  );
}
