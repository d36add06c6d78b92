import { createContext, useContext } from "react";

/** Opens quick capture; given by the frame. */
export const CaptureContext = createContext<() => void>(() => {});

/** Opens quick capture. */
export function useOpenCapture(): () => void {
  return useContext(CaptureContext);
}
