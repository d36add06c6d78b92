import { useState } from "react";
import { Pick } from "../../kit/Pick";
import type { Picked } from "../../kit/picking";
import { Select } from "../../kit/Select";
import { Tokens } from "../../kit/Tokens";
import { useText } from "../../text/text";
import { Focused, Piece, Shelf } from "../Shelf";
import { useWords } from "../words";

const places = [
  { id: "station", name: "Stationsplein" },
  { id: "park", name: "Park Transwijk", also: "de kuil" },
  { id: "cafe", name: "Café Zoë", hint: "Amsterdamsestraatweg" },
].concat(Array.from({ length: 400 }, (_, index) => ({ id: `${index}`, name: `Speelveld ${index + 1}` })));

/** Fields in which something is picked from a list. */
export function Picking() {
  const { t } = useText();
  const { say, long } = useWords();
  const [place, setPlace] = useState<Picked>({ id: "park" });
  const [fresh, setFresh] = useState<Picked>({ words: "Achter de Lidl" });
  const [none, setNone] = useState<Picked>(null);
  const [mood, setMood] = useState<"calm" | "tense" | "long" | null>("calm");
  const [names, setNames] = useState(["Amina K.", "Youssef B.", "Noor E."]);
  const moods = [
    { value: "calm", label: say("rustig", "calm") },
    { value: "tense", label: say("gespannen", "tense"), hint: say("let op elkaar", "watch each other") },
    { value: "long", label: long },
  ] as const;
  const who = t("capture-who");
  const where = t("capture-place");
  return (
    <Shelf title="Pick, Select, Tokens">
      <Piece state="one of 403">
        <Pick label={where} options={places} value={place} onChange={setPlace} />
      </Piece>
      <Piece state="words that are new">
        <Pick label={where} optional options={places} value={fresh} onChange={setFresh} />
      </Piece>
      <Piece state="empty">
        <Pick
          label={where}
          options={places}
          value={none}
          onChange={setNone}
          example={t("capture-who-example")}
        />
      </Piece>
      <Piece state="focus, error">
        <Focused on="input">
          <Pick
            label={where}
            options={places}
            value={place}
            onChange={setPlace}
            error={say("Kies er een uit de lijst.", "Choose one from the list.")}
          />
        </Focused>
      </Piece>
      <Piece state="disabled">
        <Pick label={where} options={places} value={place} onChange={setPlace} isDisabled />
      </Piece>
      <Piece state="select">
        <Select label={say("Sfeer", "Mood")} value={mood} options={[...moods]} onChange={setMood} />
      </Piece>
      <Piece state="nothing chosen">
        <Select
          label={say("Sfeer", "Mood")}
          value={null}
          placeholder={say("Kies", "Choose")}
          options={[...moods]}
          onChange={setMood}
        />
      </Piece>
      <Piece state="error, disabled">
        <Select
          label={say("Sfeer", "Mood")}
          value={mood}
          options={[...moods]}
          onChange={setMood}
          isDisabled
          error={say("Kies er een.", "Choose one.")}
        />
      </Piece>
      <Piece state="tokens before a field">
        <div className="nb-field">
          <Tokens
            label={say("Gekozen", "Chosen")}
            tokens={names.map((name) => ({ id: name, label: name }))}
            onRemove={(id) => setNames(names.filter((name) => name !== id))}
          >
            <Pick label={who} options={places} value={none} onChange={setNone} />
          </Tokens>
        </div>
      </Piece>
    </Shelf>
  );
}
