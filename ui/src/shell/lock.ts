import type { QueryClient } from "@tanstack/react-query";
import { call } from "../ipc/call";
import type { VaultState } from "../ipc/generated/VaultState";
import { hasUnsaved } from "../kit/kept";

/** Waits until nothing is being written any more. */
function writesDone(client: QueryClient): Promise<void> {
  if (client.isMutating() === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = client.getMutationCache().subscribe(() => {
      if (client.isMutating() > 0) return;
      stop();
      resolve();
    });
  });
}

/** Locks the vault; null when there is writing that would be lost, unless `anyway`. */
export async function lock(client: QueryClient, anyway: boolean): Promise<VaultState | null> {
  // Leaving a field saves it where fields save by themselves.
  const field = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  field?.blur();
  await new Promise((resolve) => setTimeout(resolve));
  await writesDone(client);
  if (hasUnsaved() && !anyway) {
    // Who goes back to the text goes on where the caret was.
    field?.focus();
    return null;
  }
  return call("lock_vault", {});
}
