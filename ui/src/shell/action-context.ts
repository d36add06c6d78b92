import { createContext, useContext } from "react";

/** Opens the form of a new action; given by the frame. */
export const ActionContext = createContext<() => void>(() => {});

/** Opens the form of a new action, in the case that is open. */
export function useOpenAction(): () => void {
  return useContext(ActionContext);
}
