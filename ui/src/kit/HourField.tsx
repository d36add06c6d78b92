import { parseTime, type Time } from "@internationalized/date";
import { X } from "lucide-react";
import { useState } from "react";
import { TimeField as AriaTimeField, DateInput, DateSegment } from "react-aria-components";
import { useText } from "../text/text";
import { Button } from "./Button";
import { FieldLabel } from "./FieldParts";
import "./time-field.css";

/** An hour typed in parts with the keyboard. `value` is local and as "14:30", null for none. */
export function HourField({
  label,
  optional = false,
  value,
  onChange,
}: {
  label: string;
  optional?: boolean;
  value: string | null;
  onChange: (hour: string | null) => void;
}) {
  const { t } = useText();
  // A new turn is a new field: it throws away a half typed hour as well.
  const [turn, setTurn] = useState(0);
  return (
    <AriaTimeField<Time>
      key={turn}
      className="nb-field"
      autoFocus={turn > 0}
      granularity="minute"
      hourCycle={24}
      shouldForceLeadingZeros
      value={value === null ? null : parseTime(value)}
      onChange={(next) => onChange(next?.toString().slice(0, 5) ?? null)}
    >
      <FieldLabel label={label} optional={optional} />
      <div className="nb-clearable">
        <DateInput className="nb-input nb-time">
          {(segment) => <DateSegment segment={segment} className="nb-time__part" />}
        </DateInput>
        {value === null ? null : (
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
    </AriaTimeField>
  );
}
