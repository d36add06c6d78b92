import { Check } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import "./status.css";

type Announce = (text: string) => void;

const StatusContext = createContext<Announce>(() => {});

/** Says something short that needs no answer: seen for a few seconds, read out by screen readers. */
export function useAnnounce(): Announce {
  return useContext(StatusContext);
}

/** Holds the one status line of the window. */
export function StatusProvider({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ text: string; turn: number } | null>(null);
  const announce = useCallback<Announce>(
    (text) => setSaid((before) => ({ text, turn: (before?.turn ?? 0) + 1 })),
    [],
  );
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(null), 5000);
    return () => clearTimeout(timer);
  }, [said]);
  return (
    <StatusContext.Provider value={announce}>
      {children}
      <div className="nb-status" role="status">
        {said ? (
          <span className="nb-status__line" key={said.turn}>
            <Check aria-hidden />
            {said.text}
          </span>
        ) : null}
      </div>
    </StatusContext.Provider>
  );
}
