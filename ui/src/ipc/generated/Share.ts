export type Share = "waiting" | "shared";
