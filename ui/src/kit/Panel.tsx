import { type ReactNode, useId } from "react";
import "./panel.css";

/** A titled part of a screen, with how many there are and the one thing to do there. */
export function Panel({
  title,
  count,
  action,
  level = 2,
  children,
}: {
  title: string;
  /** How many things are in it; shown beside the title. "1000+" for more than were counted. */
  count?: number | string;
  action?: ReactNode;
  level?: 2 | 3;
  children: ReactNode;
}) {
  const id = useId();
  const Tag = level === 2 ? "h2" : "h3";
  return (
    <section className="nb-panel" aria-labelledby={id}>
      <div className="nb-panel__head">
        <Tag id={id} className="nb-section-title">
          {title} {count === undefined ? null : <span className="nb-panel__count">({count})</span>}
        </Tag>
        {action ? <div className="nb-panel__action">{action}</div> : null}
      </div>
      {children}
    </section>
  );
}
