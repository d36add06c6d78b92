import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { faults, openWindow, teamAtWork } from "../../testing";

async function openPalette() {
  const core = teamAtWork();
  const caseId = core.cases[1]?.row.id ?? "";
  const moment = core.moment({ caseId, text: "Wil terug naar school." });
  const { user } = openWindow(core);
  await screen.findByRole("navigation", { name: "Schermen" });
  const opener = screen.getByRole("button", { name: "Zoek" });
  opener.focus();
  await user.keyboard("{Control>}k{/Control}");
  const dialog = await screen.findByRole("dialog", { name: "Opdrachten en zoeken" });
  return { user, core, moment, opener, palette: within(dialog) };
}

const gone = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

test("empty it shows what can be done, with the keys; letters choose, Enter goes there", async () => {
  const { user, palette } = await openPalette();
  expect(palette.getByRole("menuitem", { name: /Nieuw contactmoment(?!,)/ })).toBeTruthy();
  expect(palette.getByRole("menuitem", { name: /Vergrendel/ })).toBeTruthy();
  expect(await faults()).toEqual([]);
  await user.keyboard("inst");
  expect(palette.getAllByRole("menuitem").map((item) => item.textContent)).toEqual([
    expect.stringContaining("Instellingen"),
    "Zoek “inst” in alles",
  ]);
  await user.keyboard("{Enter}");
  await gone();
  await screen.findByRole("heading", { level: 1, name: "Instellingen" });
});

test("two letters find a case by name", async () => {
  const { user, palette } = await openPalette();
  await user.keyboard("yo");
  await palette.findByRole("menuitem", { name: "Youssef B." });
  await user.keyboard("{Enter}");
  await screen.findByRole("heading", { level: 2, name: "Youssef B." });
  await gone();
});

test("texts are found too, and open at the item", async () => {
  const { user, palette, moment } = await openPalette();
  await user.keyboard("school");
  const hit = await palette.findByRole("menuitem", { name: /Wil terug naar school/ });
  expect(hit.querySelector("mark")?.textContent).toBe("school");
  expect(await faults()).toEqual([]);
  await user.click(hit);
  await screen.findByRole("heading", { level: 2, name: "Youssef B." });
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset.id).toBe(moment.id));
});

test("what is not found here is searched for in everything", async () => {
  const { user } = await openPalette();
  await user.keyboard("zeppelin{Enter}");
  const field = await screen.findByRole("combobox", { name: "Zoek in alles" });
  expect((field as HTMLInputElement).value).toBe("zeppelin");
  await gone();
});

test("Escape gives the focus back, also after what a command opened", async () => {
  const { user, opener } = await openPalette();
  await user.keyboard("{Escape}");
  await gone();
  await waitFor(() => expect(document.activeElement).toBe(opener));
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByRole("dialog", { name: "Opdrachten en zoeken" });
  await user.keyboard("nieuw c{Enter}");
  const text = await screen.findByRole("textbox", { name: "Wat gebeurde er?" });
  await waitFor(() => expect(document.activeElement).toBe(text));
  await user.keyboard("{Escape}");
  await gone();
  await waitFor(() => expect(document.activeElement).toBe(opener));
});

test("a screen adds what can be done there, for as long as it is shown", async () => {
  const { user, palette } = await openPalette();
  await user.keyboard("nieuwe c");
  await palette.findByRole("menuitem", { name: "Nieuwe casus" });
  await user.keyboard("{Enter}");
  await screen.findByRole("dialog", { name: "Nieuwe casus" });
  await user.keyboard("{Escape}");
  await gone();
  await user.click(screen.getByRole("link", { name: "Team" }));
  await screen.findByRole("heading", { level: 1, name: "Team" });
  await user.keyboard("{Control>}k{/Control}nieuwe");
  await screen.findByRole("menuitem", { name: "Zoek “nieuwe” in alles" });
  expect(screen.queryByRole("menuitem", { name: "Nieuwe casus" })).toBeNull();
});

test("while a contact moment is written the palette stays away, and locking still works", async () => {
  const { user } = openWindow(teamAtWork());
  await screen.findByRole("navigation", { name: "Schermen" });
  await user.keyboard("{Control>}n{/Control}");
  await screen.findByRole("dialog", { name: "Nieuw contactmoment" });
  await user.keyboard("{Control>}k{/Control}");
  expect(screen.queryByRole("dialog", { name: "Opdrachten en zoeken" })).toBeNull();
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByLabelText("Wachtzin");
});
