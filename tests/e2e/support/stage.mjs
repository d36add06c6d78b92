// One journey's stage: laptops, hubs and folders that are cleared away when it ends.
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { startHub } from "./hub.mjs";
import { freshFolder } from "./places.mjs";
import { openWindow } from "./window.mjs";

/** Where a second window stands: to the right of one that is 1280 wide. */
export const BESIDE = 1288;

/** What the app says when the system's web view lost its page (src-tauri/src/lost_page.rs). */
const PAGE_LOST = "the web view lost its page";

/**
 * Runs `play` on an empty stage, and clears the stage whatever happens.
 *
 * A web view that breaks down takes its driver with it, though the app goes on: then nothing is
 * proven either way, and the play is given once more. That is said, and only the app's own word
 * for it counts; a second time is a failure. Who breaks the web view down on purpose plays `once`.
 */
export async function onStage(name, play, { once = false } = {}) {
  try {
    return await onFreshStage(name, play);
  } catch (error) {
    if (once || !error.lostPage) {
      throw error;
    }
    console.log(`# PLAYED AGAIN: ${name}; the system's web view broke down under its driver: ${error.message}`);
    return onFreshStage(name, play);
  }
}

async function onFreshStage(name, play) {
  const folder = await freshFolder(name);
  const windows = new Set();
  const hubs = new Set();
  const stage = {
    folder,
    laptop: (who) => join(folder, who),
    /** Opens the laptop's app; `place` as in window.mjs, `x: BESIDE` for a second one. */
    async window(who, place) {
      const window = await openWindow(stage.laptop(who), place);
      windows.add(window);
      return window;
    },
    async hub(port) {
      const hub = await startHub(join(folder, "hub"), port);
      hubs.add(hub);
      return hub;
    },
    /** All that any process said, for the check that nothing personal is in it. */
    said: () => [...windows, ...hubs].map((one) => one.said()).join("\n"),
  };
  try {
    return await play(stage);
  } catch (error) {
    error.lostPage = stage.said().includes(PAGE_LOST);
    const living = await Promise.all([...windows].map((window) => window.lives()));
    error.message += `\n--- which apps live: ${living.join(", ")}; what the processes said ---\n${stage.said().slice(-4000)}`;
    throw error;
  } finally {
    await Promise.allSettled([...windows].map((window) => window.close()));
    await Promise.allSettled([...hubs].map((hub) => hub.stop()));
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/**
 * Which of `words` stand readable in any file below `folder`, as "word in file".
 * Both byte orders of UTF-16 are searched too: web views keep text that way.
 */
export async function readableIn(folder, words) {
  const found = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) {
      continue;
    }
    const bytes = await readFile(join(entry.parentPath ?? entry.path, entry.name)).catch(() => undefined);
    for (const word of bytes ? words : []) {
      const wide = Buffer.from(word, "utf16le");
      if (bytes.includes(word) || bytes.includes(wide) || bytes.includes(Buffer.from(wide).swap16())) {
        found.push(`${word} in ${entry.name}`);
      }
    }
  }
  return found;
}
