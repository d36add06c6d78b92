import { NameList } from "../../kit/NameList";
import { useText } from "../../text/text";
import { Piece, Shelf } from "../Shelf";
import { useWords } from "../words";

const nothing = () => {};
const refuse = () => Promise.resolve(false);

/** The team's own names: places and groups. */
export function Names() {
  const { t } = useText();
  const { long } = useWords();
  const list = (rows: { id: string; name: string }[]) => (
    <NameList
      label={t("places-find-or-add")}
      empty={t("places-empty")}
      rows={rows}
      isBusy={false}
      onAdd={refuse}
      onEdit={nothing}
      onWithdraw={nothing}
    >
      {() => <span className="nb-meta">{t("names-not-yet")}</span>}
    </NameList>
  );
  return (
    <Shelf title="NameList">
      <Piece state="some" wide>
        {list([
          { id: "station", name: "Stationsplein" },
          { id: "long", name: long },
        ])}
      </Piece>
      <Piece state="none yet" wide>
        {list([])}
      </Piece>
    </Shelf>
  );
}
