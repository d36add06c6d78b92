import { type ReactNode, useState } from "react";
import { useText } from "../text/text";
import { Button } from "./Button";
import { Note } from "./Note";

/** Says that a colleague changed what one is writing in, without touching the text under the caret. */
export function RemoteBar({
  by,
  current,
  explain,
}: {
  by: string | null;
  current: ReactNode;
  explain: string;
}) {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  return (
    <Note tone="warn">
      <p className="nb-row" role="status">
        <span>{by ? t("remote-changed", { name: by }) : t("remote-changed-someone")}</span>
        <Button variant="quiet" aria-expanded={shown} onPress={() => setShown(!shown)}>
          {shown ? t("remote-hide") : t("remote-look")}
        </Button>
      </p>
      {shown ? (
        <div>
          <p className="nb-meta">{t("remote-current")}</p>
          <div className="nb-remote-text">{current}</div>
        </div>
      ) : null}
      <p className="nb-meta">{explain}</p>
    </Note>
  );
}
