export type ContactKind = "conversation" | "message" | "homeVisit" | "signal" | "consultation" | "other";
