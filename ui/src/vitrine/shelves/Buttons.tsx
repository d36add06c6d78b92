import { Plus } from "lucide-react";
import { Button } from "../../kit/Button";
import { useText } from "../../text/text";
import { Focused, Piece, Shelf } from "../Shelf";
import { useWords } from "../words";

const variants = ["primary", "secondary", "quiet", "danger"] as const;

/** Buttons of every weight in every state. */
export function Buttons() {
  const { t } = useText();
  const { say, long } = useWords();
  return (
    <Shelf title="Button">
      {variants.map((variant) => (
        <Piece key={variant} state={variant}>
          <div className="nb-row">
            <Button variant={variant}>{t("action-save")}</Button>
            <Focused on="button">
              <Button variant={variant}>{say("met focus", "with focus")}</Button>
            </Focused>
            <Button variant={variant} isDisabled>
              {say("kan nu niet", "not now")}
            </Button>
            <Button variant={variant} isPending>
              {t("capture-saving")}
            </Button>
          </div>
        </Piece>
      ))}
      <Piece state="icon and keys">
        <div className="nb-row">
          <Button variant="primary" icon={<Plus aria-hidden />} keys="Ctrl+N">
            {t("header-capture")}
          </Button>
          <Button icon={<Plus aria-hidden />} keys="Ctrl+Shift+A">
            {say("Actie", "Action")}
          </Button>
        </div>
      </Piece>
      <Piece state="long word">
        <Button>{long}</Button>
      </Piece>
    </Shelf>
  );
}
