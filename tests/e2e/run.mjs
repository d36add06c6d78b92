// The real window, driven as a person would.
//   node tests/e2e/run.mjs              all journeys
//   node tests/e2e/run.mjs NAME…        journeys/NAME.test.mjs
//   node tests/e2e/run.mjs pictures     photographs into assets/screenshots; names of scenes may be given
//   node tests/e2e/run.mjs bench FOLDER how fast typing is, on a laptop's folder
// Needs what `scripts/setup.sh test` installs and `cargo build --workspace --bins` builds.
import { spawn } from "node:child_process";
import { access, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { startDisplay } from "./support/display.mjs";
import { programs, root } from "./support/places.mjs";

// Two windows of 1280 fit beside each other, and the smallest one at 200 %.
const SCREEN = "2580x1140";

for (const [name, path] of Object.entries(programs)) {
  await access(path).catch(() => {
    console.error(`${name} is not there (${relative(root, path)}): run \`make test\` or \`make pictures\``);
    process.exit(1);
  });
}

const wishes = process.argv.slice(2);
const folder = join(root, "tests/e2e/journeys");
let args;
if (wishes[0] === "pictures") {
  args = [join(root, "tests/e2e/pictures.mjs"), ...wishes.slice(1)];
} else if (wishes[0] === "bench") {
  args = [join(root, "tests/e2e/bench.mjs"), ...wishes.slice(1)];
} else {
  const all = (await readdir(folder)).filter((name) => name.endsWith(".test.mjs")).sort();
  const chosen = wishes.length === 0 ? all : wishes.map((name) => `${name}.test.mjs`);
  // One at a time: two windows that each wait for a slow machine would measure each other.
  args = ["--test", "--test-concurrency=1", ...chosen.map((name) => join(folder, name))];
}

const display = await startDisplay(SCREEN);
const child = spawn(process.execPath, args, {
  stdio: ["ignore", "inherit", "inherit"],
  env: { ...process.env, DISPLAY: display.name },
});
child.once("exit", (code) => {
  display.stop();
  process.exitCode = code ?? 1;
});
