import type { Role } from "./Role";

export type Colleague = { memberId: string; name: string; role: Role; me: boolean };
