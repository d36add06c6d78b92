import { invoke } from "@tauri-apps/api/core";
import { CallFailure, toFailure } from "./failure";
import type { Commands } from "./generated/commands";

/** Random for each load of the page; the core repeats it in the announcements our calls cause. */
export const origin: string = crypto.randomUUID();

/** The one way from the interface to the core. Rejects with a `CallFailure`, never with anything else. */
export async function call<C extends keyof Commands>(
  name: C,
  request: Commands[C][0],
): Promise<Commands[C][1]> {
  try {
    return await invoke<Commands[C][1]>("call", { name, request, origin });
  } catch (thrown) {
    throw new CallFailure(toFailure(thrown));
  }
}
