import { type DateValue, parseDate } from "@internationalized/date";
import { X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { DateField as AriaDateField, DateInput, DateSegment } from "react-aria-components";
import { useText } from "../text/text";
import { Button } from "./Button";
import { FieldLabel, FieldWords } from "./FieldParts";
import "./time-field.css";

/** A day typed in parts with the keyboard. `value` is a local date as "2026-11-25", null for none. */
export function DateField({
  label,
  labelHidden = false,
  optional = false,
  value,
  onChange,
  help,
  error,
  isDisabled = false,
  autoFocus = false,
}: {
  label: string;
  labelHidden?: boolean;
  optional?: boolean;
  value: string | null;
  onChange: (date: string | null) => void;
  help?: ReactNode;
  error?: string | null;
  isDisabled?: boolean;
  autoFocus?: boolean;
}) {
  const { t } = useText();
  // A new turn is a new field: it throws away a half typed date as well.
  const [turn, setTurn] = useState(0);
  return (
    <AriaDateField
      key={turn}
      className="nb-field"
      autoFocus={autoFocus || turn > 0}
      granularity="day"
      shouldForceLeadingZeros
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      value={value === null ? null : parseDate(value)}
      onChange={(next: DateValue | null) => onChange(next?.toString() ?? null)}
    >
      <FieldLabel label={label} hidden={labelHidden} optional={optional} />
      <div className="nb-clearable">
        <DateInput className="nb-input nb-time">
          {(segment) => <DateSegment segment={segment} className="nb-time__part" />}
        </DateInput>
        {value === null || isDisabled ? null : (
          <Button
            variant="quiet"
            aria-label={t("field-clear", { label })}
            icon={<X aria-hidden />}
            onPress={() => {
              onChange(null);
              setTurn(turn + 1);
            }}
          />
        )}
      </div>
      <FieldWords help={help} error={error} />
    </AriaDateField>
  );
}
