import { useRef } from "react";
import { Button } from "../../kit/Button";
import { TextArea } from "../../kit/Field";
import { useKept } from "../../kit/kept";
import { useText } from "../../text/text";

/** A sentence of one's own: Enter keeps it, Escape leaves it. What is typed outlives a walk to another screen. */
export function SentenceField({
  label,
  keptAs,
  text,
  onKeep,
  onClose,
}: {
  label: string;
  /** Under which key unsaved typing is kept. */
  keptAs: string;
  /** As it is now; empty for a new one. */
  text: string;
  onKeep: (text: string) => void;
  onClose: () => void;
}) {
  const { t } = useText();
  const [typed, setTyped] = useKept<string>(keptAs);
  const isDone = useRef(false);
  const value = typed ?? text;
  const end = (keep: boolean) => {
    if (isDone.current) return;
    isDone.current = true;
    setTyped(undefined);
    if (keep) onKeep(value);
    onClose();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Escape belong to the field inside
    <div
      className="nb-sentence"
      onKeyDown={(event) => {
        if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey) {
          event.preventDefault();
          end(true);
        } else if (event.key === "Escape") {
          event.stopPropagation();
          end(false);
        }
      }}
    >
      <TextArea label={label} labelHidden size="one" autoFocus value={value} onChange={setTyped} />
      <div className="nb-row">
        <Button keys="Enter" onPress={() => end(true)}>
          {t("handover-keep-sentence")}
        </Button>
        <Button variant="quiet" onPress={() => end(false)}>
          {t("action-cancel")}
        </Button>
      </div>
    </div>
  );
}
