import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { FakeCore } from "../ipc/fake";
import { openWindow } from "../testing";

function nothingYet(): FakeCore {
  const core = new FakeCore();
  core.settings = { language: "nl", theme: "night", density: "comfortable", chosen: false };
  core.vault.state = "missing";
  return core;
}

test("a first start ends in the work, with a team of one's own", async () => {
  const { user, core } = openWindow(nothingYet());

  await screen.findByRole("heading", { level: 1, name: "Welkom bij Nabij" });
  await user.click(screen.getByRole("radio", { name: /^Dag/ }));
  expect(document.documentElement.dataset.theme).toBe("day");
  await user.click(screen.getByRole("button", { name: "Verder" }));

  await screen.findByRole("heading", { level: 1, name: "Kies een wachtzin" });
  expect(await screen.findAllByRole("listitem")).toHaveLength(7);
  await user.click(screen.getByRole("button", { name: "Maak de kluis" }));
  expect(screen.getByText("Schrijf de woorden eerst op en zet dan het vinkje.")).toBeTruthy();
  expect(core.requests("create_vault")).toHaveLength(0);
  await user.click(screen.getByRole("checkbox", { name: "Ik heb de woorden opgeschreven" }));
  await user.click(screen.getByRole("button", { name: "Maak de kluis" }));

  await screen.findByRole("heading", { level: 1, name: "Met wie werk je?" });
  await user.click(screen.getByRole("button", { name: "Verder" }));
  await user.type(await screen.findByRole("textbox", { name: "Naam van het team" }), "Straatteam Noord");
  await user.type(screen.getByRole("textbox", { name: "Jouw naam" }), "Fatima");
  await user.click(screen.getByRole("radio", { name: "Gezinscoach" }));
  await user.click(screen.getByRole("button", { name: "Begin het team" }));

  const title = await screen.findByRole("heading", { level: 1, name: "Casussen" });
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(core.requests("found_team")).toEqual([
    { teamName: "Straatteam Noord", name: "Fatima", role: "familyCoach", hub: null },
  ]);
  expect(core.requests("save_settings")).toEqual([{ language: "nl", theme: "day", density: "comfortable" }]);
});

test("one's own passphrase is pasted, judged in words and typed twice", async () => {
  const core = nothingYet();
  core.settings.chosen = true;
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("button", { name: "Zelf een wachtzin kiezen" }));
  await user.click(screen.getByLabelText("Nieuwe wachtzin"));
  await user.paste("kort ding");
  expect(await screen.findByText(/Te zwak/)).toBeTruthy();
  await user.clear(screen.getByLabelText("Nieuwe wachtzin"));
  await user.paste("maan kast zomer lepel fluit haven");
  expect(await screen.findByText("Sterk.")).toBeTruthy();
  await user.type(screen.getByLabelText("Typ de wachtzin nog eens"), "maan boot");
  expect(screen.getByText("De twee wachtzinnen zijn niet gelijk.")).toBeTruthy();
  expect((screen.getByRole("button", { name: "Maak de kluis" }) as HTMLButtonElement).disabled).toBe(true);
  await user.clear(screen.getByLabelText("Typ de wachtzin nog eens"));
  await user.paste("maan kast zomer lepel fluit haven");
  await user.click(screen.getByRole("button", { name: "Maak de kluis" }));
  await screen.findByRole("heading", { level: 1, name: "Met wie werk je?" });
  expect(core.passphrase).toBe("maan kast zomer lepel fluit haven");
});

test("who joins waits calmly, and gets in by itself", async () => {
  const core = nothingYet();
  core.settings.chosen = true;
  core.vault.state = "unlocked";
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("radio", { name: /Ik heb een uitnodiging/ }));
  await user.click(screen.getByRole("button", { name: "Verder" }));
  await user.type(await screen.findByRole("textbox", { name: "Uitnodigingscode" }), "nabij1-code");
  await user.type(screen.getByRole("textbox", { name: "Jouw naam" }), "Bram");
  core.fail("join_team", "invitationExpired");
  await user.click(screen.getByRole("button", { name: "Kom bij het team" }));
  expect(await screen.findByText("Deze uitnodiging is verlopen.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Kom bij het team" }));
  await screen.findByRole("heading", { level: 1, name: "Je collega laat je toe" });
  core.team = { ...core.team, standing: "member" };
  await core.announce(["team"]);
  await screen.findByRole("heading", { level: 1, name: "Vandaag" });
});
