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
    people: [],
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
  await screen.findByRole("option", { name: /^Youssef B/ });
  await user.keyboard("{Enter}");
  expect((who as HTMLInputElement).value).toBe("");
  expect(screen.getByText("Komt in de tijdlijn van Youssef B.")).toBeTruthy();
  await user.type(text, "Belt morgen.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(1));
  expect(core.requests("record_contact_moment")[0]?.people).toEqual([{ caseId: core.cases[1]?.row.id }]);

  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await user.keyboard("{Control>}n{/Control}");
  await user.type(await screen.findByRole("combobox", { name: "Wie" }), "Rico,");
  await user.type(screen.getByRole("textbox", { name: "Wat gebeurde er?" }), "Onbekende jongen.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(2));
  expect(core.requests("record_contact_moment")[1]).toMatchObject({ people: [{ nickname: "Rico" }] });
});

test("a draft that cannot be kept does not disappear: the dialog stays and says why", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}n{/Control}");
  const text = await screen.findByRole("textbox", { name: "Wat gebeurde er?" });
  await user.type(text, "Half verhaa");
  await waitFor(() => expect(core.draft?.text).toBe("Half verhaa"));
  core.fail("save_draft", "storageFull");
  await user.type(text, "l");
  await user.keyboard("{Escape}");
  expect(await screen.findByText("De schijf van deze computer is vol.")).toBeTruthy();
  expect(screen.queryByText("Bewaard als concept")).toBeNull();
  expect((text as HTMLTextAreaElement).value).toBe("Half verhaal");

  await user.keyboard("{Escape}");
  expect(await screen.findByText("Bewaard als concept")).toBeTruthy();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(core.draft?.text).toBe("Half verhaal");
});

test("locking in the middle of a word keeps it, and asks first where it cannot be kept", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}n{/Control}");
  const text = await screen.findByRole("textbox", { name: "Wat gebeurde er?" });
  await user.type(text, "Half");
  await waitFor(() => expect(core.draft?.text).toBe("Half"));
  core.fail("save_draft", "storageFull");
  await user.type(text, " v");
  await user.keyboard("{Control>}l{/Control}");
  expect(await screen.findByText("Er staat tekst die nog niet bewaard is")).toBeTruthy();
  expect(core.requests("lock_vault")).toHaveLength(0);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement).toBe(text));

  await user.keyboard("erhaal{Control>}l{/Control}");
  await waitFor(() => expect(core.requests("lock_vault")).toHaveLength(1));
  expect(core.draft?.text).toBe("Half verhaal");
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
  await waitFor(() => expect(core.draft?.text).toBe("Belangrijk"));
});

test("two letters, Enter, the words and Ctrl+Enter: five inputs from any screen, for somebody who is known", async () => {
  const core = teamAtWork();
  core.people.person("Rico", { groupName: "Fietsbrug", placeName: "Griftpark" });
  const { user } = openWindow(core);
  await screen.findByRole("option", { name: /Gezin K/ });
  let inputs = 0;
  const input = async (act: Promise<unknown>) => {
    inputs += 1;
    await act;
  };
  await input(user.keyboard("{Control>}n{/Control}"));
  const who = await screen.findByRole("combobox", { name: "Wie" });
  await input(user.type(who, "ri"));
  expect((await screen.findByRole("option", { name: /^Rico/ })).textContent).toContain(
    "Fietsbrug · Griftpark",
  );
  await input(user.keyboard("{Enter}"));
  await input(user.type(screen.getByRole("textbox", { name: "Wat gebeurde er?" }), "Wil praten."));
  await input(user.keyboard("{Control>}{Enter}{/Control}"));
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(1));
  expect(inputs).toBeLessThanOrEqual(5);
  expect(core.requests("record_contact_moment")[0]?.people).toEqual([
    { personId: core.people.persons[0]?.id, nickname: "Rico" },
  ]);
});

