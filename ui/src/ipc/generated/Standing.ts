export type Standing = "none" | "waiting" | "member";
