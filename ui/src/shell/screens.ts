import {
  BookOpenText,
  CalendarDays,
  Footprints,
  type LucideIcon,
  Search,
  Settings,
  Users,
} from "lucide-react";
import type { Role } from "../ipc/generated/Role";
import type { TextKey } from "../text/generated/keys";

/** One screen in the rail. Its key is Ctrl and its place in the list. */
interface ScreenEntry {
  name: string;
  to: string;
  icon: LucideIcon;
  label: TextKey;
}

/** The screens in the order of the rail and of Ctrl+1, 2, …; a new one needs its entry here and its route. */
export const screens = [
  { name: "today", to: "/today", icon: Footprints, label: "nav-today" },
  { name: "cases", to: "/cases", icon: BookOpenText, label: "nav-cases" },
  { name: "agenda", to: "/agenda", icon: CalendarDays, label: "nav-agenda" },
  { name: "search", to: "/search", icon: Search, label: "nav-search" },
  { name: "team", to: "/team", icon: Users, label: "nav-team" },
  { name: "settings", to: "/settings", icon: Settings, label: "nav-settings" },
] as const satisfies ScreenEntry[];

/** A screen of the rail. */
export type Screen = (typeof screens)[number];

/** Where one begins after unlocking: a coach with the shift, others with the caseload. */
export function firstScreenOf(role: Role | null): Screen {
  return role === "coach" ? screens[0] : screens[1];
}

/** The screen that a path belongs to. */
export function screenAt(path: string): Screen {
  return screens.find(({ to }) => path === to || path.startsWith(`${to}/`)) ?? screens[0];
}
