import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { difference } from "../ipc/fake/differences";
import { openCase, openWindow, teamAtWork } from "../testing";

const summaryField = () => screen.getByRole("textbox", { name: "Waar staan we" }) as HTMLTextAreaElement;

test("the timeline is newest first under days, each item with its share mark", async () => {
  const core = teamAtWork();
  const caseId = core.cases[0]?.row.id ?? "";
  const noon = new Date(2026, 10, 21, 12).getTime();
  core.moment({ caseId, text: "Oud", at: noon - 86_400_000, share: "shared" });
  core.moment({ caseId, text: "Nieuw", at: noon, kind: "homeVisit", place: "Griftpark" });
  await openCase(core, "Gezin K.");
  const items = screen.getAllByTestId("timeline-item");
  expect(items.map((each) => each.dataset.share)).toEqual(["waiting", "shared"]);
  const [newest] = items;
  if (!newest) throw new Error("no item");
  expect(within(newest).getByText("huisbezoek")).toBeTruthy();
  expect(within(newest).getByText("Griftpark")).toBeTruthy();
  expect(within(newest).getByText("Wacht op delen, staat op dit apparaat")).toBeTruthy();
  expect(screen.getByRole("heading", { level: 3, name: "za 21 nov" })).toBeTruthy();
});

test("what a colleague wrote appears by itself and leaves the cursor alone", async () => {
  const core = teamAtWork();
  const { user } = await openCase(core, "Gezin K.");
  const caseId = core.cases[0]?.row.id ?? "";
  const note = screen.getByRole("textbox", { name: "Schrijf een notitie" }) as HTMLTextAreaElement;
  await user.type(note, "Ik typ nog");
  note.setSelectionRange(2, 2);
  core.moment({ caseId, text: "Oma belde.", by: "Bram", mine: false });
  await core.announce([`case:${caseId}`]);
  expect(await screen.findByText("Oma belde.")).toBeTruthy();
  expect(document.activeElement).toBe(note);
  expect(note.value).toBe("Ik typ nog");
  expect(note.selectionStart).toBe(2);
});

