import type { FailureCode } from "./FailureCode";

export type Failure = { code: FailureCode; field?: string; incident: string; waitSeconds?: number };
