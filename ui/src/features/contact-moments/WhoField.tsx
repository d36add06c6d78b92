import { Plus } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text as Slot } from "react-aria-components";
import { useAnswer } from "../../ipc/answers";
import type { CaseRow } from "../../ipc/generated/CaseRow";
import type { FoundPerson } from "../../ipc/generated/FoundPerson";
import type { Whom } from "../../ipc/generated/Whom";
import { folded } from "../../kit/picking";
import { Tokens } from "../../kit/Tokens";
import { useText } from "../../text/text";
import { nicknames, whomFound, whomKey, whomName, withWhom } from "./whom";

const newKey = "new words";
const enoughLetters = 2;

interface Offered {
  id: string;
  name: string;
  hint: string;
  whom: Whom | null;
}

/** Where it goes: with one case, with several people, or with nobody in particular. */
function useConsequence(people: Whom[], cases: CaseRow[]): string {
  const { t } = useText();
  const [first] = people;
  if (!first) return t("capture-who-nobody");
  if (people.length > 1) return t("capture-who-several");
  const name = whomName(first, cases);
  return first.caseId ? t("capture-who-case", { name }) : t("capture-who-nickname", { name });
}

/**
 * Who: two letters find a case or a person, Enter takes the first; a comma makes a nickname of what was typed.
 * Backspace in the empty field takes the last one away. It may stay empty.
 */
export function WhoField({
  cases,
  people,
  typed,
  autoFocus,
  onTaken,
  onChange,
}: {
  cases: CaseRow[];
  people: Whom[];
  /** What is in the field and not taken yet. */
  typed: string;
  autoFocus: boolean;
  /** Somebody was taken with Enter or from the list. */
  onTaken: () => void;
  onChange: (people: Whom[], typed: string) => void;
}) {
  const { t, when } = useText();
  const [isOpen, setOpen] = useState(false);
  const words = typed.trim();
  const isEnough = words.length >= enoughLetters;
  const found = useAnswer("find_people", { query: words }, { enabled: isEnough, keep: true });
  const named = new Set(people.map(whomKey));
  const hint = ({ group, place, lastAt }: FoundPerson) =>
    [group, place, lastAt === null ? null : when.short(lastAt, Date.now())].filter(Boolean).join(" · ");
  const offered: Offered[] = (isEnough ? (found.data?.people ?? []) : [])
    .map((one) => ({
      id: one.caseId ?? one.personId ?? "",
      name: one.name,
      hint: hint(one),
      whom: whomFound(one),
    }))
    .filter(({ id }) => !named.has(id));
  const items: Offered[] =
    words === "" ? [] : [...offered, { id: newKey, name: t("field-new", { words }), hint: "", whom: null }];
  const consequence = useConsequence(people, cases);

  const take = (whom: Whom | null) => {
    onChange(withWhom(people, ...(whom ? [whom] : nicknames(typed))), "");
    setOpen(false);
  };
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const field = event.target;
    if (
      !(field instanceof HTMLInputElement) ||
      event.ctrlKey ||
      event.nativeEvent.isComposing ||
      words === ""
    )
      return;
    const isChosen = isOpen && field.hasAttribute("aria-activedescendant");
    const isEnter = event.key === "Enter" && !isChosen;
    if (!isEnter && event.key !== ",") return;
    event.preventDefault();
    event.stopPropagation();
    const isCurrent = !found.isPlaceholderData;
    take(isEnter && isCurrent ? (offered[0]?.whom ?? null) : null);
    if (isEnter) onTaken();
  };
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      <Tokens
        label={t("capture-who-chosen")}
        tokens={people.map((whom) => ({ id: whomKey(whom), label: whomName(whom, cases) }))}
        onRemove={(key) =>
          onChange(
            people.filter((whom) => whomKey(whom) !== key),
            typed,
          )
        }
      >
        <ComboBox
          className="nb-field"
          allowsCustomValue
          autoFocus={autoFocus}
          allowsEmptyCollection={false}
          menuTrigger="input"
          items={items}
          inputValue={typed}
          onInputChange={(text) => onChange(people, text)}
          selectedKey={null}
          onSelectionChange={(key) => {
            const one = items.find(({ id }) => id === key);
            if (!one) return;
            take(one.whom);
            onTaken();
          }}
          onOpenChange={setOpen}
          onBlur={() => {
            // Who typed a whole name meant the one that is known; other words are a nickname.
            if (words !== "") take(offered.find(({ name }) => folded(name) === folded(words))?.whom ?? null);
          }}
          onKeyDown={(event) => {
            // Escape closes the list of names first, the dialog only after that.
            if (event.key === "Escape" && isOpen) event.preventDefault();
          }}
        >
          <Label className="nb-label">{t("capture-who")}</Label>
          <Input className="nb-input" placeholder={t("capture-who-example")} spellCheck={false} />
          <Slot slot="description" className="nb-help">
            {consequence}
          </Slot>
          <Popover className="nb-popover nb-who__list">
            <ListBox<Offered> className="nb-menu">
              {(one) => (
                <ListBoxItem id={one.id} textValue={one.name} className="nb-menu__item nb-who__option">
                  {one.whom === null ? <Plus aria-hidden /> : null}
                  <span>{one.name}</span>
                  {one.hint === "" ? null : <span className="nb-meta">{one.hint}</span>}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      </Tokens>
    </div>
  );
}
