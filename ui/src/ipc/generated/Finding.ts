export type Finding = { check: "vaultFile" | "chain" | "readModel" | "search" | "hub" | "clock" | "quarantine"; ok: boolean; code: string; count: number };
