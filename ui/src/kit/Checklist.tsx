import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";
import "./field.css";

/** One box in a React Aria `CheckboxGroup`. */
export function ChecklistItem({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Checkbox value={value} className="nb-check">
      {({ isSelected }) => (
        <>
          <span className="nb-check__box" aria-hidden>
            {isSelected ? <Check /> : null}
          </span>
          <span>{children}</span>
        </>
      )}
    </Checkbox>
  );
}
