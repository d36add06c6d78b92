import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { Draft } from "../../ipc/generated/Draft";
import { Button } from "../../kit/Button";
import { Choice } from "../../kit/Choice";
import { TextArea, TextField } from "../../kit/Field";
import { Note } from "../../kit/Note";
import { TimeField } from "../../kit/TimeField";
import { useText } from "../../text/text";
import { kinds } from "./kinds";
import { WhoField } from "./WhoField";

/** The fields of quick capture. Only the text is required; everything else has an answer already. */
export function CaptureForm({
  draft,
  cases,
  isRestored,
  isBusy,
  onChange,
  onSave,
  failure,
}: {
  draft: Draft;
  cases: CaseRow[];
  isRestored: boolean;
  isBusy: boolean;
  onChange: (draft: Draft) => void;
  onSave: () => void;
  failure: ReactNode;
}) {
  const { t, when } = useText();
  const [isMissed, setMissed] = useState(false);
  const [isFresh, setFresh] = useState(!isRestored);
  // Only a change of the time field's own making moves the focus to it.
  const [isTimeTouched, setTimeTouched] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const isMissing = draft.text.trim() === "";

  const save = () => {
    setMissed(isMissing);
    if (isMissing) area.current?.focus();
    else onSave();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.key === "Enter") {
      event.preventDefault();
      save();
    }
    const digit = /^Digit([1-6])$/.exec(event.code)?.[1];
    const kind = digit ? kinds[Number(digit) - 1] : undefined;
    if (event.altKey && !event.ctrlKey && kind) {
      event.preventDefault();
      onChange({ ...draft, kind });
    }
  };
  return (
    <form
      className="nb-capture"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {isFresh ? null : (
        <Note>
          <p className="nb-row">
            <span>{t("capture-restored")}</span>
            <Button
              variant="quiet"
              onPress={() => {
                setFresh(true);
                onChange({
                  caseId: null,
                  nickname: null,
                  kind: "conversation",
                  text: "",
                  at: null,
                  place: null,
                });
                area.current?.focus();
              }}
            >
              {t("capture-clear")}
            </Button>
          </p>
        </Note>
      )}
      <WhoField
        cases={cases}
        caseId={draft.caseId}
        nickname={draft.nickname}
        onChange={(who) => onChange({ ...draft, ...who })}
      />
      <Choice
        label={t("capture-kind")}
        look="chips"
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind })}
        options={kinds.map((kind, index) => ({
          value: kind,
          label: t(`kind-${kind}`),
          icon: (
            <span className="nb-capture__digit" aria-hidden>
              {index + 1}
            </span>
          ),
        }))}
      />
      <TextArea
        label={t("capture-text")}
        areaRef={area}
        autoFocus
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
        error={isMissed && isMissing ? t("capture-text-missing") : null}
        data-testid="capture-text"
      />
      <div className="nb-edit__pair">
        <div className="nb-field">
          {draft.at === null ? (
            <>
              <span className="nb-label">{t("capture-time")}</span>
              <span className="nb-capture__now">
                <time>{t("capture-time-now", { time: when.time(Date.now()) })}</time>
                <Button
                  variant="quiet"
                  autoFocus={isTimeTouched}
                  onPress={() => {
                    setTimeTouched(true);
                    onChange({ ...draft, at: Date.now() });
                  }}
                >
                  {t("capture-time-change")}
                </Button>
              </span>
            </>
          ) : (
            <>
              <TimeField
                autoFocus={isTimeTouched}
                label={t("capture-time")}
                value={draft.at}
                onChange={(at) => onChange({ ...draft, at })}
              />
              <Button
                variant="quiet"
                className="nb-capture__back"
                onPress={() => onChange({ ...draft, at: null })}
              >
                {t("capture-time-back")}
              </Button>
            </>
          )}
        </div>
        <TextField
          label={t("capture-place")}
          value={draft.place ?? ""}
          onChange={(place) => onChange({ ...draft, place: place === "" ? null : place })}
        />
      </div>
      {failure}
      <div className="nb-dialog__foot">
        <span className="nb-meta">Alt+1–6: {t("capture-kind").toLowerCase()}</span>
        <Button variant="primary" type="submit" keys="Ctrl+Enter" isPending={isBusy}>
          {isBusy ? t("capture-saving") : t("capture-save")}
        </Button>
      </div>
    </form>
  );
}
