export type Theme = "day" | "night" | "system";
