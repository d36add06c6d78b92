import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Keys } from "../kit/Keys";
import type { TextKey } from "../text/keys";
import { useText } from "../text/text";

const sheet: [string, TextKey][] = [
  ["Ctrl+N", "keys-capture"],
  ["Ctrl+K", "keys-search"],
  ["Ctrl+1–4", "keys-screens"],
  ["Ctrl+Enter", "keys-save"],
  ["Alt+1–6", "keys-kind"],
  ["Esc", "keys-escape"],
  ["F6", "keys-region"],
  ["Alt+←", "keys-back"],
  ["Ctrl+J", "keys-theme"],
  ["Ctrl+L", "keys-lock"],
  ["F1", "keys-sheet"],
];

/** All shortcuts on one sheet. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useText();
  return (
    <Dialog title={t("keys-title")} isOpen={isOpen} onClose={onClose}>
      <dl className="nb-sheet">
        {sheet.map(([keys, what]) => (
          <div key={keys} className="nb-sheet__row">
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
      <div className="nb-dialog__foot">
        <Button autoFocus onPress={onClose}>
          {t("action-close")}
        </Button>
      </div>
    </Dialog>
  );
}
