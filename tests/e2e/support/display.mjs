// A screen that exists only in memory.
import { spawn } from "node:child_process";

/**
 * Starts Xvfb on a free number.
 * @param {string} size for example "1280x800"
 * @returns {Promise<{ name: string, stop: () => void }>} the name is what DISPLAY must hold
 */
export function startDisplay(size) {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", `${size}x24`, "-nolisten", "tcp", "-dpi", "96"],
    { stdio: ["ignore", "ignore", "pipe", "pipe"] },
  );
  return new Promise((done, fail) => {
    let complaint = "";
    server.stderr.on("data", (part) => {
      complaint += part;
    });
    server.once("error", fail);
    server.once("exit", (code) => fail(new Error(`Xvfb ended with ${code}: ${complaint}`)));
    let number = "";
    server.stdio[3].on("data", (part) => {
      number += part;
      if (number.endsWith("\n")) {
        done({ name: `:${number.trim()}`, stop: () => server.kill() });
      }
    });
  });
}
