// Photographs of real windows, small enough to keep in the repository.
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { root } from "./places.mjs";

const run = promisify(execFile);

/** Where photographs are kept. */
export const album = join(root, "assets/screenshots");

// Text on plain surfaces: 64 colours lose nothing that the eye sees, and make the file small.
const SMALL = ["+repage", "+dither", "-colors", "64", "-depth", "8", "-strip"];

/** Puts an app's window at a place on the screen, before the others. */
async function place(window, x) {
  const { stdout } = await run("xdotool", ["search", "--onlyvisible", "--pid", String(window.pid)]);
  const shown = stdout.trim().split("\n").at(-1);
  await run("xdotool", ["windowmove", shown, String(x), "0", "windowraise", shown]);
  // The screen has no window manager that says when a window has been drawn at its new place.
  await pause(400);
}

/** Keeps a part of the screen, from its upper left corner. */
async function keep(width, height, name) {
  await mkdir(album, { recursive: true });
  const file = join(album, `${name}.png`);
  await run("import", ["-window", "root", "-crop", `${width}x${height}+0+0`, ...SMALL, `PNG8:${file}`]);
}

/** Photographs one window as it stands on the screen. */
export async function photograph(window, name) {
  const { width, height } = await window.page.getWindowSize();
  await place(window, 0);
  await keep(width, height, name);
}

/** Photographs two windows beside each other, as two laptops on one table. */
export async function photographBoth(left, right, name) {
  const gap = 8;
  const one = await left.page.getWindowSize();
  const other = await right.page.getWindowSize();
  await place(left, 0);
  await place(right, one.width + gap);
  await keep(one.width + gap + other.width, Math.max(one.height, other.height), name);
}
