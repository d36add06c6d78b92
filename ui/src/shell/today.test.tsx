import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Theme } from "../ipc/generated/Theme";
import { faults, openWindow, teamAtWork } from "../testing";

const log = () => screen.findAllByTestId("timeline-item");

test("a coach begins at Today, which says the next step", async () => {
  openWindow(teamAtWork("coach"));
  await screen.findByRole("heading", { level: 1, name: "Vandaag" });
  expect(await screen.findByText("Er loopt geen dienst")).toBeTruthy();
});

test("a director begins at the cases", async () => {
  openWindow(teamAtWork("director"));
  await screen.findByRole("heading", { level: 1, name: "Casussen" });
});

test("one key starts the shift from anywhere, and shows it when it runs", async () => {
  const { user, core } = openWindow(teamAtWork("coach"));
  await user.click(await screen.findByRole("link", { name: "Team" }));
  await user.keyboard("{Control>}{Shift>}s{/Shift}{/Control}");
  await screen.findByRole("heading", { level: 2, name: /Dienst vanaf/ });
  await user.click(screen.getByRole("link", { name: "Team" }));
  await user.keyboard("{Control>}{Shift>}s{/Shift}{/Control}");
  await screen.findByRole("heading", { level: 1, name: "Vandaag" });
  expect(core.requests("start_shift")).toHaveLength(1);
});

test("a stop in few inputs: the last place stands there, Alt chooses the mood, Ctrl+Enter saves", async () => {
  const core = teamAtWork("coach");
  core.shifts.shift();
  core.shifts.stop({ place: "Neude", at: Date.now() - 600_000 });
  const { user } = openWindow(core);
  await log();
  await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
  const dialog = within(await screen.findByRole("dialog", { name: "Nieuwe stop" }));
  const place = dialog.getByRole<HTMLInputElement>("combobox", { name: "Waar" });
  await waitFor(() => expect(document.activeElement).toBe(place));
  expect(place.value).toBe("Neude");
  expect([place.selectionStart, place.selectionEnd]).toEqual([0, 5]);
  await user.keyboard("{Alt>}[Digit4]{/Alt}{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_stop")).toHaveLength(1));
  expect(core.requests("record_stop")[0]).toMatchObject({ place: "Neude", mood: "tense", headCount: null });
  expect(await log()).toHaveLength(2);
  expect(screen.getByText("gespannen")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Ongedaan maken/ }));
  await waitFor(async () => expect(await log()).toHaveLength(1));
});

test("rounds stand in the log, the newest first; starting one ends the other", async () => {
  const { user, core } = openWindow(teamAtWork("coach"));
  await user.click(await screen.findByRole("button", { name: "Start dienst" }));
  await user.click(await screen.findByRole("button", { name: "Start ronde" }));
  await screen.findByRole("heading", { level: 3, name: /Ronde 1 · vanaf/ });
  expect(screen.getByText("Nog geen stop in deze ronde.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Beëindig ronde" }));
  await screen.findByRole("button", { name: "Start ronde" });
  expect(core.shifts.shifts[0]?.rounds[0]?.endedAt).not.toBeNull();
});

