import type { Failure } from "./Failure";
import type { Millis } from "./Millis";
import type { SyncState } from "./SyncState";

export type SyncStatus = { state: SyncState; hub: string | null; offline: boolean; done: number; total: number; waiting: number; failure: Failure | null; lastSharedAt: Millis | null; receipt: { hub: string; covers: number } | null; clockSkewSeconds: number | null };
