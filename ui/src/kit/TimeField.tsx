import { type DateValue, fromAbsolute, getLocalTimeZone, toCalendarDateTime } from "@internationalized/date";
import { DateField, DateInput, DateSegment, Label } from "react-aria-components";
import "./time-field.css";

/** A date and time typed in parts with the keyboard. `value` is in milliseconds since 1970 UTC. */
export function TimeField({
  label,
  labelHidden = false,
  value,
  onChange,
  autoFocus = false,
}: {
  label: string;
  labelHidden?: boolean;
  value: number;
  onChange: (at: number) => void;
  autoFocus?: boolean;
}) {
  const zone = getLocalTimeZone();
  return (
    <DateField
      className="nb-field"
      autoFocus={autoFocus}
      granularity="minute"
      hourCycle={24}
      hideTimeZone
      shouldForceLeadingZeros
      value={toCalendarDateTime(fromAbsolute(value, zone))}
      onChange={(next: DateValue | null) => {
        if (next) onChange(next.toDate(zone).getTime());
      }}
    >
      <Label className={labelHidden ? "nb-hidden" : "nb-label"}>{label}</Label>
      <DateInput className="nb-input nb-time">
        {(segment) => <DateSegment segment={segment} className="nb-time__part" />}
      </DateInput>
    </DateField>
  );
}
