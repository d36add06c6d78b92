// Hands and eyes without a driver: what is left when the page that it drives is gone.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { until } from "./processes.mjs";

const run = promisify(execFile);

/** Presses keys together where the focus is, as xdotool names them: "ctrl+Return". */
export const press = (chord) => run("xdotool", ["key", chord]);

/** The rail with the screens' names, which lies beside every dialog and is dimmed by it. */
const RAIL = { width: 180, height: 800 };

/** How light the rail of `window` is on the screen at this moment, from 0 to 255. */
async function lightOfRail({ x }) {
  const part = `${RAIL.width}x${RAIL.height}+${x}+0`;
  const { stdout } = await run("import", ["-window", "root", "-crop", part, "-depth", "8", "gray:-"], { encoding: "buffer" });
  return stdout.reduce((sum, dot) => sum + dot, 0) / stdout.length;
}

/** As `lightOfRail`, once two looks half a second apart say the same. */
export async function lightAtRest(window) {
  let light = await lightOfRail(window);
  const isAtRest = async () => {
    const before = light;
    light = await lightOfRail(window);
    return Math.abs(light - before) < 0.1;
  };
  await until("a screen at rest", isAtRest, 15000, 500);
  return light;
}
