import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { Keys } from "./Keys";
import "./button.css";

/** A button: `primary` once per screen, `secondary` for the rest, `quiet` inside text and rows. */
export interface ButtonProps extends Omit<AriaButtonProps, "children" | "className"> {
  variant?: "primary" | "secondary" | "quiet" | "danger";
  icon?: ReactNode;
  /** The shortcut that does the same, shown and not read out. */
  keys?: string;
  children?: ReactNode;
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({ variant = "secondary", icon, keys, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`nb-button nb-button--${variant} ${className ?? ""}`}>
      {icon}
      {children}
      {keys ? <Keys keys={keys} hidden /> : null}
    </AriaButton>
  );
}
