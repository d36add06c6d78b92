import type { ReactNode } from "react";
import { FieldError, Label, Text as Slot } from "react-aria-components";
import { useText } from "../text/text";
import "./field.css";

/** The label of a field; hidden it is for screen readers only. */
export function FieldLabel({
  label,
  hidden,
  optional,
}: {
  label: string;
  hidden?: boolean;
  optional?: boolean;
}) {
  const { t } = useText();
  return (
    <Label className={hidden ? "nb-hidden" : "nb-label"}>
      {label}
      {optional ? <span className="nb-label__optional"> ({t("optional")})</span> : null}
    </Label>
  );
}

/** Help and error under a field, tied to it for screen readers. */
export function FieldWords({ help, error }: { help?: ReactNode; error?: string | null }) {
  return (
    <>
      {help ? (
        <Slot slot="description" className="nb-help">
          {help}
        </Slot>
      ) : null}
      <FieldError className="nb-error">{error ?? undefined}</FieldError>
    </>
  );
}
