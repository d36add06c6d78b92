import type { Mood } from "../../ipc/generated/Mood";

/** In the order of Alt+1 to Alt+5. */
export const moods: Mood[] = ["calm", "friendly", "restless", "tense", "grim"];
