import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { Keys } from "../kit/Keys";
import type { TextKey } from "../text/generated/keys";
import { useText } from "../text/text";
import type { Command } from "./palette/commands";

/** What widgets do with keys themselves, wherever they are. */
const inForms: [string, TextKey][] = [
  ["Ctrl+Enter", "keys-save"],
  ["Alt+1–6", "keys-kind"],
  ["Alt+1–5", "keys-mood"],
  ["Esc", "keys-escape"],
  ["Ctrl+Z", "keys-undo"],
];
const inLists: [string, TextKey][] = [
  ["↑+↓", "keys-list-move"],
  ["Enter", "keys-list-open"],
  ["A–Z", "keys-list-letters"],
];

function Part({ title, rows }: { title: string; rows: [string, string][] }) {
  return (
    <section className="nb-sheet__part">
      <h3 className="nb-section-title">{title}</h3>
      <dl>
        {rows.map(([keys, what]) => (
          <div key={what} className="nb-sheet__row">
            <dt>
              <Keys keys={keys} />
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** All shortcuts on one sheet, those of the screen that is open included. */
export function KeySheet({
  isOpen,
  onClose,
  commands,
}: {
  isOpen: boolean;
  onClose: () => void;
  commands: () => Command[];
}) {
  const { t } = useText();
  const rows = (isOpen ? commands() : []).flatMap(({ label, keys }): [string, string][] =>
    keys?.[0] ? [[keys[0], t(label)]] : [],
  );
  const words = (pairs: [string, TextKey][]) =>
    pairs.map(([keys, what]): [string, string] => [keys, t(what)]);
  return (
    <Dialog title={t("keys-title")} isOpen={isOpen} onClose={onClose} size="lg">
      <div className="nb-sheet">
        <Part title={t("keys-everywhere")} rows={rows} />
        <div className="nb-stack">
          <Part title={t("keys-in-forms")} rows={words(inForms)} />
          <Part title={t("keys-in-lists")} rows={words(inLists)} />
        </div>
      </div>
      <div className="nb-dialog__foot">
        <Button autoFocus onPress={onClose}>
          {t("action-close")}
        </Button>
      </div>
    </Dialog>
  );
}
