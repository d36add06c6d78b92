import { CircleCheck, Info } from "lucide-react";
import type { ReactNode } from "react";
import "./note.css";

/** A short remark beside the work: plain, good, or asking for attention. */
export function Note({
  tone = "plain",
  children,
}: {
  tone?: "plain" | "good" | "warn";
  children: ReactNode;
}) {
  return (
    <div className={`nb-note nb-note--${tone}`}>
      {tone === "good" ? <CircleCheck aria-hidden /> : <Info aria-hidden />}
      <div>{children}</div>
    </div>
  );
}
