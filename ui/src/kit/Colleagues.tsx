import { CheckboxGroup, Label } from "react-aria-components";
import type { Colleague } from "../ipc/generated/Colleague";
import { useText } from "../text/text";
import { CheckBox } from "./CheckBox";

/** Colleagues to tick, with their roles. */
export function Colleagues({
  label,
  colleagues,
  chosen,
  onChange,
}: {
  label: string;
  colleagues: Colleague[];
  chosen: string[];
  onChange: (memberIds: string[]) => void;
}) {
  const { t } = useText();
  return (
    <CheckboxGroup value={chosen} onChange={onChange}>
      <Label className="nb-label">{label}</Label>
      {colleagues.map((each) => (
        <CheckBox key={each.memberId} value={each.memberId}>
          {each.name} <span className="nb-muted">{t(`role-${each.role}`)}</span>
        </CheckBox>
      ))}
    </CheckboxGroup>
  );
}
