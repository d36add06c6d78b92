import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Select as AriaSelect,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import type { Option } from "./Choice";
import { FieldLabel, FieldWords } from "./FieldParts";
import "./menu.css";
import "./select.css";

/** One of more answers than fit on the screen. Letters jump to an answer. */
export function Select<T extends string>({
  label,
  labelHidden = false,
  value,
  options,
  onChange,
  placeholder,
  help,
  error,
  isDisabled = false,
}: {
  label: string;
  labelHidden?: boolean;
  value: T | null;
  options: Option<T>[];
  onChange: (value: T) => void;
  /** Stands in the field while nothing is chosen. */
  placeholder?: string;
  help?: ReactNode;
  error?: string | null;
  isDisabled?: boolean;
}) {
  return (
    <AriaSelect
      className="nb-field"
      selectedKey={value}
      onSelectionChange={(key) => {
        if (key !== null) onChange(key as T);
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
    >
      <FieldLabel label={label} hidden={labelHidden} />
      <AriaButton className="nb-input nb-select">
        <SelectValue className="nb-select__value">
          {({ selectedText, defaultChildren, isPlaceholder }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronDown aria-hidden />
      </AriaButton>
      <FieldWords help={help} error={error} />
      <Popover className="nb-popover nb-select__list">
        <ListBox className="nb-menu">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="nb-menu__item nb-select__option"
            >
              {({ isSelected }) => (
                <>
                  <span className="nb-select__tick" aria-hidden>
                    {isSelected ? <Check /> : null}
                  </span>
                  {option.icon}
                  <span className="nb-menu__label">
                    {option.label}
                    {option.hint ? <span className="nb-option__hint"> {option.hint}</span> : null}
                  </span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