test("several at once, not reached, a fact apart; the undo takes all of it back", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}n{/Control}");
  const who = await screen.findByRole("combobox", { name: "Wie" });
  await user.type(who, "yo");
  await screen.findByRole("option", { name: /^Youssef B/ });
  await user.keyboard("{Enter}");
  await user.type(who, "Lange,Mo,");
  expect(screen.getByRole("row", { name: "Lange" })).toBeTruthy();
  await user.keyboard("{Backspace}");
  expect(screen.queryByRole("row", { name: "Mo" })).toBeNull();
  const text = screen.getByRole("textbox", { name: "Wat gebeurde er?" }) as HTMLTextAreaElement;
  await user.type(text, "Bij de brug.");
  await user.keyboard("{Alt>}[KeyF][Digit0]{/Alt}");
  expect(text.value).toBe("Bij de brug.\nFeit: ");
  await user.keyboard("Er was brand.{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(1));
  const [request] = core.requests("record_contact_moment");
  expect(request?.people).toEqual([{ caseId: core.cases[1]?.row.id }, { nickname: "Lange" }]);
  expect(request).toMatchObject({ outcome: "notReached", text: "Bij de brug.\nFeit: Er was brand." });
  await user.click(await screen.findByRole("button", { name: /Ongedaan maken/ }));
  await waitFor(() => expect(core.requests("set_withdrawn")).toHaveLength(1));
  expect(core.requests("set_withdrawn")[0]?.ids).toHaveLength(3);
});

test("messages pasted from WhatsApp are taken over only when asked", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}n{/Control}");
  const text = await screen.findByRole("textbox", { name: "Wat gebeurde er?" });
  await user.click(text);
  await user.paste("[21-11-2026 23:41] Rico: Ben je er nog?");
  await user.click(screen.getByRole("button", { name: /Neem tijd en soort over/ }));
  expect((text as HTMLTextAreaElement).value).toBe("Rico: Ben je er nog?");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(1));
  const at = new Date(2026, 10, 21, 23, 41).getTime();
  expect(core.requests("record_contact_moment")[0]).toMatchObject({ kind: "message", at });
});

test("a second start with --capture opens the form, also when it was asked for while the vault was locked", async () => {
  const core = teamAtWork();
  core.vault = { ...core.vault, state: "locked" };
  const { user } = openWindow(core);
  const passphrase = await screen.findByLabelText("Wachtzin");
  await core.asksForCapture();
  await user.type(passphrase, `${core.passphrase}{Enter}`);
  expect(await screen.findByRole("dialog", { name: "Nieuw contactmoment" })).toBeTruthy();
});

test("a whole name without Enter is the one that is known, and other words are a nickname", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}n{/Control}");
  const who = await screen.findByRole("combobox", { name: "Wie" });
  await user.type(who, "gezin k.");
  await screen.findByRole("option", { name: /^Gezin K/ });
  await user.tab();
  expect(await screen.findByRole("row", { name: "Gezin K." })).toBeTruthy();
  await user.type(who, "Lange");
  await user.tab();
  expect(await screen.findByRole("row", { name: "Lange" })).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "Wat gebeurde er?" }), "Samen gezien.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(1));
  expect(core.requests("record_contact_moment")[0]?.people).toEqual([
    { caseId: core.cases[0]?.row.id },
    { nickname: "Lange" },
  ]);
});

test("with whom first: five inputs from any screen to a saved contact with somebody", async () => {
  const { user, core } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}{Shift>}n{/Shift}{/Control}");
  const who = await screen.findByRole("combobox", { name: "Wie" });
  await waitFor(() => expect(document.activeElement).toBe(who));
  await user.keyboard("yo");
  await screen.findByRole("option", { name: /Youssef B/ });
  await user.keyboard("{Enter}");
  const text = screen.getByRole("textbox", { name: "Wat gebeurde er?" });
  await waitFor(() => expect(document.activeElement).toBe(text));
  await user.keyboard("Belt morgen.");
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(core.requests("record_contact_moment")).toHaveLength(1));
  expect(core.requests("record_contact_moment")[0]?.people).toEqual([{ caseId: core.cases[1]?.row.id }]);
});
