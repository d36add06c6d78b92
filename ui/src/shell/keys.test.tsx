import { screen as page, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { openWindow, teamAtWork } from "../testing";
import { screens } from "./screens";

async function openRoom() {
  const opened = openWindow(teamAtWork());
  await page.findByRole("navigation", { name: "Schermen" });
  return opened;
}

test("Ctrl and a digit go to the screens in the order of the rail, and Alt+Left back", async () => {
  const { user } = await openRoom();
  const rail = within(page.getByRole("navigation", { name: "Schermen" }));
  const names = rail.getAllByRole("link").map((link) => link.textContent ?? "");
  expect(names).toHaveLength(screens.length);
  for (const [index, name] of names.entries()) {
    await user.keyboard(`{Control>}[Digit${index + 1}]{/Control}`);
    await page.findByRole("heading", { level: 1, name });
  }
  await user.keyboard("{Alt>}{ArrowLeft}{/Alt}");
  await page.findByRole("heading", { level: 1, name: names.at(-2) });
});

test("a new screen takes the focus at its heading, Ctrl+J turns day and night", async () => {
  const { user } = await openRoom();
  expect(document.documentElement.dataset.theme).toBe("night");
  await user.keyboard("{Control>}j{/Control}");
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe("day"));
  const team = screens.findIndex(({ name }) => name === "team") + 1;
  await user.keyboard(`{Control>}[Digit${team}]{/Control}`);
  const title = await page.findByRole("heading", { level: 1, name: "Team" });
  await waitFor(() => expect(document.activeElement).toBe(title));
});

test("F1 shows every key there is, those of the screen that is open included", async () => {
  const { user } = await openRoom();
  await user.keyboard("{F1}");
  const sheet = within(await page.findByRole("dialog", { name: "Toetsen" }));
  for (const what of ["Nieuw contactmoment", "Casussen", "Instellingen", "Vergrendel", "Terug", "Bewaar"]) {
    expect(sheet.getByText(what)).toBeTruthy();
  }
  await user.keyboard("{Escape}");
  await waitFor(() => expect(page.queryByRole("dialog")).toBeNull());
  await user.keyboard("{Control>}/{/Control}");
  await page.findByRole("dialog", { name: "Toetsen" });
});
