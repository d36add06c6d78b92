import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, type Ref, useState } from "react";
import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Input,
} from "react-aria-components";
import { useText } from "../text/text";
import { Button } from "./Button";
import { FieldLabel, FieldWords } from "./FieldParts";
import "./field.css";

/** What every field has: a visible label, perhaps help, and an error in words. */
export interface FieldProps extends Omit<AriaTextFieldProps, "children" | "className"> {
  label: string;
  /** Keeps the label for screen readers only, where the place says enough. */
  labelHidden?: boolean;
  help?: ReactNode;
  error?: string | null;
  optional?: boolean;
  placeholder?: string;
}

/** One line of text. */
export function TextField({
  label,
  labelHidden,
  help,
  error,
  optional,
  placeholder,
  inputRef,
  mono,
  ...rest
}: FieldProps & { inputRef?: Ref<HTMLInputElement>; mono?: boolean }) {
  return (
    <AriaTextField autoComplete="off" {...rest} isInvalid={Boolean(error)} className="nb-field">
      <FieldLabel label={label} hidden={labelHidden} optional={optional} />
      <Input
        ref={inputRef}
        className={mono ? "nb-input nb-input--mono" : "nb-input"}
        placeholder={placeholder}
        spellCheck={mono ? false : undefined}
      />
      <FieldWords help={help} error={error} />
    </AriaTextField>
  );
}

/** Text that grows with what is written. The mirror in the grid makes the height, in every web view. */
export function TextArea({
  label,
  labelHidden,
  help,
  error,
  optional,
  placeholder,
  areaRef,
  size = "md",
  bare = false,
  ...rest
}: FieldProps & { areaRef?: Ref<HTMLTextAreaElement>; size?: "one" | "md" | "lg"; bare?: boolean }) {
  return (
    <AriaTextField autoComplete="off" {...rest} isInvalid={Boolean(error)} className="nb-field">
      <FieldLabel label={label} hidden={labelHidden} optional={optional} />
      <div
        className={`nb-grow nb-grow--${size} ${bare ? "nb-grow--bare" : ""}`}
        data-mirror={`${rest.value ?? ""} `}
      >
        <AriaTextArea ref={areaRef} className="nb-input" placeholder={placeholder} rows={1} />
      </div>
      <FieldWords help={help} error={error} />
    </AriaTextField>
  );
}

/** A passphrase: hidden until asked, pasting allowed, never remembered by the web view. */
export function PassphraseField({
  label,
  help,
  error,
  inputRef,
  ...rest
}: FieldProps & { inputRef?: Ref<HTMLInputElement> }) {
  const { t } = useText();
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField
      autoComplete="off"
      {...rest}
      type={shown ? "text" : "password"}
      isInvalid={Boolean(error)}
      className="nb-field"
    >
      <FieldLabel label={label} />
      <div className="nb-joined">
        <Input ref={inputRef} className="nb-input" spellCheck={false} autoCapitalize="off" />
        <Button
          aria-label={shown ? t("passphrase-hide") : t("passphrase-show")}
          onPress={() => setShown(!shown)}
          icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
        >
          {shown ? t("action-hide") : t("action-show")}
        </Button>
      </div>
      <FieldWords help={help} error={error} />
    </AriaTextField>
  );
}
