import type { ReactNode } from "react";
import "./note.css";

/** An empty place that says the one next step. */
export function Empty({
  title,
  children,
  action,
}: {
  title?: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="nb-empty">
      {title ? <p className="nb-empty__title">{title}</p> : null}
      <p>{children}</p>
      {action}
    </div>
  );
}
