import { type ReactNode, useEffect, useRef } from "react";
import type { Share } from "../ipc/generated/Share";
import { useText } from "../text/text";
import { ShareMark } from "./ShareMark";
import "./timeline.css";

/** The frame of one thing in a timeline: time, what kind, by whom, marks, and below it what was written. */
export function TimelineRow({
  id,
  at,
  share,
  edited,
  kind,
  meta,
  action,
  isSought = false,
  children,
}: {
  id: string;
  at: number;
  share: Share;
  edited: boolean;
  kind: ReactNode;
  meta: ReactNode[];
  action?: ReactNode;
  /** The item that a search led to: brought into view and given the focus. */
  isSought?: boolean;
  children: ReactNode;
}) {
  const { t, when } = useText();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!isSought) return;
    row.current?.scrollIntoView?.({ block: "center" });
    row.current?.focus({ preventScroll: true });
  }, [isSought]);
  return (
    <li
      ref={row}
      className={isSought ? "nb-item nb-item--sought" : "nb-item"}
      tabIndex={isSought ? -1 : undefined}
      data-testid="timeline-item"
      data-id={id}
      data-share={share}
    >
      <time className="nb-item__time">{when.time(at)}</time>
      <div className="nb-item__body">
        <div className="nb-item__head">
          <span className="nb-item__kind">{kind}</span>
          {meta.filter(Boolean).map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed places in one line
            <span key={index} className="nb-item__meta">
              {part}
            </span>
          ))}
          {edited ? <span className="nb-item__meta">{t("timeline-edited")}</span> : null}
          <span className="nb-item__end">
            {action}
            <ShareMark share={share} />
          </span>
        </div>
        {children}
      </div>
    </li>
  );
}
