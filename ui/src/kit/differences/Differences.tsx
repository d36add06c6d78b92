import type { Difference } from "../../ipc/generated/Difference";
import { DifferenceBlock } from "./DifferenceBlock";
import { SettledMark } from "./SettledMark";
import "./differences.css";

/** Where two people set one field: a choice to make, or the mark of one that was made. */
export function Differences({ differences }: { differences: Difference[] }) {
  return differences.map((difference) =>
    difference.settled === null ? (
      <DifferenceBlock key={`${difference.id} ${difference.field}`} difference={difference} />
    ) : (
      <SettledMark
        key={`${difference.id} ${difference.field}`}
        difference={difference}
        settled={difference.settled}
      />
    ),
  );
}
