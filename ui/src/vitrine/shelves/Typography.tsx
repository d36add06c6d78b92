import { Heading } from "../../kit/Heading";
import { Keys } from "../../kit/Keys";
import { Piece, Shelf } from "../Shelf";
import { useWords } from "../words";

/** The sizes of letters, reading text, keys. */
export function Typography() {
  const { say, long } = useWords();
  return (
    <Shelf title="Type">
      <Piece state="page title, title, section title">
        <p className="nb-page__title">{say("Gezin K.", "The K. family")}</p>
        <Heading level={2} takesFocus={false}>
          {say("Tijdlijn", "Timeline")}
        </Heading>
        <p className="nb-section-title">{say("Waar staan we", "Where we stand")}</p>
      </Piece>
      <Piece state="reading text, meta">
        <p className="nb-prose">
          {say(
            "Daan slaapt vannacht bij oma. Morgen om tien uur bellen over school; moeder weet ervan.",
            "Daan sleeps at his grandmother’s tonight. Call about school at ten tomorrow; his mother knows.",
          )}
        </p>
        <p className="nb-meta">
          <time>za 21 nov 23:41</time>
        </p>
      </Piece>
      <Piece state="keys">
        <Keys keys="Ctrl+Shift+O" />
      </Piece>
      <Piece state="long word">
        <p className="nb-prose">{long}</p>
      </Piece>
    </Shelf>
  );
}
