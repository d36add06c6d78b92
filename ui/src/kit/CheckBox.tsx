import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import "./field.css";

/** A box to tick: alone with `isSelected`, or with a `value` in a React Aria `CheckboxGroup`. */
export function CheckBox({
  children,
  value,
  isSelected,
  isDisabled,
  onChange,
}: {
  children: ReactNode;
  value?: string;
  isSelected?: boolean;
  isDisabled?: boolean;
  onChange?: (selected: boolean) => void;
}) {
  return (
    <AriaCheckbox
      className="nb-check"
      value={value}
      isSelected={isSelected}
      isDisabled={isDisabled}
      onChange={onChange}
    >
      {(state) => (
        <>
          <span className="nb-check__box" aria-hidden>
            {state.isSelected ? <Check /> : null}
          </span>
          <span>{children}</span>
        </>
      )}
    </AriaCheckbox>
  );
}
