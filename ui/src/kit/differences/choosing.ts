import { type ComponentProps, createContext, useContext } from "react";
import type { Difference } from "../../ipc/generated/Difference";
import type { DifferenceChoice } from "../../ipc/generated/DifferenceChoice";
import type { FailureNote } from "../FailureNote";

/** Choosing between versions, and taking the choice back. */
export interface Choosing {
  /** Whether it was saved. */
  choose: (difference: Difference, choice: DifferenceChoice) => Promise<boolean>;
  undo: (difference: Pick<Difference, "id" | "version" | "field">) => Promise<void>;
  error: ComponentProps<typeof FailureNote>["error"];
  isBusy: boolean;
}

/** A hook that each block calls for itself: the building blocks know no commands, the shell does. */
export const ChoosingContext = createContext<() => Choosing>(() => {
  throw new Error("nobody says how to choose");
});

export const useChoosing = (): Choosing => useContext(ChoosingContext)();
