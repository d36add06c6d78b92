import type { ReactNode } from "react";
import { Button } from "../../kit/Button";
import { useText } from "../../text/text";
import type { OpenThing, Thing } from "./things";
import "./today.css";

/** One thing in a panel: what it is, in which case, and the way to it. */
export function ThingRow({ thing, open, children }: { thing: Thing; open: OpenThing; children: ReactNode }) {
  const { t } = useText();
  const run = open(thing);
  const name = [t(`thing-${thing.kind}`), thing.caseName].filter(Boolean).join(" · ");
  return (
    <li className="nb-thing">
      {run === null ? (
        <span>{name}</span>
      ) : (
        <Button variant="quiet" className="nb-thing__open" onPress={run}>
          {name}
        </Button>
      )}
      {children}
    </li>
  );
}
