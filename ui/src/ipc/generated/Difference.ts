import type { Millis } from "./Millis";

export type Difference = { field: "text" | "kind" | "at" | "place" | "name"; versions: { value: string; by: string; at: Millis; chosen: boolean }[] };
