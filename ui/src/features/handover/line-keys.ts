import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import type { ProposedHandover } from "../../ipc/generated/ProposedHandover";
import { isOwn } from "./draft";
import type { LineActions } from "./LineRow";

const keyAt = (target: EventTarget) => (target instanceof HTMLElement ? target.dataset.line : undefined);

/**
 * The keys on the lines of a handover, over all groups: arrows walk, Alt and an arrow moves a line, X or
 * Delete strikes it, Enter edits an own sentence. The focus stays on the line that it was on.
 */
export function useLineKeys(handover: ProposedHandover | undefined, actions: LineActions) {
  const [at, setAt] = useState<string | null>(null);
  const wanted = useRef<string | null>(null);
  const lines = handover?.groups.flatMap((group) => group.lines) ?? [];
  const stop = lines.some(({ key }) => key === at) ? at : (lines[0]?.key ?? null);

  useLayoutEffect(() => {
    // A line that moved lost the focus with its place in the page.
    if (wanted.current === null) return;
    const tick = document.querySelector<HTMLElement>(`[data-line="${CSS.escape(wanted.current)}"]`);
    wanted.current = null;
    tick?.focus();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyAt(event.target);
    if (key === undefined || event.ctrlKey || event.metaKey) return;
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    const line = lines.find((each) => each.key === key);
    if (by !== 0 && event.altKey) {
      wanted.current = key;
      actions.move(key, by);
    } else if (by !== 0) {
      const next = lines[lines.findIndex((each) => each.key === key) + by];
      if (next) document.querySelector<HTMLElement>(`[data-line="${CSS.escape(next.key)}"]`)?.focus();
    } else if (event.key === "Delete" || event.key.toLowerCase() === "x") {
      actions.strike(key);
    } else if (event.key === "Enter" && line && isOwn(line)) {
      actions.edit(key);
    } else {
      return;
    }
    event.preventDefault();
  };
  const onFocus = ({ target }: { target: EventTarget }) => {
    const key = keyAt(target);
    if (key !== undefined) setAt(key);
  };
  /** Puts the focus on a line once it is there. */
  const focusLine = (key: string) => {
    wanted.current = key;
  };
  return { stop, onKeyDown, onFocus, focusLine };
}
