import { createContext, useContext } from "react";

/** Opens the form of a stop; given by the frame. */
export const StopContext = createContext<() => void>(() => {});

/** Opens the form of a stop. */
export function useOpenStop(): () => void {
  return useContext(StopContext);
}
