// Where things are, and ports that nobody uses.
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

const built = resolve(root, process.env.CARGO_TARGET_DIR ?? "target", "debug");

/** The programs under test, as `cargo build --workspace --bins` leaves them. */
export const programs = {
  window: join(built, "nabij-desktop"),
  hub: join(built, "nabij-hub"),
  cli: join(built, "nabij"),
  driver: join(root, ".tools/bin/tauri-driver"),
};

/** A fresh folder for one journey; the caller removes it. */
export const freshFolder = (name) => mkdtemp(join(tmpdir(), `nabij-${name}-`));

/** A port that was free a moment ago. */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
