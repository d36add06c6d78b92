import type { Language } from "./Language";
import type { Theme } from "./Theme";

export type Settings = { language: Language; theme: Theme; chosen: boolean };
