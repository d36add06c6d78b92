// A real hub process.
import { freePort, programs } from "./places.mjs";
import { start, until } from "./processes.mjs";

/**
 * Starts a hub and waits until it is healthy.
 * @param {string} data the folder that it keeps; a hub that starts again gets the same one
 * @param {number} [port] a hub that starts again gets the same one
 * @returns {Promise<{ address: string, port: number, data: string, said: () => string,
 *   stop: (signal?: NodeJS.Signals) => Promise<void> }>}
 */
export async function startHub(data, port) {
  const chosen = port ?? (await freePort());
  const hub = start(programs.hub, ["serve", "--listen", `127.0.0.1:${chosen}`, "--data", data], {
    NABIJ_LOG: "trace",
  });
  const healthy = async () => {
    if (hub.child.exitCode !== null) {
      throw new Error(`the hub stopped at once:\n${hub.said()}`);
    }
    const answer = await fetch(`http://127.0.0.1:${chosen}/health`).catch(() => undefined);
    return answer?.ok;
  };
  try {
    await until("a healthy hub", healthy);
  } catch (error) {
    await hub.end("SIGKILL");
    throw error;
  }
  return {
    address: `ws://127.0.0.1:${chosen}`,
    port: chosen,
    data,
    said: hub.said,
    stop: hub.end,
  };
}
