import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { addDays, dayOf, momentOf } from "../features/actions/days";
import { difference } from "../ipc/fake/differences";
import { faults, openCase, openWindow, teamAtWork } from "../testing";

const today = () => dayOf(Date.now());
const noon = (days: number) => momentOf(addDays(today(), days), null);

async function openAgenda(core = teamAtWork()) {
  const opened = openWindow(core);
  await opened.user.click(await screen.findByRole("link", { name: "Agenda" }));
  await screen.findByRole("heading", { level: 1, name: "Agenda" });
  return opened;
}

test("an action is written down from any screen with the words alone, and can be undone", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}{Shift>}a{/Shift}{/Control}");
  const text = await screen.findByRole("textbox", { name: "Wat is er afgesproken?" });
  await waitFor(() => expect(document.activeElement).toBe(text));
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Schrijf eerst wat er is afgesproken.")).toBeTruthy();
  await user.type(text, "Belt de school.");
  expect(await faults()).toEqual([]);
  await user.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("Bewaard op dit apparaat");
  expect(core.requests("add_action")).toEqual([
    {
      caseId: null,
      personId: null,
      text: "Belt de school.",
      colleagueId: null,
      owner: null,
      due: { at: null, hour: false },
    },
  ]);
  await user.click(screen.getByRole("button", { name: /Ongedaan maken/ }));
  await waitFor(() => expect(core.requests("set_withdrawn")).toHaveLength(1));
});

test("in a case the form belongs to that case, and the neighbour can be the one who does it", async () => {
  const { user, core } = await openCase(teamAtWork(), "Gezin K.");
  await user.keyboard("{Control>}{Shift>}a{/Shift}{/Control}");
  await user.type(
    await screen.findByRole("textbox", { name: "Wat is er afgesproken?" }),
    "Zoekt zijn rapport.",
  );
  await user.type(screen.getByRole("combobox", { name: /Wie doet het/ }), "de buurvrouw");
  await user.keyboard("{Control>}{Enter}{/Control}");
  const actions = await screen.findByRole("list", { name: "Acties" });
  expect(within(actions).getByText("de buurvrouw")).toBeTruthy();
  expect(core.requests("add_action")[0]).toMatchObject({
    caseId: core.cases[0]?.row.id,
    owner: "de buurvrouw",
    colleagueId: null,
  });
});

test("Space ticks it off, the menu ends it as well in two other ways, and each can be taken back", async () => {
  const core = teamAtWork();
  const caseId = core.cases[0]?.row.id ?? "";
  core.actions.add({ caseId, text: "Belt oma." });
  core.actions.add({ caseId, text: "Brengt de brief." });
  const { user } = await openCase(core, "Gezin K.");
  const box = await screen.findByRole("checkbox", { name: "Belt oma." });
  box.focus();
  await user.keyboard(" ");
  await waitFor(() => expect(screen.queryByRole("checkbox", { name: "Belt oma." })).toBeNull());
  expect(core.actions.rows[0]?.outcome).toBe("done");
  expect(document.activeElement).toBe(screen.getByRole("checkbox", { name: "Brengt de brief." }));
  await user.keyboard("{Control>}z{/Control}");
  await screen.findByRole("checkbox", { name: "Belt oma." });
  expect(core.actions.rows[0]?.outcome).toBe("open");

  for (const [name, outcome] of [
    ["Niet bereikt", "notReached"],
    ["Bewust niet gedaan", "deliberatelyNot"],
  ]) {
    await user.click(screen.getByRole("button", { name: "Meer over actie: Belt oma." }));
    await user.click(await screen.findByRole("menuitem", { name }));
    await waitFor(() => expect(core.actions.rows[0]?.outcome).toBe(outcome));
    // Once shown, what has ended stays shown.
    const ended = await screen.findByRole("button", { name: /(Toon 1|Verberg) afgesloten actie/ });
    if (ended.textContent?.startsWith("Toon")) await user.click(ended);
    await user.click(await screen.findByRole("checkbox", { name: "Belt oma.", checked: true }));
    await waitFor(() => expect(core.actions.rows[0]?.outcome).toBe("open"));
  }
});

test("two endings stand at the action, and choosing one settles it", async () => {
  const core = teamAtWork();
  const caseId = core.cases[0]?.row.id ?? "";
  core.actions.add({
    caseId,
    text: "Belt oma.",
    outcome: "notReached",
    differences: [
      difference("outcome", [
        ["done", "Fatima", 1, false],
        ["notReached", "Bram", 2, true],
      ]),
    ],
  });
  const { user } = await openCase(core, "Gezin K.");
  await user.click(await screen.findByRole("button", { name: "Toon 1 afgesloten actie" }));
  const shown = await screen.findByTestId("difference");
  expect(within(shown).getByText("gedaan")).toBeTruthy();
  expect(within(shown).getByText("niet bereikt")).toBeTruthy();
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Kies deze: versie van Fatima" }));
  await waitFor(() => expect(screen.queryByTestId("difference")).toBeNull());
  expect(core.requests("keep_difference")).toMatchObject([
    { version: "v1", field: "outcome", choice: { value: 0 } },
  ]);
});

