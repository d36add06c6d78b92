import { Check, Undo2 } from "lucide-react";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useText } from "../text/text";
import { Button } from "./Button";
import "./status.css";

/** Says something short. With `undo` there is a button for ten seconds that takes it back. */
export type Announce = (text: string, more?: { undo?: () => void }) => void;

interface Said {
  text: string;
  undo: (() => void) | null;
  turn: number;
}

const plainTime = 5_000;
const undoTime = 10_000;

const StatusContext = createContext<Announce>(() => {});

/** Says something short that needs no answer: seen for a few seconds, read out by screen readers. */
export function useAnnounce(): Announce {
  return useContext(StatusContext);
}

/** In a text Ctrl+Z takes back typing, never what was saved. */
function isInText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      "input:not([type=checkbox], [type=radio]), textarea, [contenteditable], [role=textbox]",
    ) !== null
  );
}

function useUndoKey(undo: (() => void) | null): void {
  useEffect(() => {
    if (!undo) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.ctrlKey && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "z";
      if (!isUndo || isInText(event.target)) return;
      event.preventDefault();
      undo();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [undo]);
}

function Line({ said, onEnd }: { said: Said; onEnd: () => void }) {
  const { t } = useText();
  const [isHeld, setHeld] = useState(false);
  const line = useRef<HTMLSpanElement>(null);
  const cameFrom = useRef<Element | null>(null);
  // The time runs only while nobody is at the line: nobody has to be quick.
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(onEnd, said.undo ? undoTime : plainTime);
    return () => clearTimeout(timer);
  }, [isHeld, said.undo, onEnd]);
  useLayoutEffect(() => {
    const here = line.current;
    return () => {
      // A button that goes away with the focus on it gives the focus back.
      const before = cameFrom.current;
      if (here?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  const { undo } = said;
  const useIt = useCallback(() => {
    onEnd();
    undo?.();
  }, [onEnd, undo]);
  useUndoKey(undo ? useIt : null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being at the line holds its time, no more
    <span
      ref={line}
      className="nb-status__line"
      data-region={undo ? "status" : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(line.current?.contains(document.activeElement) ?? false)}
      onFocus={(event) => {
        if (!line.current?.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget;
        setHeld(true);
      }}
      onBlur={() => setHeld(false)}
    >
      <Check aria-hidden />
      {said.text}
      {undo ? (
        <Button variant="quiet" icon={<Undo2 aria-hidden />} keys="Ctrl+Z" onPress={useIt}>
          {t("status-undo")}
        </Button>
      ) : null}
    </span>
  );
}

/** Holds the one status line of the window. */
export function StatusProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said | null>(null);
  const announce = useCallback<Announce>(
    (text, more) => setSaid((before) => ({ text, undo: more?.undo ?? null, turn: (before?.turn ?? 0) + 1 })),
    [],
  );
  const end = useCallback(() => setSaid(null), []);
  return (
    <StatusContext.Provider value={announce}>
      {children}
      {/* An open dialog hides what is outside it; this attribute keeps the line with its button within reach. */}
      <div className="nb-status" role="status" data-react-aria-top-layer>
        {said ? <Line key={said.turn} said={said} onEnd={end} /> : null}
      </div>
    </StatusContext.Provider>
  );
}
