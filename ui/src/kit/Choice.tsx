import type { ReactNode } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";
import "./field.css";

/** One answer to choose. */
export interface Option<T extends string> {
  value: T;
  label: string;
  hint?: string;
  icon?: ReactNode;
}

/** One of a few answers, all visible: as cards, rows or chips. */
export function Choice<T extends string>({
  label,
  labelHidden = false,
  value,
  options,
  onChange,
  look = "cards",
  isDisabled = false,
}: {
  label: string;
  labelHidden?: boolean;
  value: T | null;
  options: Option<T>[];
  onChange: (value: T) => void;
  look?: "cards" | "rows" | "chips";
  isDisabled?: boolean;
}) {
  return (
    <RadioGroup
      className={`nb-choice nb-choice--${look}`}
      value={value}
      onChange={(next) => onChange(next as T)}
      isDisabled={isDisabled}
      orientation={look === "rows" ? "vertical" : "horizontal"}
    >
      <Label className={labelHidden ? "nb-hidden" : "nb-label"}>{label}</Label>
      <div className="nb-choice__options">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="nb-option">
            {look === "chips" ? option.icon : <span className="nb-option__dot" aria-hidden />}
            <span className="nb-option__words">
              <span className="nb-option__label">{option.label}</span>
              {option.hint ? <span className="nb-option__hint">{option.hint}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
