import type { SentBefore } from "../../ipc/generated/SentBefore";
import { Button } from "../../kit/Button";
import { Note } from "../../kit/Note";
import { ShareMark } from "../../kit/ShareMark";
import { useText } from "../../text/text";
import { Readers } from "./Readers";

/** That this shift was handed over already, whether that has left the laptop, and who has read it. */
export function SentNote({ sent, onRead }: { sent: SentBefore; onRead: (handoverId: string) => void }) {
  const { t, when } = useText();
  return (
    <Note tone="good">
      <p>
        {t("handover-sent-at", { at: when.time(sent.at) })} <ShareMark share={sent.share} />
      </p>
      <Readers readers={sent.readers} />
      <p className="nb-muted">{t("handover-sent-replaces")}</p>
      <Button variant="quiet" onPress={() => onRead(sent.id)}>
        {t("handover-show-sent")}
      </Button>
    </Note>
  );
}
