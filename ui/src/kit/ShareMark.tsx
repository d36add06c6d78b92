import { Check, Circle } from "lucide-react";
import type { Share } from "../ipc/generated/Share";
import { useText } from "../text/text";
import "./share-mark.css";

/** Whether the hub has a receipt for this item: an icon and a word, with a full sentence for screen readers. */
export function ShareMark({ share, short = false }: { share: Share; short?: boolean }) {
  const { t } = useText();
  const word = share === "waiting" ? t("share-waiting") : t("share-shared");
  const sentence = share === "waiting" ? t("share-waiting-long") : t("share-shared-long");
  return (
    <span className={`nb-share nb-share--${share}`} title={sentence}>
      {share === "waiting" ? <Circle aria-hidden /> : <Check aria-hidden />}
      {short ? null : <span aria-hidden>{word}</span>}
      <span className="nb-hidden">{sentence}</span>
    </span>
  );
}
