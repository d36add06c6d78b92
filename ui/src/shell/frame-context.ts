import { createContext, type RefObject, useContext } from "react";
import type { Settings } from "../ipc/generated/Settings";
import type { TeamInfo } from "../ipc/generated/TeamInfo";

/** What the screens inside the frame get from it. */
export interface FrameParts {
  settings: Settings;
  team: TeamInfo;
  searchField: RefObject<HTMLInputElement | null>;
  onSettings: (settings: Settings) => void;
  onLock: () => void;
  onKeys: () => void;
  onPalette: () => void;
}

export const FrameContext = createContext<FrameParts | null>(null);

/** The frame around a screen; screens exist only inside it. */
export function useFrame(): FrameParts {
  const parts = useContext(FrameContext);
  if (!parts) throw new Error("outside the frame");
  return parts;
}
