import type { QueryClient } from "@tanstack/react-query";
import { listen } from "@tauri-apps/api/event";
import { isTouched } from "./topics";

/** What the core announces after each change, its own or a colleague's. */
export interface Changed {
  topics: string[];
  origin: string | null;
}

/**
 * Re-reads every answer that an announced change made old.
 * Our own changes are re-read too: forms keep their own text, so nothing moves under the caret.
 */
export async function followChanges(client: QueryClient): Promise<() => void> {
  return listen<Changed>("changed", ({ payload }) => {
    void client.invalidateQueries({ predicate: (query) => isTouched(payload.topics, query.queryKey) });
  });
}

let waiting = false;
let open: (() => void) | null = null;

/** Hears that a second start of the program asked for a new contact moment: see `src-tauri/src/second_start.rs`. */
export async function followCaptureAsked(): Promise<() => void> {
  return listen("capture", () => {
    if (open) open();
    else waiting = true;
  });
}

/** Does it from now on; also when it was asked for while the vault was still locked. */
export function onCaptureAsked(run: () => void): () => void {
  open = run;
  if (waiting) {
    waiting = false;
    run();
  }
  return () => {
    open = null;
  };
}
