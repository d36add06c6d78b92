import { useCallback, useSyncExternalStore } from "react";

/**
 * Text that someone is writing and has not saved. It lives in memory only, outlives a walk to another
 * screen, and is thrown away when the vault is locked.
 */
const kept = new Map<string, unknown>();
const listeners = new Set<() => void>();

function announce(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Keys that begin so hold a search or a place, not writing: losing them loses nothing. */
const light = "look:";

/** True when there is writing that was not saved. */
export function hasUnsaved(): boolean {
  return [...kept.keys()].some((key) => !key.startsWith(light));
}

/** Throws away all that is kept: at lock. */
export function forgetKept(): void {
  kept.clear();
  announce();
}

/** A value under a key that survives unmounting; `undefined` removes it. */
export function useKept<T>(key: string): [T | undefined, (value: T | undefined) => void] {
  const value = useSyncExternalStore(subscribe, () => kept.get(key) as T | undefined);
  const set = useCallback(
    (next: T | undefined) => {
      if (next === undefined) kept.delete(key);
      else kept.set(key, next);
      announce();
    },
    [key],
  );
  return [value, set];
}
