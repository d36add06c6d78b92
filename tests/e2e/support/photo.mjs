// Photographs of real windows, small enough to keep in the repository.
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { root } from "./places.mjs";
import { until } from "./processes.mjs";

const run = promisify(execFile);

/** Where photographs are kept. */
export const album = join(root, "assets/screenshots");

// Text on plain surfaces: 64 colours lose nothing that the eye sees, and make the file small.
const SMALL = ["+repage", "+dither", "-colors", "64", "-depth", "8", "-strip"];

/** The files of this run. */
export const taken = new Set();

/** Waits until what the page holds is what the screen shows, and no message lies over it. */
async function drawn(window) {
  const quiet = () => window.page.execute(() => document.querySelector(".nb-status__line") === null);
  await until("no message on the screen", quiet);
  await window.page.executeAsync((done) => {
    // The second frame begins when the first has been handed over.
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });
  await pause(500);
}

/** Keeps one rectangle of the screen. */
async function keep({ x, width, height, scale = 1 }, name) {
  await mkdir(album, { recursive: true });
  const part = `${width * scale}x${height * scale}+${x}+0`;
  const file = join(album, `${name}.png`);
  taken.add(`${name}.png`);
  await run("import", ["-window", "root", "-crop", part, ...SMALL, `PNG8:${file}`]);
}

/** Photographs one window as it stands on the screen. */
export async function photograph(window, name) {
  await drawn(window);
  const { x, scale } = window;
  await keep({ x, scale, ...(await window.page.getWindowSize()) }, name);
}

/** Photographs everything from the left window to the right one, as two laptops on one table. */
export async function photographBoth(left, right, name) {
  await drawn(left);
  await drawn(right);
  const one = await left.page.getWindowSize();
  const other = await right.page.getWindowSize();
  const width = right.x + other.width - left.x;
  await keep({ x: left.x, width, height: Math.max(one.height, other.height) }, name);
}
