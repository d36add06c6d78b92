import { type ReactNode, useEffect, useRef } from "react";

/** The heading of a screen or pane. It takes the focus when it appears, so that reading starts there. */
export function Heading({
  level = 1,
  children,
  className,
  focusKey,
  takesFocus = true,
}: {
  level?: 1 | 2;
  children: ReactNode;
  className?: string;
  /** A new value is a new screen: the focus moves again. */
  focusKey?: string;
  takesFocus?: boolean;
}) {
  const ref = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new key is the wish to move the focus again
  useEffect(() => {
    if (takesFocus) ref.current?.focus({ preventScroll: true });
  }, [focusKey, takesFocus]);
  const Tag = level === 1 ? "h1" : "h2";
  return (
    <Tag ref={ref} tabIndex={-1} className={className ?? "nb-title"}>
      {children}
    </Tag>
  );
}
