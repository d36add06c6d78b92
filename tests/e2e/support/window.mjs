// A real window of the real app, driven through WebDriver.
import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { remote } from "webdriverio";
import { freePort, programs } from "./places.mjs";
import { processOf, start, until } from "./processes.mjs";

const run = promisify(execFile);

/**
 * Opens the app on one laptop's folder.
 * @param {string} laptop a folder: the vault is in its `home`, all else the app writes beside it
 * @param {{ width?: number, height?: number, x?: number, scale?: number }} [place] windows must not
 *   cover each other: what is covered is not drawn, and then an app waits for a picture that never comes.
 *   `scale` is how many dots of the screen one of the window's has, as a person sets it who sees badly
 */
export async function openWindow(laptop, { width = 1280, height = 800, x = 0, scale = 1 } = {}) {
  const home = join(laptop, "home");
  await mkdir(home, { recursive: true });
  const [port, nativePort] = [await freePort(), await freePort()];
  const driver = start(
    programs.driver,
    ["--port", String(port), "--native-port", String(nativePort)],
    {
      // Nothing outside the laptop's folder, and the same clock and letters everywhere.
      HOME: laptop,
      XDG_DATA_HOME: join(laptop, "data"),
      XDG_CACHE_HOME: join(laptop, "cache"),
      XDG_CONFIG_HOME: join(laptop, "config"),
      TZ: "Europe/Amsterdam",
      LANG: "C.UTF-8",
      WAYLAND_DISPLAY: "",
      LIBGL_ALWAYS_SOFTWARE: "1",
      // No message bus: the web view would start one that outlives the journey.
      DBUS_SESSION_BUS_ADDRESS: "disabled:",
      NO_AT_BRIDGE: "1",
      NABIJ_LOG: "trace",
      RUST_BACKTRACE: "0",
      GDK_SCALE: String(scale),
    },
  );
  const endDriver = () => driver.end();
  let page;
  let pid;
  try {
    await until("tauri-driver", () => fetch(`http://127.0.0.1:${port}/status`).then((r) => r.ok, () => false));
    page = await remote({
      hostname: "127.0.0.1",
      port,
      path: "/",
      logLevel: "error",
      connectionRetryCount: 0,
      connectionRetryTimeout: 60000,
      waitforTimeout: 10000,
      capabilities: {
        // No browserName: WebKitWebDriver refuses every name that is not its own (tauri#10670).
        "tauri:options": { application: programs.window, args: ["--home", home] },
        "wdio:enforceWebDriverClassic": true,
      },
    });
    pid = await until("the app's process", () => processOf(programs.window, home));
    await page.setWindowSize(width, height);
    const shown = ["--onlyvisible", "--all", "--pid", String(pid), "--name", "Nabij"];
    await run("xdotool", ["search", "--sync", ...shown, "windowmove", String(x), "0"]);
  } catch (error) {
    await page?.deleteSession().catch(() => {});
    await endDriver();
    throw new Error(`no window: ${error.message}\n${driver.said()}`);
  }
  let open = true;
  return {
    /** webdriverio's browser: `page.$("…")`, `page.keys([…])`. */
    page,
    home,
    pid,
    /** Where its left edge is on the screen. */
    x,
    /** How many dots of the screen one of its own has. */
    scale,
    /** Everything that the app and its driver wrote to standard error so far. */
    said: driver.said,
    /** Whether the app's process is there. */
    lives: async () => (await processOf(programs.window, home)) !== undefined,
    /** Closes the window as its user would. */
    async close() {
      if (open) {
        open = false;
        await Promise.race([page.deleteSession().catch(() => {}), pause(15000, undefined, { ref: false })]);
        // A driver that cannot close its window must not keep everybody waiting.
        const left = await processOf(programs.window, home);
        if (left !== undefined) {
          process.kill(left, "SIGKILL");
        }
        await endDriver();
      }
    },
    /** Ends the app in the middle of whatever it does, as a dead battery does. */
    async kill() {
      open = false;
      process.kill(pid, "SIGKILL");
      await until("the app's end", async () => (await processOf(programs.window, home)) === undefined);
      await endDriver();
    },
  };
}
