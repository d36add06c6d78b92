import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { Colleague } from "../../ipc/generated/Colleague";
import type { Draft } from "../../ipc/generated/Draft";
import { Button } from "../../kit/Button";
import { CheckBox } from "../../kit/CheckBox";
import { Choice } from "../../kit/Choice";
import { Note } from "../../kit/Note";
import { SaveForm } from "../../kit/SaveForm";
import { useText } from "../../text/text";
import { ActionsField } from "./ActionsField";
import { GroupField } from "./GroupField";
import { kinds } from "./kinds";
import { LifeDomainsField } from "./LifeDomainsField";
import { PlaceField } from "./PlaceField";
import { TextWithStatements } from "./TextWithStatements";
import { TimeChoice } from "./TimeChoice";
import { WhoField } from "./WhoField";
import { pastedMessages } from "./whatsapp";
import { emptyDraft, nicknames, whomName, withWhom } from "./whom";

/** The fields of quick capture. Only the text is required; everything else has an answer already. */
export function CaptureForm({
  draft,
  cases,
  colleagues,
  isRestored,
  startsAtWho,
  isBusy,
  onChange,
  onSave,
  failure,
}: {
  draft: Draft;
  cases: CaseRow[];
  colleagues: Colleague[];
  isRestored: boolean;
  /** Whether the first question is with whom; the next is what happened. */
  startsAtWho: boolean;
  isBusy: boolean;
  onChange: (draft: Draft) => void;
  /** With what stands in the who-field and was not taken yet. */
  onSave: (draft: Draft) => void;
  failure: ReactNode;
}) {
  const { t } = useText();
  const [isMissed, setMissed] = useState(false);
  const [isFresh, setFresh] = useState(!isRestored);
  const [typed, setTyped] = useState("");
  const area = useRef<HTMLTextAreaElement>(null);
  const isMissing = draft.text.trim() === "";
  const pasted = pastedMessages(draft.text);
  const latest = useRef({ draft, onChange });
  latest.current = { draft, onChange };
  const change = useCallback((more: Partial<Draft>) => {
    const { draft, onChange } = latest.current;
    latest.current.draft = { ...draft, ...more };
    onChange(latest.current.draft);
  }, []);

  const save = () => {
    setMissed(isMissing);
    if (isMissing) area.current?.focus();
    else onSave({ ...draft, people: withWhom(draft.people, ...nicknames(typed)) });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = /^Digit([0-6])$/.exec(event.code)?.[1];
    if (!digit || !event.altKey || event.ctrlKey) return;
    event.preventDefault();
    const kind = kinds[Number(digit) - 1];
    if (kind) change({ kind });
    else change({ outcome: draft.outcome === "reached" ? "notReached" : "reached" });
  };
  const { people, kind, outcome, at, place, groupId, lifeDomains, actions } = draft;
  const [first] = people;
  // Typing changes the text and nothing else: what stands around it is not made anew with each letter.
  const withWhomAndHow = useMemo(
    () => (
      <>
        <WhoField
          cases={cases}
          people={people}
          typed={typed}
          autoFocus={startsAtWho}
          onTaken={() => {
            // After the list has closed, which takes the focus once more.
            if (startsAtWho) setTimeout(() => area.current?.focus());
          }}
          onChange={(people, text) => {
            setTyped(text);
            if (people !== latest.current.draft.people) change({ people });
          }}
        />
        <Choice
          label={t("capture-kind")}
          look="chips"
          value={kind}
          onChange={(kind) => change({ kind })}
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
        <CheckBox
          isSelected={outcome === "notReached"}
          onChange={(isNot) => change({ outcome: isNot ? "notReached" : "reached" })}
        >
          {t("outcome-notReached")}
        </CheckBox>
      </>
    ),
    [cases, people, typed, startsAtWho, kind, outcome, change, t],
  );
  const whereAndMore = useMemo(
    () => (
      <>
        <div className="nb-edit__pair">
          <TimeChoice at={at} onChange={(at) => change({ at })} />
          <PlaceField place={place} onChange={(place) => change({ place })} />
        </div>
        <GroupField groupId={groupId} onChange={(groupId) => change({ groupId })} />
        <LifeDomainsField values={lifeDomains} onChange={(lifeDomains) => change({ lifeDomains })} />
        <ActionsField
          actions={actions}
          colleagues={colleagues}
          withWhom={first && people.length > 1 ? whomName(first, cases) : null}
          onChange={(actions) => change({ actions })}
        />
      </>
    ),
    [at, place, groupId, lifeDomains, actions, people, first, cases, colleagues, change],
  );
  return (
    <SaveForm className="nb-capture" onSave={save} onKeyDown={onKeyDown}>
      {isFresh ? null : (
        <Note>
          <p className="nb-row">
            <span>{t("capture-restored")}</span>
            <Button
              variant="quiet"
              onPress={() => {
                setFresh(true);
                onChange(emptyDraft());
                area.current?.focus();
              }}
            >
              {t("capture-clear")}
            </Button>
          </p>
        </Note>
      )}
      {withWhomAndHow}
      {pasted === null ? null : (
        <Note>
          <p className="nb-row">
            <span>{t("capture-pasted")}</span>
            <Button
              variant="quiet"
              onPress={() => {
                change({ text: pasted.text, at: pasted.at, kind: "message" });
                area.current?.focus();
              }}
            >
              {t("capture-pasted-take")}
            </Button>
          </p>
        </Note>
      )}
      <TextWithStatements
        value={draft.text}
        areaRef={area}
        autoFocus={!startsAtWho}
        onChange={(text) => change({ text })}
        error={isMissed && isMissing ? t("capture-text-missing") : null}
      />
      {whereAndMore}
      {failure}
      <div className="nb-dialog__foot">
        <span className="nb-meta">{t("capture-keys")}</span>
        <Button variant="primary" type="submit" keys="Ctrl+Enter" isPending={isBusy}>
          {isBusy ? t("capture-saving") : t("capture-save")}
        </Button>
      </div>
    </SaveForm>
  );
}