test("an edit sends only what changed, at the version on which the form was opened", async () => {
  const core = teamAtWork();
  const caseId = core.cases[0]?.row.id ?? "";
  const row = core.actions.add({ caseId, text: "Belt oma.", due: noon(1) });
  const { user } = await openCase(core, "Gezin K.");
  expect(await screen.findByText("morgen")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Meer over actie: Belt oma." }));
  await user.click(await screen.findByRole("menuitem", { name: "Bewerk" }));
  const text = await screen.findByRole("textbox", { name: "Wat is er afgesproken?" });
  row.version = "v2";
  row.text = "Van Bram";
  await core.announce(["actions"]);
  expect(await screen.findByText("Een collega wijzigde dit ook.")).toBeTruthy();
  await user.type(text, " Voor acht uur.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() =>
    expect(core.requests("edit_action")).toEqual([
      { id: row.id, version: "v1", text: "Belt oma. Voor acht uur." },
    ]),
  );
});

test("the agenda has a week and a day, and says what is overdue in words", async () => {
  const core = teamAtWork();
  core.actions.add({ text: "Belt oma.", due: noon(0) });
  core.actions.add({ text: "Vraagt het na.", due: noon(-30) });
  core.actions.add({ text: "Ooit eens." });
  const { user } = await openAgenda(core);
  const day = document.querySelector<HTMLElement>("[aria-current=date]");
  if (!day) throw new Error("no today");
  await within(day).findByText("Belt oma.");
  expect(document.querySelectorAll("[data-day]")).toHaveLength(7);
  const overdue = screen.getByRole("list", { name: "Over tijd" });
  expect(within(overdue).getByText(/over tijd, sinds/)).toBeTruthy();
  expect(within(screen.getByRole("list", { name: "Zonder datum" })).getByText("Ooit eens.")).toBeTruthy();
  expect(await faults()).toEqual([]);

  await user.click(screen.getByRole("radio", { name: "Dag" }));
  expect(document.querySelectorAll("[data-day]")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Dag verder" }));
  expect(document.querySelector("[aria-current=date]")).toBeNull();
  await user.keyboard("t");
  expect(document.querySelector("[aria-current=date]")).toBeTruthy();
  await user.keyboard("{Control>}{ArrowLeft}{/Control}");
  expect(document.querySelector("[data-day]")?.getAttribute("data-day")).toBe(addDays(today(), -1));
});

test("arrows walk from day to day, and an action moves to another day by keyboard", async () => {
  const core = teamAtWork();
  const row = core.actions.add({ text: "Belt oma.", due: noon(0), dueHour: false });
  const { user } = await openAgenda(core);
  const box = await screen.findByRole("checkbox", { name: "Belt oma." });
  box.focus();
  const days = [...document.querySelectorAll("[data-day]")];
  const here = days.findIndex((day) => day.contains(box));
  await user.keyboard(here > 0 ? "{ArrowLeft}" : "{ArrowRight}");
  expect(days[here > 0 ? here - 1 : 1]?.contains(document.activeElement)).toBe(true);
  await user.click(screen.getByRole("button", { name: "Meer over actie: Belt oma." }));
  await user.click(await screen.findByRole("menuitem", { name: "Verplaats naar …" }));
  await screen.findByRole("dialog", { name: "Verplaats de actie" });
  expect(await faults()).toEqual([]);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(core.requests("edit_action")).toHaveLength(1));
  expect(core.requests("edit_action")[0]).toEqual({
    id: row.id,
    version: "v1",
    due: { at: noon(1), hour: false },
  });
});

test("the agenda goes to another calendar as a file without names", async () => {
  const core = teamAtWork();
  core.actions.add({ text: "Belt oma.", due: noon(0) });
  core.actions.add({ text: "Vraagt het na.", due: noon(1) });
  core.files.path = "/media/usb/nabij-agenda.ics";
  const { user } = await openAgenda(core);
  await user.click(await screen.findByRole("button", { name: "Zet in een andere agenda" }));
  await screen.findByText("Bestand gemaakt met 2 afspraken");
  expect(core.requests("export_calendar")).toMatchObject([{ path: core.files.path }]);
});
