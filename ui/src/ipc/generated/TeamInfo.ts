import type { Colleague } from "./Colleague";
import type { Standing } from "./Standing";

export type TeamInfo = { standing: Standing; teamName: string; me: Colleague | null; colleagues: Colleague[]; hub: string | null; mayInvite: boolean };
