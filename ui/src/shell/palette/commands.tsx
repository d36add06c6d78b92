import {
  ArrowLeft,
  ArrowRightLeft,
  FileUp,
  Footprints,
  Handshake,
  Keyboard,
  ListChecks,
  Lock,
  type LucideIcon,
  Mail,
  MapPin,
  MoonStar,
  PanelRight,
  Play,
  Plus,
  RefreshCw,
  Rows3,
  Search,
  SquareSlash,
  UserPlus,
} from "lucide-react";
import { createContext, useContext, useEffect, useRef } from "react";
import type { TextKey } from "../../text/generated/keys";
import { type Screen, screens } from "../screens";

/** Something that can be done from anywhere: by its keys, or by its name in the palette. */
export interface Command {
  id: string;
  /** Its name in the palette and on the key sheet. */
  label: TextKey;
  icon: LucideIcon;
  /** The keys that do it, as `keysOf` writes them; the first is the one that is shown. */
  keys?: string[];
  /** Of no use in the palette: it moves the focus, or the palette does the same. */
  keysOnly?: boolean;
  /** May be done while a contact moment is being written. */
  duringCapture?: boolean;
  run: () => void;
}

/** Where the commands about handovers lead. */
export type HandoverPlace = "write" | "inbox" | "caseload";

/** What the frame does for the commands of the window. */
export interface FrameActions {
  go: (to: Screen["to"]) => void;
  capture: () => void;
  captureWho: () => void;
  action: () => void;
  shift: () => void;
  stop: () => void;
  round: () => void;
  search: () => void;
  palette: () => void;
  importFile: () => void;
  handover: (to: HandoverPlace) => void;
  /** How many handovers are still to be read. */
  unread: number;
  share: () => void;
  theme: () => void;
  density: () => void;
  lock: () => void;
  sheet: () => void;
  region: (backwards: boolean) => void;
  back: () => void;
}

/**
 * The commands of the window, in the order of the key sheet. What belongs to one screen only is offered
 * by that screen with `useOffer`.
 */
export function windowCommands(act: FrameActions): Command[] {
  const calm = { duringCapture: true } as const;
  return [
    { id: "capture", label: "command-capture", icon: Plus, keys: ["Ctrl+N"], ...calm, run: act.capture },
    {
      id: "capture-who",
      label: "command-capture-who",
      icon: UserPlus,
      keys: ["Ctrl+Shift+N"],
      run: act.captureWho,
    },
    { id: "action", label: "command-action", icon: ListChecks, keys: ["Ctrl+Shift+A"], run: act.action },
    { id: "shift", label: "command-shift", icon: Play, keys: ["Ctrl+Shift+S"], run: act.shift },
    { id: "stop", label: "command-stop", icon: MapPin, keys: ["Ctrl+Shift+Enter"], run: act.stop },
    { id: "round", label: "command-round", icon: Footprints, run: act.round },
    {
      id: "palette",
      label: "command-palette",
      icon: SquareSlash,
      keys: ["Ctrl+K"],
      keysOnly: true,
      run: act.palette,
    },
    {
      id: "search",
      label: "command-search",
      icon: Search,
      keys: ["Ctrl+F"],
      keysOnly: true,
      run: act.search,
    },
    ...screens.map(({ name, to, icon, label }, index) => ({
      id: `screen-${name}`,
      label,
      icon,
      keys: [`Ctrl+${index + 1}`],
      run: () => act.go(to),
    })),
    { id: "import", label: "import-open", icon: FileUp, run: act.importFile },
    {
      id: "handover",
      label: "command-handover",
      icon: Handshake,
      keys: ["Ctrl+Shift+O"],
      run: () => act.handover("write"),
    },
    {
      id: "handover-inbox",
      label: act.unread > 0 ? "command-handover-unread" : "command-handover-inbox",
      icon: Mail,
      run: () => act.handover("inbox"),
    },
    {
      id: "caseload",
      label: "command-caseload",
      icon: ArrowRightLeft,
      run: () => act.handover("caseload"),
    },
    { id: "share", label: "command-share", icon: RefreshCw, ...calm, run: act.share },
    { id: "theme", label: "command-theme", icon: MoonStar, keys: ["Ctrl+J"], ...calm, run: act.theme },
    { id: "density", label: "command-density", icon: Rows3, ...calm, run: act.density },
    { id: "lock", label: "command-lock", icon: Lock, keys: ["Ctrl+L"], ...calm, run: act.lock },
    { id: "sheet", label: "command-sheet", icon: Keyboard, keys: ["F1", "Ctrl+/"], ...calm, run: act.sheet },
    { id: "back", label: "action-back", icon: ArrowLeft, keys: ["Alt+←"], keysOnly: true, run: act.back },
    {
      id: "region",
      label: "command-region",
      icon: PanelRight,
      keys: ["F6"],
      keysOnly: true,
      ...calm,
      run: () => act.region(false),
    },
    {
      id: "region-back",
      label: "command-region-back",
      icon: PanelRight,
      keys: ["Shift+F6"],
      keysOnly: true,
      ...calm,
      run: () => act.region(true),
    },
  ];
}

/** Takes commands in while a screen is shown; answers with what takes them out again. */
export type Offer = (commands: () => Command[]) => () => void;

export const OfferContext = createContext<Offer>(() => () => {});

/** Offers the commands of a screen in palette, keys and key sheet, for as long as it is shown. */
export function useOffer(commands: Command[]): void {
  const offer = useContext(OfferContext);
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => offer(() => latest.current), [offer]);
}
