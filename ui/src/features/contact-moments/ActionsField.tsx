import { Plus, Trash2 } from "lucide-react";
import type { AgreedAction } from "../../ipc/generated/AgreedAction";
import type { Colleague } from "../../ipc/generated/Colleague";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { TextField } from "../../kit/Field";
import { Pick } from "../../kit/Pick";
import { useText } from "../../text/text";

/** A local date as "2026-11-25" from a moment on it, and back to its midnight. */
const dateOf = (at: number | null) => {
  if (at === null) return null;
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
const midnight = (date: string | null) => (date === null ? null : new Date(`${date}T00:00:00`).getTime());

/** What was agreed: the words, and if anybody knows, who does it and by which day. */
export function ActionsField({
  actions,
  colleagues,
  withWhom,
  onChange,
}: {
  actions: AgreedAction[];
  colleagues: Colleague[];
  /** Whose actions these become, when several people were named. */
  withWhom: string | null;
  onChange: (actions: AgreedAction[]) => void;
}) {
  const { t } = useText();
  const set = (at: number, change: Partial<AgreedAction>) =>
    onChange(actions.map((each, index) => (index === at ? { ...each, ...change } : each)));
  return (
    <>
      {actions.map((action, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fields in a fixed order, without a name of their own yet
        <fieldset key={at} className="nb-capture__action">
          <legend className="nb-hidden">{t("capture-action-nth", { number: at + 1 })}</legend>
          <TextField
            label={t("capture-action-text")}
            autoFocus={action.text === ""}
            value={action.text}
            onChange={(text) => set(at, { text })}
            help={withWhom === null ? undefined : t("capture-action-with", { name: withWhom })}
          />
          <div className="nb-edit__pair">
            <Pick
              label={t("capture-action-owner")}
              options={colleagues.map(({ memberId, name }) => ({ id: memberId, name }))}
              value={
                action.colleagueId !== null
                  ? { id: action.colleagueId }
                  : action.owner === null
                    ? null
                    : { words: action.owner }
              }
              onChange={(picked) =>
                set(at, {
                  colleagueId: picked !== null && "id" in picked ? picked.id : null,
                  owner: picked !== null && "words" in picked ? picked.words : null,
                })
              }
            />
            <DateField
              label={t("capture-action-due")}
              value={dateOf(action.due)}
              onChange={(date) => set(at, { due: midnight(date) })}
            />
          </div>
          <div className="nb-row">
            <Button
              variant="quiet"
              icon={<Trash2 aria-hidden />}
              onPress={() => onChange(actions.filter((_, index) => index !== at))}
            >
              {t("capture-action-remove")}
            </Button>
          </div>
        </fieldset>
      ))}
      <div className="nb-row">
        <Button
          variant="quiet"
          icon={<Plus aria-hidden />}
          onPress={() => onChange([...actions, { text: "", owner: null, colleagueId: null, due: null }])}
        >
          {t("capture-action-add")}
        </Button>
      </div>
    </>
  );
}
