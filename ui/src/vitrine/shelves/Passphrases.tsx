import { PassphraseField } from "../../kit/Field";
import { NewPassphrase } from "../../kit/NewPassphrase";
import { useText } from "../../text/text";
import { Piece, Shelf } from "../Shelf";

/** Judged by length, as a stand-in: the core judges better and is not here. */
const judge = async (passphrase: string) => {
  const acceptable = passphrase.length > 20;
  return { strength: acceptable ? "strong" : passphrase.length > 10 ? "fair" : "weak", acceptable } as const;
};

const keep = () => {};

/** A passphrase: typed once to open, twice to choose. */
export function Passphrases() {
  const { t } = useText();
  return (
    <Shelf title="PassphraseField, NewPassphrase">
      <Piece state="to open">
        <PassphraseField label={t("unlock-passphrase")} defaultValue="fiets lamp" />
      </Piece>
      <Piece state="wrong">
        <PassphraseField label={t("unlock-passphrase")} error={t("unlock-wrong")} />
      </Piece>
      <Piece state="new; type to see how strong">
        <div className="nb-stack">
          <NewPassphrase judge={judge} onChange={keep} />
        </div>
      </Piece>
    </Shelf>
  );
}
