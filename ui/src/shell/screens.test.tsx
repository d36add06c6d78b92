import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { openCase, openWindow, teamAtWork } from "../testing";

test("search as you type marks the hits, and Enter opens the case at the item", async () => {
  const core = teamAtWork();
  const caseId = core.cases[0]?.row.id ?? "";
  core.moment({ caseId, text: "Wil terug naar school." });
  const sought = core.moment({ caseId, text: "Bij de schoolpoort gezien.", at: Date.now() - 60_000 });
  const { user } = openWindow(core);
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}f{/Control}");
  const field = await screen.findByRole("combobox", { name: "Zoek in alles" });
  await waitFor(() => expect(document.activeElement).toBe(field));
  await user.type(field, "school");
  await waitFor(() => expect(screen.getAllByTestId("search-hit")).toHaveLength(2));
  await waitFor(() => expect(document.querySelector("mark")?.textContent).toBe("school"));
  expect(document.querySelectorAll("mark")).toHaveLength(2);
  expect(screen.getByText("2 gevonden")).toBeTruthy();
  await user.keyboard("{ArrowDown}{Enter}");
  await screen.findByRole("heading", { level: 2, name: "Gezin K." });
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset.id).toBe(sought.id));
});

test("a search leads to an item far back in a long timeline", async () => {
  const core = teamAtWork();
  const caseId = core.cases[0]?.row.id ?? "";
  for (let index = 0; index < 300; index += 1) {
    core.moment({ caseId, text: `Kort gesproken ${index}`, at: 1_763_000_000_000 - index * 60_000 });
  }
  const sought = core.moment({ caseId, text: "De allereerste kennismaking", at: 1_700_000_000_000 });
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("link", { name: "Zoeken" }));
  await user.type(await screen.findByRole("combobox", { name: "Zoek in alles" }), "kennism");
  await screen.findByTestId("search-hit");
  await user.keyboard("{Enter}");
  await waitFor(() => expect((document.activeElement as HTMLElement).dataset.id).toBe(sought.id), {
    timeout: 10_000,
  });
}, 60_000);

test("search says it when nothing is found", async () => {
  const { user } = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.click(screen.getByRole("link", { name: "Zoeken" }));
  await user.type(await screen.findByRole("combobox", { name: "Zoek in alles" }), "zeppelin");
  expect(await screen.findByText("Niets gevonden")).toBeTruthy();
});

test("the sync pill says how it stands in words, and opens the centre", async () => {
  const core = teamAtWork();
  core.sync = {
    ...core.sync,
    state: "waiting",
    offline: true,
    waiting: 4,
    receipt: { hub: "h", covers: 12 },
  };
  const { user } = openWindow(core);
  const pill = await screen.findByTestId("sync-pill");
  await waitFor(() => expect(pill.dataset.state).toBe("waiting"));
  expect(pill.textContent).toBe("4 wachten · offline");
  await user.click(pill);
  const centre = await screen.findByRole("dialog", { name: "Delen" });
  expect(within(centre).getByText("12 wijzigingen van deze laptop")).toBeTruthy();
  await user.click(within(centre).getByRole("button", { name: "Nu delen" }));
  await waitFor(() => expect(pill.dataset.state).toBe("shared"));
  expect(pill.textContent).toBe("Gedeeld");
});

test("a new receipt turns the marks of the items that are shown", async () => {
  const core = teamAtWork();
  const row = core.moment({ caseId: core.cases[0]?.row.id ?? "", text: "Wacht nog" });
  core.sync = { ...core.sync, state: "waiting", waiting: 1 };
  await openCase(core, "Gezin K.");
  expect(screen.getByTestId("timeline-item").dataset.share).toBe("waiting");
  row.share = "shared";
  core.sync = { ...core.sync, state: "shared", waiting: 0, receipt: { hub: "h", covers: 1 } };
  await core.announce(["sync"]);
  await waitFor(() => expect(screen.getByTestId("timeline-item").dataset.share).toBe("shared"));
});

test("the team: invite with a role, see the code and whether the hub knows it; set the hub", async () => {
  const { user, core } = openWindow(teamAtWork());
  await user.click(await screen.findByRole("link", { name: "Team" }));
  expect(await screen.findByText("Bram")).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Gezinscoach" }));
  await user.click(screen.getByRole("button", { name: "Maak uitnodiging" }));
  const code = await screen.findByRole("textbox", { name: "Uitnodigingscode" });
  expect((code as HTMLTextAreaElement).value).toMatch(/^nabij1-/);
  expect(screen.getByText("De hub kent deze uitnodiging. Je collega kan nu beginnen.")).toBeTruthy();
  expect(core.requests("invite_colleague")).toEqual([{ role: "familyCoach" }]);
  const hub = screen.getByRole("textbox", { name: "Adres van de hub" });
  await user.clear(hub);
  await user.type(hub, "ws://hub:1");
  await user.click(screen.getByRole("button", { name: "Bewaar adres" }));
  await waitFor(() => expect(core.requests("set_hub")).toEqual([{ hub: "ws://hub:1" }]));
});

test("settings: language at once, passphrase, and the check of the device", async () => {
  const core = teamAtWork();
  core.findings = [
    { check: "vaultFile", ok: true, code: "good", count: 0 },
    { check: "readModel", ok: false, code: "stale", count: 1 },
  ];
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("link", { name: "Instellingen" }));
  await user.click(await screen.findByRole("button", { name: "Controleer dit apparaat" }));
  expect(await screen.findByText(/De lijsten lopen achter/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Bouw de lijsten opnieuw op" }));
  expect(await screen.findByText("Alles is in orde.")).toBeTruthy();

  await user.type(screen.getByLabelText("Huidige wachtzin"), core.passphrase);
  await user.click(screen.getByLabelText("Nieuwe wachtzin"));
  await user.paste("maan kast zomer lepel fluit haven");
  await user.click(screen.getByLabelText("Typ de wachtzin nog eens"));
  await user.paste("maan kast zomer lepel fluit haven");
  await user.click(screen.getByRole("button", { name: "Wijzig wachtzin" }));
  expect(await screen.findByText("Je wachtzin is gewijzigd")).toBeTruthy();

  await user.click(screen.getByRole("radio", { name: "English" }));
  await screen.findByRole("heading", { level: 1, name: "Settings" });
  expect(document.documentElement.lang).toBe("en");
});

test("density is a choice that is seen at once and kept", async () => {
  const { user, core } = openWindow(teamAtWork());
  await user.click(await screen.findByRole("link", { name: "Instellingen" }));
  expect(document.documentElement.dataset.density).toBe("comfortable");
  await user.click(await screen.findByRole("radio", { name: "Compact" }));
  await waitFor(() => expect(document.documentElement.dataset.density).toBe("compact"));
  expect(core.settings).toMatchObject({ density: "compact", language: "nl", theme: "night" });
});
