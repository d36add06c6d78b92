export type SyncState = "alone" | "shared" | "busy" | "waiting" | "error";