test("the end of a shift says what is open, and can be undone", async () => {
  const core = teamAtWork("coach");
  core.shifts.shift();
  core.shifts.stop({ place: "Neude", at: Date.now() });
  core.shifts.toLink = 2;
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("button", { name: "Meer over deze dienst" }));
  await user.click(await screen.findByRole("menuitem", { name: "Beëindig dienst" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Je dienst is klaar" }));
  expect(dialog.getByText("2 personen zijn nog niet gekoppeld.")).toBeTruthy();
  expect(dialog.getByText(/1 ding is nog niet gedeeld/)).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Sluit" }));
  await screen.findByText("Er loopt geen dienst");
  await user.click(screen.getByRole("button", { name: /Ongedaan maken/ }));
  await screen.findByRole("heading", { level: 2, name: /Dienst vanaf/ });
});

test("a shift that was forgotten is shown as open, and a new one can begin", async () => {
  const core = teamAtWork("coach");
  core.shifts.shift(Date.now() - 20 * 3_600_000);
  const { user } = openWindow(core);
  expect(await screen.findByText(/Nog open sinds/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Start dienst" }));
  await screen.findByRole("heading", { level: 2, name: /Dienst vanaf/ });
  expect(core.shifts.shifts).toHaveLength(2);
});

test("what colleagues added stays new until one says so or leaves", async () => {
  const core = teamAtWork("coach");
  const caseId = core.cases[0]?.row.id ?? "";
  const row = {
    id: "a1",
    kind: "contactMoment" as const,
    caseId,
    caseName: "Gezin K.",
    shiftId: null,
    by: "Bram",
    at: Date.now(),
    words: "Sprak moeder.",
  };
  core.shifts.waiting.added = { rows: [row], total: 1, more: false, mark: 7 };
  const { user } = openWindow(core);
  await screen.findByText("Sprak moeder.");
  expect(core.requests("note_looked")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "contactmoment · Gezin K." }));
  await screen.findByRole("heading", { level: 2, name: "Gezin K." });
  await waitFor(() => expect(core.requests("note_looked")).toEqual([{ mark: 7 }]));
});

test("Gezien empties the list where one is", async () => {
  const core = teamAtWork("coach");
  const row = {
    id: "a1",
    kind: "stop" as const,
    caseId: null,
    caseName: null,
    shiftId: "s1",
    by: "Bram",
    at: Date.now(),
    words: "Neude",
  };
  core.shifts.waiting.added = { rows: [row], total: 21, more: false, mark: 9 };
  const { user } = openWindow(core);
  expect(await screen.findByText("En nog 20 eerder")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Gezien" }));
  await screen.findByText("Niets nieuws sinds je laatst keek.");
});

test("places are found, added, renamed and taken back", async () => {
  const core = teamAtWork("coach");
  core.shifts.place("Neude");
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("button", { name: "Plaatsen" }));
  const field = await screen.findByRole("textbox", { name: "Zoek of voeg een plaats toe" });
  await user.type(field, "Griftpark");
  await user.click(screen.getByRole("button", { name: "Voeg toe" }));
  await screen.findByText("Griftpark");
  await user.click(screen.getByRole("button", { name: "Meer over Griftpark" }));
  await user.click(await screen.findByRole("menuitem", { name: "Bewerk" }));
  const name = await screen.findByRole("textbox", { name: "Naam van de plaats" });
  await user.clear(name);
  await user.type(name, "neude");
  expect(screen.getByText("Er is al een plaats “Neude”. Samen worden ze één plaats.")).toBeTruthy();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(core.shifts.places).toHaveLength(1));
  await user.click(await screen.findByRole("button", { name: "Meer over neude" }));
  await user.click(await screen.findByRole("menuitem", { name: "Haal weg" }));
  await screen.findByText(/Nog geen plaatsen/);
});

describe.each<Theme>(["day", "night"])("no faults that axe can find (%s)", (theme) => {
  test("Today with a night's log, a stop, places, groups, shifts", async () => {
    const core = teamAtWork("coach");
    core.settings = { ...core.settings, theme };
    core.shifts.shift();
    core.shifts.stop({ place: "Neude", at: Date.now(), headCount: 6, mood: "calm", group: "Fontein" });
    const { user } = openWindow(core);
    await log();
    expect(await faults()).toEqual([]);
    await user.keyboard("{Control>}{Shift>}{Enter}{/Shift}{/Control}");
    await screen.findByRole("dialog", { name: "Nieuwe stop" });
    expect(await faults()).toEqual([]);
    await user.keyboard("{Escape}");
    await user.click(await screen.findByRole("button", { name: "Groepen" }));
    await screen.findByText("Fontein");
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Terug" }));
    await user.click(await screen.findByRole("button", { name: "Eerdere diensten" }));
    await user.click(await screen.findByRole("button", { name: /loopt nog/ }));
    await screen.findByRole("heading", { level: 2, name: "Dienst van Fatima" });
    expect(await faults()).toEqual([]);
  });
});
