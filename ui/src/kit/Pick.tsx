import { ChevronDown, Plus } from "lucide-react";
import { type ReactNode, useMemo, useState } from "react";
import {
  Button as AriaButton,
  ComboBox,
  Input,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Virtualizer,
} from "react-aria-components";
import { useText } from "../text/text";
import { FieldLabel, FieldWords } from "./FieldParts";
import "./menu.css";
import "./pick.css";
import { fitting, type Picked, type PickOption, sameName } from "./picking";
import { useRowHeight } from "./row-height";

const newKey = "new words";

/**
 * One of a long list, found by two letters, or words of one's own: "nieuw: …" says that they are not in
 * the list yet. Only what is seen is drawn, so the list may be hundreds long.
 */
export function Pick({
  label,
  labelHidden = false,
  optional = false,
  options,
  value,
  onChange,
  example,
  help,
  error,
  isDisabled = false,
  autoFocus = false,
}: {
  label: string;
  labelHidden?: boolean;
  optional?: boolean;
  options: PickOption[];
  value: Picked;
  onChange: (picked: Picked) => void;
  /** Shown while the field is empty. */
  example?: string;
  help?: ReactNode;
  error?: string | null;
  isDisabled?: boolean;
  autoFocus?: boolean;
}) {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  // The words that were chosen as new: with a key of their own the list closes as for any choice.
  const [taken, setTaken] = useState<string | null>(null);
  const pickedId = value !== null && "id" in value ? value.id : null;
  const picked = pickedId === null ? undefined : options.find(({ id }) => id === pickedId);
  const typed = value !== null && "words" in value ? value.words : (picked?.name ?? "");
  const items = useMemo(() => {
    // With one picked the list offers all others; while typing only what fits.
    if (picked) return options;
    const found = fitting(options, typed);
    const isNew = typed.trim() !== "" && sameName(options, typed) === undefined;
    return isNew ? [...found, { id: newKey, name: typed.trim() }] : found;
  }, [options, picked, typed]);
  const type = (text: string) => {
    if (text === picked?.name) return;
    onChange(text === "" ? null : { words: text });
  };
  const rowHeight = useRowHeight();
  return (
    <ComboBox
      className="nb-field"
      allowsCustomValue
      allowsEmptyCollection={false}
      menuTrigger="input"
      items={items}
      inputValue={typed}
      onInputChange={type}
      selectedKey={pickedId ?? (taken !== null && taken === typed ? newKey : null)}
      onSelectionChange={(key) => {
        if (key === newKey) {
          setTaken(typed.trim());
          onChange({ words: typed.trim() });
        } else if (key !== null) onChange({ id: String(key) });
      }}
      onBlur={() => {
        // Who typed a whole name meant the one in the list.
        const same = picked ? undefined : sameName(options, typed);
        if (same) onChange({ id: same.id });
      }}
      onOpenChange={setOpen}
      onKeyDown={(event) => {
        // Escape closes the list first, the dialog only after that.
        if (event.key === "Escape" && isOpen) event.preventDefault();
      }}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      autoFocus={autoFocus}
    >
      <FieldLabel label={label} hidden={labelHidden} optional={optional} />
      <div className="nb-pick">
        <Input className="nb-input" placeholder={example} spellCheck={false} />
        <AriaButton className="nb-pick__open" aria-label={t("field-open-list", { label })}>
          <ChevronDown aria-hidden />
        </AriaButton>
      </div>
      <FieldWords help={help} error={error} />
      <Popover className="nb-popover nb-pick__list">
        <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight }}>
          <ListBox<PickOption> className="nb-pick__options" data-rows={Math.min(items.length, 6)}>
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.name} className="nb-menu__item nb-pick__option">
                {option.id === newKey ? (
                  <>
                    <Plus aria-hidden />
                    {t("field-new", { words: option.name })}
                  </>
                ) : (
                  <>
                    <span className="nb-pick__name">{option.name}</span>
                    {option.hint ? <span className="nb-meta">{option.hint}</span> : null}
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  );
}
