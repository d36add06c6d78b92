import { Check } from "lucide-react";
import { CheckboxGroup, Checkbox as Chip, Label } from "react-aria-components";
import type { Option } from "./Choice";
import "./field.css";

/** Any number of a few answers, all visible as chips: life domains, topics. A chip that is on has a tick. */
export function Chips<T extends string>({
  label,
  labelHidden = false,
  values,
  options,
  onChange,
  isDisabled = false,
}: {
  label: string;
  labelHidden?: boolean;
  values: T[];
  options: Option<T>[];
  /** In the order of the options, whatever order they were chosen in. */
  onChange: (values: T[]) => void;
  isDisabled?: boolean;
}) {
  return (
    <CheckboxGroup
      className="nb-choice nb-choice--chips"
      value={values}
      isDisabled={isDisabled}
      onChange={(next) =>
        onChange(options.map((option) => option.value).filter((value) => next.includes(value)))
      }
    >
      <Label className={labelHidden ? "nb-hidden" : "nb-label"}>{label}</Label>
      <div className="nb-choice__options">
        {options.map((option) => (
          <Chip key={option.value} value={option.value} className="nb-option">
            {({ isSelected }) => (
              <>
                <span className="nb-check__box" aria-hidden>
                  {isSelected ? <Check /> : null}
                </span>
                {option.icon}
                <span className="nb-option__label">{option.label}</span>
              </>
            )}
          </Chip>
        ))}
      </div>
    </CheckboxGroup>
  );
}
