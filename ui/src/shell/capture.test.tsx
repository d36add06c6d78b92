import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { openCase, openWindow, teamAtWork } from "../testing";

test("Ctrl+N, a text and Ctrl+Enter write a contact moment; all else is filled in", async () => {
  const core = teamAtWork();
  core.moment({ text: "Eerder", place: "Griftpark", at: Date.now() - 60_000 });
  const { user } = openWindow(core);
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}n{/Control}");
  const text = await screen.findByRole("textbox", { name: "Wat gebeurde er?" });
  expect(document.activeElement).toBe(text);
  await user.type(text, "Slaapt bij oma.");
  await user.keyboard("{Alt>}[Digit4]{/Alt}");
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Bewaard op dit apparaat")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  const [request] = core.requests("record_contact_moment");
  expect(request).toMatchObject({
    caseId: null,
    nickname: null,
    kind: "signal",
    text: "Slaapt bij oma.",
    place: "Griftpark",
  });
  expect(Math.abs((request?.at ?? 0) - Date.now())).toBeLessThan(10_000);
});

test("only the text is required, and its absence is said beside it", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}n{/Control}");
  await screen.findByRole("textbox", { name: "Wat gebeurde er?" });
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(await screen.findByText("Schrijf eerst wat er gebeurde.")).toBeTruthy();
  expect(core.requests("record_contact_moment")).toHaveLength(0);
});

test("two letters and Enter choose the case; other words are a nickname", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}n{/Control}");
  const text = await screen.findByRole("textbox", { name: "Wat gebeurde er?" });
  const who = screen.getByRole("combobox", { name: "Wie" });
  await user.type(who, "yo");
  await screen.findByRole("option", { name: "Youssef B." });
  await user.keyboard("{ArrowDown}{Enter}");
  expect((who as HTMLInputElement).value).toBe("Youssef B.");
  expect(screen.getByText("Komt in de tijdlijn van Youssef B.")).toBeTruthy();
  await user.type(text, "Belt morgen.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(1));
  expect(core.requests("record_contact_moment")[0]?.caseId).toBe(core.cases[1]?.row.id);

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("{Control>}n{/Control}");
  await user.type(await screen.findByRole("combobox", { name: "Wie" }), "Rico");
  await user.type(screen.getByRole("textbox", { name: "Wat gebeurde er?" }), "Onbekende jongen.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(2));
  expect(core.requests("record_contact_moment")[1]).toMatchObject({ caseId: null, nickname: "Rico" });
});

test("Escape keeps a draft, and the next opening brings it back", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}n{/Control}");
  await user.type(await screen.findByRole("textbox", { name: "Wat gebeurde er?" }), "Half verhaal");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await waitFor(() => expect(core.draft?.text).toBe("Half verhaal"));
  await user.keyboard("{Control>}n{/Control}");
  const text = await screen.findByRole("textbox", { name: "Wat gebeurde er?" });
  expect((text as HTMLTextAreaElement).value).toBe("Half verhaal");
  expect(screen.getByText("Je concept staat er weer.")).toBeTruthy();
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(1));
  expect(core.draft).toBeNull();
});

test("nothing says saved when the core could not write, and the words stay", async () => {
  const { user, core } = await openCase(teamAtWork(), "Gezin K.");
  core.fail("record_contact_moment", "storageFull");
  await user.keyboard("{Control>}n{/Control}");
  await user.type(await screen.findByRole("textbox", { name: "Wat gebeurde er?" }), "Belangrijk");
  await user.keyboard("{Control>}{Enter}{/Control}");
  const dialog = screen.getByRole("dialog");
  expect(await within(dialog).findByText("De schijf van deze computer is vol.")).toBeTruthy();
  expect(screen.queryByText("Bewaard op dit apparaat")).toBeNull();
  expect((screen.getByRole("textbox", { name: "Wat gebeurde er?" }) as HTMLTextAreaElement).value).toBe(
    "Belangrijk",
  );
});
