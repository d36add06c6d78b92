import type { EndedShift } from "../../ipc/generated/EndedShift";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { useText } from "../../text/text";

/** What is still open when a shift ends: to know, not a duty. */
export function ShiftEnded({ left, onClose }: { left: EndedShift | null; onClose: () => void }) {
  const { t } = useText();
  const open =
    left === null
      ? []
      : [
          left.handedOver ? null : t("shift-left-handover"),
          left.openActions === 0 ? null : t("shift-left-actions", { count: left.openActions }),
          left.toLink === 0 ? null : t("shift-left-persons", { count: left.toLink }),
          left.notShared === 0 ? null : t("shift-left-unshared", { count: left.notShared }),
        ].filter((line) => line !== null);
  return (
    <Dialog title={t("shift-ended-title")} isOpen={left !== null} onClose={onClose}>
      {open.length === 0 ? (
        <p className="nb-prose">{t("shift-left-nothing")}</p>
      ) : (
        <>
          <p className="nb-prose">{t("shift-left-open")}</p>
          <ul className="nb-shift__left">
            {open.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <div className="nb-dialog__foot">
        <Button variant="primary" autoFocus onPress={onClose}>
          {t("action-close")}
        </Button>
      </div>
    </Dialog>
  );
}
