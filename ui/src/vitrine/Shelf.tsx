import { type ReactNode, useEffect, useId, useRef } from "react";

/** One shelf: building blocks that belong together. */
export function Shelf({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="nb-shelf" aria-labelledby={id}>
      <h2 id={id} className="nb-title">
        {title}
      </h2>
      <div className="nb-shelf__pieces">{children}</div>
    </section>
  );
}

/** One building block in one state, with the name of the state under it. */
export function Piece({
  state,
  wide = false,
  children,
}: {
  state: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <figure className={wide ? "nb-piece nb-piece--wide" : "nb-piece"}>
      <div>{children}</div>
      <figcaption className="nb-meta">{state}</figcaption>
    </figure>
  );
}

/** Shows what is in it as if the keyboard had brought the focus there. */
export function Focused({ on, children }: { on: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.querySelector(on)?.setAttribute("data-focus-visible", "true");
  }, [on]);
  return <div ref={box}>{children}</div>;
}
