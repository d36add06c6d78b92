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
