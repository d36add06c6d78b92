// What a person does at a laptop, in the words of the screen. Finds things as that person would:
// by their label, never by their place in the page.
import { Key } from "webdriverio";
import { until } from "./processes.mjs";
import { word } from "./words.mjs";

const quoted = (text) => `"${text}"`;

/** A person at one window (window.mjs). */
export function personAt(window) {
  const { page } = window;

  const button = (words) =>
    page.$(
      `//button[not(@disabled)][normalize-space(.)=${quoted(words)} or starts-with(normalize-space(.), ${quoted(`${words} `)}) or @aria-label=${quoted(words)}]`,
    );
  const field = (label) =>
    page.$(
      `//*[@id=//label[normalize-space(.)=${quoted(label)} or starts-with(normalize-space(.), ${quoted(`${label} (`)})]/@for]`,
    );
  const option = (label) => page.$(`//label[.//*[normalize-space(text())=${quoted(label)}]]`);

  const person = {
    window,
    page,
    button,
    field,
    option,

    async press(words) {
      const found = await button(words);
      await found.waitForClickable();
      await found.click();
    },
    async choose(label) {
      const found = await option(label);
      await found.waitForClickable();
      await found.click();
    },
    /** Chooses in a menu that is open. */
    async chooseInMenu(words) {
      const item = await page.$(`//*[@role="menuitem"][normalize-space(.)=${quoted(words)}]`);
      await item.waitForClickable();
      await item.click();
    },
    async fill(label, text) {
      const found = await field(label);
      await found.waitForEnabled();
      await found.click();
      // Over what stands there, as fingers do; WebDriver's own clearing goes unnoticed by React.
      await person.keys("Control", "a");
      await found.addValue(text);
    },
    /** Presses keys together, as in `keys("Control", "n")`. */
    async keys(...names) {
      await page.keys(names.map((name) => Key[name] ?? Key[{ Control: "Ctrl" }[name]] ?? name));
    },
    /** Writes where the caret is, letter by letter; WebDriver's own typing moves the caret first. */
    async type(text) {
      for (const letter of text) {
        await page.keys(letter);
      }
    },
    /** Waits until the screen shows `text` somewhere. */
    async sees(text, limit) {
      const shown = () => page.execute((part) => document.body.innerText.includes(part), text);
      await until(`the words ${quoted(text)}`, shown, limit);
    },

    /** Waits until the work is there, on whatever screen it begins. */
    async isAtWork(limit = 60000) {
      await (await page.$('[data-testid="sync-pill"]')).waitForExist({ timeout: limit });
    },

    /** First start, step 1. */
    async chooseLook(theme = "night") {
      await person.sees(word("first-look-title"));
      await person.choose(word("language-nl"));
      await person.choose(word(`theme-${theme}`));
      await person.press(word("action-next"));
    },
    /** First start, step 2, with the words that are proposed; answers with them. */
    async takeProposedPassphrase() {
      const list = await page.$('[data-testid="proposed-passphrase"]');
      await list.waitForDisplayed();
      const passphrase = await page.execute((hyphens) => {
        const items = document.querySelectorAll('[data-testid="proposed-passphrase"] li');
        const words = [...items].map((item) => item.lastChild.textContent);
        return words.join(document.body.innerText.includes(hyphens) ? "-" : " ");
      }, word("first-passphrase-hyphens"));
      await person.choose(word("first-passphrase-written"));
      await person.press(word("first-passphrase-create"));
      return passphrase;
    },
    /** First start, step 2, with a passphrase of one's own. */
    async makePassphrase(passphrase) {
      await person.press(word("first-passphrase-own"));
      await person.fill(word("passphrase-new"), passphrase);
      await person.fill(word("passphrase-repeat"), passphrase);
      await person.press(word("first-passphrase-create"));
    },
    /** First start, steps 3 and 4: a new team. */
    async foundTeam({ team, name, hub = "" }) {
      await person.sees(word("first-team-title"), 60000);
      await person.choose(word("first-team-found"));
      await person.press(word("action-next"));
      await person.fill(word("team-name"), team);
      await person.fill(word("own-name"), name);
      if (hub !== "") {
        await person.fill(word("hub-address"), hub);
      }
      await person.press(word("first-found-submit"));
      await person.isAtWork();
    },
    /** First start, steps 3 and 4: with an invitation. Ends on whatever comes after. */
    async joinTeam({ invitation, name }) {
      await person.sees(word("first-team-title"), 60000);
      await person.choose(word("first-team-join"));
      await person.press(word("action-next"));
      await person.fill(word("invitation-code"), invitation);
      await person.fill(word("own-name"), name);
      await person.press(word("first-join-submit"));
    },
    async unlock(passphrase) {
      await person.sees(word("unlock-title"));
      await person.fill(word("unlock-passphrase"), passphrase);
      await person.press(word("unlock-submit"));
    },

    /** Goes to a screen by its key, as the rail says it: "cases", "search", "team", "settings". */
    async goTo(screen) {
      const link = await page.$(`//nav//a[normalize-space(.)=${quoted(word(`nav-${screen}`))}]`);
      await link.waitForExist();
      const [, digit] = (await link.getAttribute("title")).split("+");
      await person.keys("Control", digit);
    },
    /** Does something by its name, with the palette: `command("command-round")`. */
    async command(key) {
      await person.keys("Control", "k");
      const isOpen = () => page.execute(() => document.activeElement?.closest("[role=dialog]") !== null);
      await until("the palette", async () => (await isOpen()) && (await page.execute(() => document.activeElement.tagName === "INPUT")));
      await person.type(word(key));
      const offered = () => page.execute((name) => [...document.querySelectorAll("[role=menuitem]")].some((one) => one.innerText.includes(name)), word(key));
      await until(`the command ${quoted(word(key))}`, offered);
      await person.keys("Enter");
    },
    /** Makes an invitation for a coach; answers with the code. */
    async invite() {
      await person.goTo("team");
      await person.press(word("team-invite-submit"));
      const code = await page.$('[data-testid="invitation"] textarea');
      await code.waitForExist();
      return code.getValue();
    },
    /** Opens a new case with the colleagues named. */
    async openCase(name, colleagues = []) {
      await person.goTo("cases");
      await person.press(word("cases-new"));
      await person.fill(word("cases-name"), name);
      for (const colleague of colleagues) {
        await person.choose(colleague);
      }
      await person.press(word("cases-open"));
      await person.sees(word("timeline-title"));
    },
    /** Chooses a case in the list. */
    async chooseCase(name) {
      await person.goToCase(name);
      await person.sees(word("timeline-title"));
    },
    /** As `chooseCase`, also for "Without a case", and without waiting for a timeline's title. */
    async goToCase(name) {
      await person.goTo("cases");
      const row = await page.$(`//*[@role="option"][.//*[normalize-space(text())=${quoted(name)}]]`);
      await row.waitForDisplayed();
      await row.click();
      const opened = () =>
        page.execute(
          (title) => [...document.querySelectorAll("h2")].some((one) => one.textContent === title),
          name,
        );
      await until(`the case ${quoted(name)}`, opened);
    },
    /** Quick capture, with the keyboard: who may stay empty. Ends when it is saved. */
    async capture({ text, who = "", kind = 1, place = null }) {
      await person.keys("Control", "n");
      const area = await page.$('//*[@data-testid="capture-text"]//textarea');
      await area.waitForDisplayed();
      await until("focus in the text", () => area.isFocused());
      await area.addValue(text);
      if (kind !== 1) {
        await person.keys("Alt", String(kind));
      }
      if (place !== null) {
        await person.fill(word("capture-place"), place);
      }
      if (who !== "") {
        await person.fill(word("capture-who"), who);
        // A name that is known is offered first; a new one becomes a nickname by a comma.
        const found = () => page.execute(() => document.querySelectorAll(".nb-who__option").length > 1);
        await until(`the offer of ${quoted(who)}`, found);
        await person.keys("Enter");
      }
      await person.keys("Control", "Enter");
      await area.waitForExist({ reverse: true });
    },
    /** Writes a note in the case that is open. */
    async writeNote(text) {
      await person.fill(word("note-write"), text);
      await person.keys("Control", "Enter");
      await until("an empty field", async () => (await (await field(word("note-write"))).getValue()) === "");
    },
    /** The timeline that is open: what each item says and whether it is shared, newest first. */
    async timeline() {
      return page.execute(() =>
        [...document.querySelectorAll('[data-testid="timeline-item"]')].map((item) => ({
          text: item.querySelector(".nb-item__text")?.textContent ?? "",
          share: item.dataset.share,
        })),
      );
    },
    /** Types in the search field; answers with the titles and texts found. */
    async search(query) {
      await person.keys("Control", "f");
      const input = await page.$('[data-testid="search-field"]');
      await input.waitForDisplayed();
      await person.keys("Control", "a");
      await input.addValue(query);
    },
    async hits() {
      return page.execute(() =>
        [...document.querySelectorAll('[data-testid="search-hit"]')].map((hit) => ({
          text: hit.textContent,
          marked: [...hit.querySelectorAll("mark")].map((mark) => mark.textContent),
        })),
      );
    },
    /** What the sync pill says: alone, shared, busy, waiting or error. */
    async sharing() {
      return (await page.$('[data-testid="sync-pill"]')).getAttribute("data-state");
    },
    async waitUntilShared(limit = 30000) {
      await until("everything shared", async () => (await person.sharing()) === "shared", limit);
    },
  };
  return person;
}
