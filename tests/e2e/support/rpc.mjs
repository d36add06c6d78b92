// A laptop without a window: the same door, one JSON message a line.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { programs } from "./places.mjs";
import { start, until } from "./processes.mjs";

/**
 * Opens a laptop's folder with `nabij rpc`. It must end before a window opens the same folder.
 * @param {string} laptop as in window.mjs
 */
export async function openRpc(laptop) {
  const home = join(laptop, "home");
  await mkdir(home, { recursive: true });
  const rpc = start(programs.cli, ["--home", home, "rpc"], { NABIJ_LOG: "warn" }, ["pipe", "pipe", "pipe"]);
  const asked = new Map();
  let isEnding = false;
  createInterface({ input: rpc.child.stdout }).on("line", (line) => {
    // A process that ends may be cut off in the middle of telling what changed.
    if (isEnding && !line.endsWith("}")) {
      return;
    }
    const { id, result, error } = JSON.parse(line);
    const answer = asked.get(id);
    asked.delete(id);
    if (error) {
      answer?.fail(new Error(`${answer.method}: ${JSON.stringify(error)}`));
    } else {
      answer?.done(result);
    }
  });
  rpc.ended.then(() => {
    for (const { method, fail } of asked.values()) {
      fail(new Error(`${method}: the process ended\n${rpc.said().slice(-2000)}`));
    }
  });
  let last = 0;
  const ask = (method, params = {}) =>
    new Promise((done, fail) => {
      last += 1;
      asked.set(last, { method, done, fail });
      rpc.child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: last, method, params })}\n`);
    });
  return {
    ask,
    async waitUntilShared(limit = 60000) {
      const shared = async () => (await ask("sync_status")).state === "shared";
      await until("everything shared", shared, limit, 100);
    },
    said: rpc.said,
    /** Ends as a script does: by having nothing more to ask. */
    async end() {
      isEnding = true;
      rpc.child.stdin.end();
      await rpc.ended;
    },
  };
}