test("a note is written with Ctrl+Enter and survives a walk to another case before that", async () => {
  const { user, core } = await openCase(teamAtWork(), "Gezin K.");
  await user.type(screen.getByRole("textbox", { name: "Schrijf een notitie" }), "Mentor belt vrijdag");
  await user.click(screen.getByRole("option", { name: /Youssef/ }));
  await screen.findByRole("heading", { level: 2, name: "Youssef B." });
  await user.click(screen.getByRole("option", { name: /Gezin K/ }));
  await screen.findByRole("heading", { level: 2, name: "Gezin K." });
  const note = screen.getByRole("textbox", { name: "Schrijf een notitie" }) as HTMLTextAreaElement;
  expect(note.value).toBe("Mentor belt vrijdag");
  await user.type(note, "{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.getAllByTestId("timeline-item")).toHaveLength(1));
  expect(core.requests("record_case_note")[0]?.text).toBe("Mentor belt vrijdag");
  expect(note.value).toBe("");
});

test("an edit sends only what changed, at the version on which the form was opened", async () => {
  const core = teamAtWork();
  const caseId = core.cases[0]?.row.id ?? "";
  const row = core.moment({ caseId, text: "Eerst" });
  const { user } = await openCase(core, "Gezin K.");
  await user.click(screen.getByRole("button", { name: /Bewerk contactmoment/ }));
  const text = screen.getByRole("textbox", { name: "Tekst" });
  await user.clear(text);
  await user.type(text, "Daarna");
  // Bram changes the same moment meanwhile.
  row.version = "v2";
  row.text = "Van Bram";
  await core.announce([`case:${caseId}`]);
  expect(await screen.findByText("Een collega wijzigde dit ook.")).toBeTruthy();
  expect((text as HTMLTextAreaElement).value).toBe("Daarna");
  await user.click(screen.getByRole("button", { name: "Bekijk" }));
  expect(screen.getByText("Van Bram")).toBeTruthy();
  await user.type(text, "{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("edit_contact_moment")).toHaveLength(1));
  expect(core.requests("edit_contact_moment")[0]).toEqual({ id: row.id, version: "v1", text: "Daarna" });
  expect(await screen.findByText("bewerkt")).toBeTruthy();
});

test("both versions of a field stand at the field, and choosing one settles it", async () => {
  const core = teamAtWork();
  const caseId = core.cases[0]?.row.id ?? "";
  core.moment({
    caseId,
    text: "Drie dagen",
    version: "v7",
    differences: [
      difference(
        "text",
        [
          ["Halve dagen", "Bram", 1_763_000_100_000, false],
          ["Drie dagen", "Fatima", 1_763_000_000_000, true],
        ],
        { id: "m7", version: "v7", takesWords: true },
      ),
    ],
  });
  const { user } = await openCase(core, "Gezin K.");
  const shown = screen.getByTestId("difference");
  expect(within(shown).getByText("Halve dagen")).toBeTruthy();
  expect(screen.getByRole("option", { name: /1 verschil/ })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Kies deze: versie van Bram" }));
  await waitFor(() => expect(screen.queryByTestId("difference")).toBeNull());
  expect(core.requests("keep_difference")).toEqual([
    { id: "m7", version: "v7", field: "text", choice: { value: 0 } },
  ]);
  const mark = screen.getByTestId("settled");
  expect(within(mark).getByText("Uit een verschil (tekst), gekozen door Fatima")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Keuze terugnemen" }));
  expect(await screen.findByTestId("difference")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Zelf schrijven" }));
  const own = screen.getByRole("textbox", { name: "Wat er moet staan" }) as HTMLTextAreaElement;
  expect(own.value).toBe("Halve dagen\n\nDrie dagen");
  await user.clear(own);
  await user.type(own, "Een halve week.{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByTestId("difference")).toBeNull());
  expect(core.requests("keep_difference").at(-1)).toMatchObject({ choice: { words: "Een halve week." } });
});

test("the summary is saved on leaving, at the version it was opened on, and shows both people's words", async () => {
  const core = teamAtWork();
  const file = core.cases[0];
  if (!file) throw new Error("no case");
  const { user } = await openCase(core, "Gezin K.");
  await user.type(summaryField(), "School werkt mee.");
  file.summary = { ...file.summary, text: "Vader belt.", version: "s1", changedBy: "Bram", changedAt: 1 };
  await core.announce([`case:${file.row.id}`]);
  expect(await screen.findByText("Bram wijzigde dit ook.")).toBeTruthy();
  expect(summaryField().value).toBe("School werkt mee.");
  await user.tab();
  await user.tab();
  await waitFor(() => expect(core.requests("edit_summary")).toHaveLength(1));
  expect(core.requests("edit_summary")[0]).toEqual({
    caseId: file.row.id,
    version: "s0",
    text: "School werkt mee.",
  });
  await waitFor(() => expect(summaryField().value).toBe("School werkt mee. Vader belt."));
});

test("after Ctrl+Enter in the summary one writes on from the merged text", async () => {
  const core = teamAtWork();
  const file = core.cases[0];
  if (!file) throw new Error("no case");
  const { user } = await openCase(core, "Gezin K.");
  await user.type(summaryField(), "School werkt mee.");
  file.summary = { ...file.summary, text: "Vader belt.", version: "s1" };
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(summaryField().value).toBe("School werkt mee. Vader belt."));
  expect(document.activeElement).toBe(summaryField());
  await user.keyboard(" En oma.");
  await user.tab();
  await waitFor(() => expect(core.requests("edit_summary")).toHaveLength(2));
  expect(core.requests("edit_summary")[1]).toMatchObject({ version: "s1+" });
  expect(core.requests("edit_summary")[1]?.text).toContain("En oma.");
  expect(core.requests("edit_summary")[1]?.text).toContain("Vader belt.");
});

test("a new case is opened with the colleagues that were ticked", async () => {
  const { user, core } = openWindow(teamAtWork());
  await user.click(await screen.findByRole("button", { name: "Nieuwe casus" }));
  await user.type(await screen.findByRole("textbox", { name: "Naam van de casus" }), "Amina T.");
  await user.click(screen.getByRole("checkbox", { name: /Bram/ }));
  await user.click(screen.getByRole("button", { name: "Open de casus" }));
  await screen.findByRole("heading", { level: 2, name: "Amina T." });
  expect(core.requests("open_case")).toEqual([
    { name: "Amina T.", with: [core.team.colleagues[1]?.memberId] },
  ]);
  await user.click(screen.getByRole("button", { name: "Voeg collega toe" }));
  await user.click(await screen.findByRole("checkbox", { name: /Noor/ }));
  await user.click(screen.getByRole("button", { name: "Voeg toe" }));
  await screen.findByText("Fatima (jij), Bram, Noor");
});

test("a case gets another name", async () => {
  const { user, core } = await openCase(teamAtWork(), "Gezin K.");
  await user.click(screen.getByRole("button", { name: "Wijzig de naam" }));
  const name = await screen.findByRole("textbox", { name: "Naam van de casus" });
  await user.clear(name);
  await user.type(name, "Gezin Kaya{Enter}");
  await screen.findByRole("heading", { level: 2, name: "Gezin Kaya" });
  expect(core.requests("edit_case")[0]).toMatchObject({ version: "1", name: "Gezin Kaya" });
});

test("a long timeline shows older items when asked", async () => {
  const core = teamAtWork();
  const caseId = core.cases[0]?.row.id ?? "";
  for (let index = 0; index < 70; index += 1) {
    core.moment({ caseId, text: `Moment ${index}`, at: 1_763_000_000_000 - index * 60_000 });
  }
  const { user } = await openCase(core, "Gezin K.");
  expect(screen.getAllByTestId("timeline-item")).toHaveLength(50);
  await user.click(screen.getByRole("button", { name: "Toon oudere" }));
  await waitFor(() => expect(screen.getAllByTestId("timeline-item")).toHaveLength(70));
  expect(screen.queryByRole("button", { name: "Toon oudere" })).toBeNull();
});
