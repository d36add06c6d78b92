import { FileText, Users } from "lucide-react";
import { useState } from "react";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { TextField } from "../../kit/Field";
import { MoreMenu } from "../../kit/MoreMenu";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { Piece, Shelf } from "../Shelf";
import { useWords } from "../words";

/** What lies over the screen: dialogs, menus, and the line that says what was done. */
export function Overlays() {
  const { t } = useText();
  const { say, long } = useWords();
  const announce = useAnnounce();
  const [open, setOpen] = useState<"md" | "lg" | null>(null);
  const actions = [
    { id: "pdf", label: say("Maak PDF", "Make PDF"), icon: <FileText aria-hidden />, keys: "Ctrl+Shift+P" },
    { id: "share", label: t("cases-share"), icon: <Users aria-hidden /> },
    { id: "close", label: say("Sluit de casus af", "Close the case"), isDisabled: true },
    { id: "long", label: long },
  ].map((action) => ({ ...action, onAction: () => announce(action.label) }));
  return (
    <Shelf title="Dialog, MoreMenu, status line">
      <Piece state="dialog">
        <div className="nb-row">
          <Button onPress={() => setOpen("md")}>{say("Klein", "Small")}</Button>
          <Button onPress={() => setOpen("lg")}>{say("Groot", "Large")}</Button>
        </div>
        <Dialog
          title={t("cases-new-title")}
          isOpen={open !== null}
          size={open ?? "md"}
          onClose={() => setOpen(null)}
        >
          <p className="nb-prose">{t("cases-new-intro")}</p>
          <TextField label={t("cases-name")} placeholder={t("cases-name-example")} />
          <div className="nb-dialog__foot">
            <Button onPress={() => setOpen(null)}>{t("action-cancel")}</Button>
            <Button variant="primary" onPress={() => setOpen(null)}>
              {t("action-save")}
            </Button>
          </div>
        </Dialog>
      </Piece>
      <Piece state="menu">
        <div className="nb-row">
          <MoreMenu label={say("Meer over Gezin K.", "More about the K. family")} actions={actions} />
          <MoreMenu label={say("Meer", "More")} variant="secondary" actions={actions}>
            {say("Meer", "More")}
          </MoreMenu>
        </div>
      </Piece>
      <Piece state="status line">
        <div className="nb-row">
          <Button onPress={() => announce(t("status-saved"))}>{say("Zeg iets", "Say something")}</Button>
          <Button
            onPress={() =>
              announce(t("status-saved"), { undo: () => announce(say("Teruggedraaid", "Taken back")) })
            }
          >
            {say("Zeg iets dat terug kan", "Say something that can be undone")}
          </Button>
        </div>
      </Piece>
    </Shelf>
  );
}
