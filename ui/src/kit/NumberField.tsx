import { Minus, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button as AriaButton, NumberField as AriaNumberField, Group, Input } from "react-aria-components";
import { useText } from "../text/text";
import { Button } from "./Button";
import { FieldLabel, FieldWords } from "./FieldParts";
import "./number-field.css";

/** A whole number, typed or stepped with the arrows or the buttons; null when nobody counted. */
export function NumberField({
  label,
  labelHidden = false,
  optional = false,
  value,
  onChange,
  min = 0,
  max,
  help,
  error,
  isDisabled = false,
}: {
  label: string;
  labelHidden?: boolean;
  optional?: boolean;
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  help?: ReactNode;
  error?: string | null;
  isDisabled?: boolean;
}) {
  const { t } = useText();
  return (
    <AriaNumberField
      className="nb-field"
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={min}
      maxValue={max}
      step={1}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      formatOptions={{ maximumFractionDigits: 0 }}
    >
      <FieldLabel label={label} hidden={labelHidden} optional={optional} />
      <div className="nb-clearable">
        <Group className="nb-number">
          <AriaButton slot="decrement" className="nb-number__step">
            <Minus aria-hidden />
          </AriaButton>
          <Input className="nb-input nb-number__input" />
          <AriaButton slot="increment" className="nb-number__step">
            <Plus aria-hidden />
          </AriaButton>
        </Group>
        {value === null || isDisabled ? null : (
          // A button of the field itself would be taken for one of its steps.
          <Button
            slot={null}
            variant="quiet"
            aria-label={t("field-clear", { label })}
            icon={<X aria-hidden />}
            onPress={() => onChange(null)}
          />
        )}
      </div>
      <FieldWords help={help} error={error} />
    </AriaNumberField>
  );
}
