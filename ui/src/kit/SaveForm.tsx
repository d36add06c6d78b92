import type { KeyboardEvent, ReactNode } from "react";

/** A form that is saved by its button or by Ctrl+Enter from any of its fields. */
export function SaveForm({
  className,
  label,
  onSave,
  onKeyDown,
  children,
}: {
  className: string;
  /** Its name, where more than one form can stand on a screen. */
  label?: string;
  onSave: () => void;
  /** What further keys do. */
  onKeyDown?: (event: KeyboardEvent) => void;
  children: ReactNode;
}) {
  return (
    <form
      className={className}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey && event.key === "Enter") {
          event.preventDefault();
          onSave();
        } else onKeyDown?.(event);
      }}
    >
      {children}
    </form>
  );
}
