import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useAnswer } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { Choice } from "../../kit/Choice";
import { TextField } from "../../kit/Field";
import { NumberField } from "../../kit/NumberField";
import { Pick } from "../../kit/Pick";
import type { Picked, PickOption } from "../../kit/picking";
import { SaveForm } from "../../kit/SaveForm";
import { TimeField } from "../../kit/TimeField";
import { useText } from "../../text/text";
import { moods } from "./moods";
import type { StopValues } from "./stop-form";
import "./stop-form.css";

/** The name that a choice stands for. */
function nameOf(picked: Picked, options: PickOption[]): string {
  if (picked === null) return "";
  if ("words" in picked) return picked.words;
  return options.find(({ id }) => id === picked.id)?.name ?? "";
}

/** The choice that a name stands for: its place in the list, or words of one's own. */
function pickedOf(name: string, options: PickOption[]): Picked {
  const known = options.find((option) => option.name === name);
  return known ? { id: known.id } : name === "" ? null : { words: name };
}

/** A minus typed in a field is a minus; anywhere else it counts down. */
const isWriting = (target: EventTarget) =>
  target instanceof HTMLElement && target.matches("input:not([type=radio]), textarea, [role=spinbutton]");

/** The fields of a stop. Only the place is needed; nobody's name is asked. */
export function StopForm({
  values,
  isBusy,
  onChange,
  onSave,
  failure,
}: {
  values: StopValues;
  isBusy: boolean;
  onChange: (values: StopValues) => void;
  onSave: () => void;
  failure: ReactNode;
}) {
  const { t, when } = useText();
  const [isMissed, setMissed] = useState(false);
  const placeBox = useRef<HTMLDivElement>(null);
  const places = useAnswer("list_places", {}).data?.places ?? [];
  const groups = useAnswer("list_groups", {}).data?.groups ?? [];
  const placeOptions = places.map(({ id, name }) => ({ id, name }));
  const groupOptions = groups.map(({ id, name, placeName }) => ({
    id,
    name,
    ...(placeName === null ? {} : { hint: placeName }),
  }));
  const isMissing = values.place.trim() === "";

  const toPlace = () => {
    const input = placeBox.current?.querySelector("input");
    input?.focus();
    // The likely place is marked: typing replaces it, Tab keeps it.
    input?.select();
  };
  useEffect(toPlace, []);

  const save = () => {
    setMissed(isMissing);
    if (isMissing) toPlace();
    else onSave();
  };
  const count = (step: number) =>
    onChange({ ...values, headCount: Math.max(0, (values.headCount ?? 0) + step) });
  const onKeyDown = (event: KeyboardEvent) => {
    const mood = /^Digit([1-5])$/.exec(event.code)?.[1];
    const isCount = (event.key === "+" || event.key === "-") && !event.ctrlKey && !event.altKey;
    if (mood && event.altKey && !event.ctrlKey)
      onChange({ ...values, mood: moods[Number(mood) - 1] ?? null });
    else if (isCount && !isWriting(event.target)) count(event.key === "+" ? 1 : -1);
    else return;
    event.preventDefault();
  };
  const line = (field: "topic" | "agreement" | "nextStep") => (
    <TextField
      label={t(`stop-${field}`)}
      optional
      value={values[field]}
      onChange={(text) => onChange({ ...values, [field]: text })}
    />
  );
  return (
    <SaveForm className="nb-stop" onSave={save} onKeyDown={onKeyDown}>
      <div className="nb-edit__pair">
        <div ref={placeBox}>
          <Pick
            label={t("stop-place")}
            options={placeOptions}
            value={pickedOf(values.place, placeOptions)}
            onChange={(picked) => onChange({ ...values, place: nameOf(picked, placeOptions) })}
            example={t("stop-place-example")}
            error={isMissed && isMissing ? t("stop-place-missing") : null}
          />
        </div>
        {values.at === null ? (
          <div className="nb-field">
            <span className="nb-label">{t("capture-time")}</span>
            <span className="nb-stop__now">
              <time>{t("capture-time-now", { time: when.time(Date.now()) })}</time>
              <Button variant="quiet" onPress={() => onChange({ ...values, at: Date.now() })}>
                {t("capture-time-change")}
              </Button>
            </span>
          </div>
        ) : (
          <TimeField
            label={t("capture-time")}
            value={values.at}
            onChange={(at) => onChange({ ...values, at })}
          />
        )}
      </div>
      <NumberField
        label={t("stop-headCount")}
        optional
        value={values.headCount}
        onChange={(headCount) => onChange({ ...values, headCount })}
        max={9999}
      />
      <Choice
        label={t("stop-mood")}
        look="chips"
        value={values.mood}
        onChange={(mood) => onChange({ ...values, mood })}
        options={moods.map((mood, index) => ({
          value: mood,
          label: t(`mood-${mood}`),
          icon: (
            <span className="nb-stop__digit" aria-hidden>
              {index + 1}
            </span>
          ),
        }))}
      />
      <Pick
        label={t("stop-group")}
        optional
        options={groupOptions}
        value={pickedOf(values.group, groupOptions)}
        onChange={(picked) => onChange({ ...values, group: nameOf(picked, groupOptions) })}
        help={t("group-no-names")}
      />
      {line("topic")}
      {line("agreement")}
      {line("nextStep")}
      {failure}
      <div className="nb-dialog__foot">
        <span className="nb-meta">{t("stop-keys")}</span>
        <Button variant="primary" type="submit" keys="Ctrl+Enter" isPending={isBusy}>
          {t("action-save")}
        </Button>
      </div>
    </SaveForm>
  );
}
