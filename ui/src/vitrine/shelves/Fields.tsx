import { useState } from "react";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { TextArea, TextField } from "../../kit/Field";
import { HourField } from "../../kit/HourField";
import { NumberField } from "../../kit/NumberField";
import { SaveForm } from "../../kit/SaveForm";
import { TimeField } from "../../kit/TimeField";
import { useText } from "../../text/text";
import { Focused, Piece, Shelf } from "../Shelf";
import { useWords } from "../words";

const evening = new Date(2026, 10, 21, 23, 41).getTime();

/** Fields to type in: empty, filled, with help, with an error, in which nothing may be typed. */
export function Fields() {
  const { t } = useText();
  const { say, long } = useWords();
  const [text, setText] = useState("Stationsplein");
  const [story, setStory] = useState(
    say("Slaapt bij oma, wil morgen bellen over school.", "Sleeps at his grandmother’s, will call tomorrow."),
  );
  const [date, setDate] = useState<string | null>("2026-11-25");
  const [noDate, setNoDate] = useState<string | null>(null);
  const [heads, setHeads] = useState<number | null>(6);
  const [noHeads, setNoHeads] = useState<number | null>(null);
  const [hour, setHour] = useState<string | null>("14:30");
  const [at, setAt] = useState(evening);
  const place = t("capture-place");
  const wrong = say("Dit past hier niet. Er is niets veranderd.", "This does not fit. Nothing was changed.");
  return (
    <>
      <Shelf title="TextField, TextArea">
        <Piece state="empty, may stay so">
          <TextField label={place} optional placeholder={say("Bijvoorbeeld een plein", "A square, say")} />
        </Piece>
        <Piece state="filled, with help">
          <TextField label={place} value={text} onChange={setText} help={say("Waar was je?", "Where?")} />
        </Piece>
        <Piece state="focus">
          <Focused on="input">
            <TextField label={place} defaultValue="Griftpark" />
          </Focused>
        </Piece>
        <Piece state="error">
          <TextField label={place} defaultValue="Griftpark" error={wrong} />
        </Piece>
        <Piece state="disabled">
          <TextField label={place} defaultValue="Griftpark" isDisabled />
        </Piece>
        <Piece state="long word">
          <TextField label={long} defaultValue={long} help={long} />
        </Piece>
        <Piece state="text that grows">
          <TextArea label={t("capture-text")} value={story} onChange={setStory} />
        </Piece>
        <Piece state="text with an error">
          <TextArea label={t("capture-text")} value="" error={t("capture-text-missing")} />
        </Piece>
        <Piece state="bare, as the summary">
          <TextArea label={t("summary-title")} bare size="one" defaultValue={story} value={story} />
        </Piece>
      </Shelf>
      <Shelf title="DateField, HourField, TimeField, NumberField">
        <Piece state="date">
          <DateField label={say("Voor wanneer", "By when")} optional value={date} onChange={setDate} />
        </Piece>
        <Piece state="no date">
          <DateField label={say("Voor wanneer", "By when")} optional value={noDate} onChange={setNoDate} />
        </Piece>
        <Piece state="focus">
          <Focused on=".nb-time">
            <DateField label={say("Voor wanneer", "By when")} value={date} onChange={setDate} />
          </Focused>
        </Piece>
        <Piece state="error">
          <DateField label={say("Voor wanneer", "By when")} value={date} onChange={setDate} error={wrong} />
        </Piece>
        <Piece state="disabled">
          <DateField label={say("Voor wanneer", "By when")} value={date} onChange={setDate} isDisabled />
        </Piece>
        <Piece state="time">
          <TimeField label={t("capture-time")} value={at} onChange={setAt} />
        </Piece>
        <Piece state="hour">
          <HourField label={say("Hoe laat", "At what time")} optional value={hour} onChange={setHour} />
        </Piece>
        <Piece state="number">
          <NumberField
            label={say("Hoeveel jongeren", "How many")}
            value={heads}
            onChange={setHeads}
            max={99}
          />
        </Piece>
        <Piece state="nobody counted">
          <NumberField
            label={say("Hoeveel jongeren", "How many")}
            optional
            value={noHeads}
            onChange={setNoHeads}
            help={say("Een schatting is genoeg.", "A guess will do.")}
          />
        </Piece>
        <Piece state="error">
          <NumberField label={say("Hoeveel", "How many")} value={heads} onChange={setHeads} error={wrong} />
        </Piece>
        <Piece state="disabled">
          <NumberField label={say("Hoeveel", "How many")} value={6} onChange={setHeads} isDisabled />
        </Piece>
      </Shelf>
      <Shelf title="SaveForm">
        <Piece state="Ctrl+Enter">
          <SaveForm className="nb-stack" label={t("note-edit")} onSave={() => setText("Stationsplein")}>
            <TextField label={t("capture-place")} value={text} onChange={setText} />
            <Button variant="primary" type="submit" keys="Ctrl+Enter">
              {t("action-save")}
            </Button>
          </SaveForm>
        </Piece>
      </Shelf>
    </>
  );
}
