import {
  CircleAlert,
  Ellipsis,
  House,
  type LucideIcon,
  MessageCircle,
  Smartphone,
  Users,
} from "lucide-react";
import type { ContactKind } from "../../ipc/generated/ContactKind";

/** In the order of Alt+1 to Alt+6. */
export const kinds: ContactKind[] = [
  "conversation",
  "message",
  "homeVisit",
  "signal",
  "consultation",
  "other",
];

const icons: Record<ContactKind, LucideIcon> = {
  conversation: MessageCircle,
  message: Smartphone,
  homeVisit: House,
  signal: CircleAlert,
  consultation: Users,
  other: Ellipsis,
};

/** The icon of a kind; it always stands beside its word. */
export function KindIcon({ kind }: { kind: ContactKind }) {
  const Icon = icons[kind] ?? Ellipsis;
  return <Icon aria-hidden />;
}
