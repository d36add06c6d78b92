// How fast the real window answers to typing: `make bench FOLDER=…`.
// FOLDER is a laptop's folder with the vault in its `home`, as window.mjs has them; its passphrase stands in
// NABIJ_PASSPHRASE, or is the one of the journeys. Prints figures; judges nothing.
import { resolve } from "node:path";
import { personAt } from "./support/person.mjs";
import { until } from "./support/processes.mjs";
import { PASSPHRASE } from "./support/team.mjs";
import { measureTyping } from "./support/typing.mjs";
import { openWindow } from "./support/window.mjs";

const TEXT =
  "Sprak bij het plein met twee jongens over school en de boetes, daarna samen gebeld met zijn oma; morgen om tien uur weer. ";
const SOUGHT = "schoolverzuim oma plein jongens afspraak ";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("which folder? make bench FOLDER=…");
  process.exit(2);
}

/** Types it three times, so that one hiccup is seen as one. */
async function measured(person, what, text, clear) {
  for (let time = 1; time <= 3; time += 1) {
    const { letters, median, p95, worst } = await measureTyping(person.page, text);
    const shown = [median, p95, worst].map((one) => one.toFixed(1).padStart(6));
    console.log(`${what} ${time}: ${letters} letters  median ${shown[0]} ms  p95 ${shown[1]} ms  worst ${shown[2]} ms`);
    await clear();
  }
}

const window = await openWindow(resolve(folder));
try {
  const person = personAt(window);
  const clear = async () => {
    await person.keys("Control", "a");
    await person.keys("Delete");
  };
  await person.unlock(process.env.NABIJ_PASSPHRASE ?? PASSPHRASE);
  await person.isAtWork();
  await person.keys("Control", "f");
  const field = await person.page.$('[data-testid="search-field"]');
  await until("focus in the search field", () => field.isFocused());
  await measured(person, "search ", SOUGHT.slice(0, 40), clear);
  await person.keys("Control", "n");
  const area = await person.page.$('//*[@data-testid="capture-text"]//textarea');
  await until("focus in the text", () => area.isFocused());
  await measured(person, "capture", TEXT.slice(0, 120), clear);
} finally {
  await window.close();
}
