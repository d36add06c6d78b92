export type VaultState = { state: "missing" | "locked" | "unlocked"; waitSeconds: number; formatVersion: number };
