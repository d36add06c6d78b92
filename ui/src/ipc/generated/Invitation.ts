import type { Millis } from "./Millis";

export type Invitation = { invitation: string; expiresAt: Millis; hubKnows: boolean };
