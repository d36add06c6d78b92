import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { FakeCore } from "../ipc/fake";
import { difference } from "../ipc/fake/differences";
import type { Theme } from "../ipc/generated/Theme";
import { faults, openCase, openWindow, teamAtWork } from "../testing";

describe.each<Theme>(["day", "night"])("no faults that axe can find (%s)", (theme) => {
  const fresh = (state: "missing" | "unlocked") => {
    const core = new FakeCore();
    core.settings = { ...core.settings, theme, chosen: state !== "missing" };
    core.vault.state = state;
    return core;
  };
  const atWork = () => {
    const core = teamAtWork();
    core.settings = { ...core.settings, theme };
    const caseId = core.cases[0]?.row.id ?? "";
    core.moment({
      caseId,
      text: "Slaapt bij oma.",
      place: "Griftpark",
      differences: [
        difference("text", [
          ["Slaapt bij oma.", "Fatima", 1, true],
          ["Slaapt thuis.", "Bram", 2, false],
        ]),
      ],
    });
    return core;
  };

  test("first start", async () => {
    const { user } = openWindow(fresh("missing"));
    await screen.findByRole("heading", { level: 1 });
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Verder" }));
    await screen.findByRole("checkbox");
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Zelf een wachtzin kiezen" }));
    expect(await faults()).toEqual([]);
  });

  test("a new team, an invitation, waiting", async () => {
    const core = fresh("unlocked");
    const { user } = openWindow(core);
    await screen.findByRole("heading", { level: 1 });
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Verder" }));
    await screen.findByRole("button", { name: "Begin het team" });
    expect(await faults()).toEqual([]);
    core.team = { ...core.team, standing: "waiting" };
    await core.announce(["team"]);
    await screen.findByRole("button", { name: "Nu delen" });
    expect(await faults()).toEqual([]);
  });

  test("lock and trouble", async () => {
    const core = atWork();
    core.vault.state = "locked";
    core.fail("vault_state", "damaged");
    const { user } = openWindow(core);
    await user.click(await screen.findByRole("button", { name: "Probeer opnieuw" }));
    await screen.findByLabelText("Wachtzin");
    expect(await faults()).toEqual([]);
  });

  test("case file with a difference, editing, capture", async () => {
    const { user } = await openCase(atWork(), "Gezin K.");
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("button", { name: /Bewerk contactmoment/ }));
    expect(await faults()).toEqual([]);
    await user.keyboard("{Control>}n{/Control}");
    await screen.findByRole("textbox", { name: "Wat gebeurde er?" });
    expect(await faults()).toEqual([]);
  });

  test("search, team, settings, sync centre, keys", async () => {
    const { user } = openWindow(atWork());
    await user.click(await screen.findByRole("link", { name: "Zoeken" }));
    await user.type(await screen.findByRole("combobox", { name: "Zoek in alles" }), "oma");
    await screen.findAllByTestId("search-hit");
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("link", { name: "Team" }));
    await user.click(await screen.findByRole("button", { name: "Maak uitnodiging" }));
    await screen.findByRole("textbox", { name: "Uitnodigingscode" });
    expect(await faults()).toEqual([]);
    await user.click(screen.getByRole("link", { name: "Instellingen" }));
    await user.click(await screen.findByRole("button", { name: "Controleer dit apparaat" }));
    await screen.findByText("Alles is in orde.");
    expect(await faults()).toEqual([]);
    await user.click(screen.getByTestId("sync-pill"));
    await screen.findByRole("dialog", { name: "Delen" });
    expect(await faults()).toEqual([]);
  });
});
