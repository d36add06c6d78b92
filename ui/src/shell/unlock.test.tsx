import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { FailureCode } from "../ipc/generated/FailureCode";
import { openWindow, teamAtWork } from "../testing";

function locked() {
  const core = teamAtWork();
  core.vault.state = "locked";
  return core;
}

test("the right passphrase opens; a wrong one says so and nothing more", async () => {
  const { user, core } = openWindow(locked());
  const field = await screen.findByLabelText("Wachtzin");
  expect(document.activeElement).toBe(field);
  expect(document.body.textContent).not.toContain("Fatima");
  expect(document.body.textContent).not.toContain("Noord");
  await user.type(field, "verkeerd{Enter}");
  expect(await screen.findByText("Deze wachtzin klopt niet. Er is niets veranderd.")).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(field));
  expect((field as HTMLInputElement).value).toBe("");
  await user.type(field, `${core.passphrase}{Enter}`);
  await screen.findByRole("heading", { level: 1, name: "Casussen" });
});

test("after too many tries it counts down and lets one try again", async () => {
  const core = locked();
  core.fail("unlock_vault", "tooManyTries", { waitSeconds: 2 });
  const { user } = openWindow(core);
  await user.type(await screen.findByLabelText("Wachtzin"), "iets{Enter}");
  expect(await screen.findByText(/over 2 seconden weer proberen/)).toBeTruthy();
  expect(await screen.findByText(/over 1 seconde weer/, {}, { timeout: 2000 })).toBeTruthy();
  await waitFor(() => expect((screen.getByLabelText("Wachtzin") as HTMLInputElement).disabled).toBe(false), {
    timeout: 3000,
  });
});

test.each<[FailureCode, string]>([
  ["damaged", "Het bestand van Nabij is beschadigd."],
  ["newerVersion", "Dit bestand is van een nieuwere Nabij."],
  ["foreignFile", "Dit bestand is niet van Nabij."],
  ["inUse", "Nabij staat al open."],
  ["readOnly", "Nabij mag hier niet schrijven."],
])("trouble with the file (%s) gets a whole page and a way on", async (code, words) => {
  const core = locked();
  core.fail("vault_state", code);
  const { user } = openWindow(core);
  await screen.findByRole("heading", { level: 1, name: words });
  await user.click(screen.getByRole("button", { name: "Probeer opnieuw" }));
  await screen.findByLabelText("Wachtzin");
});

test("Ctrl+L locks, and warns when writing would be lost", async () => {
  const { user, core } = openWindow(teamAtWork());
  await user.click(await screen.findByRole("option", { name: /Gezin K/ }));
  await user.type(await screen.findByRole("textbox", { name: "Schrijf een notitie" }), "Half geschreven");
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByRole("heading", { name: "Er staat tekst die nog niet bewaard is" });
  expect(core.requests("lock_vault")).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "Vergrendel en gooi weg" }));
  await screen.findByLabelText("Wachtzin");
  expect(document.body.textContent).not.toContain("Gezin");
});

test("what fields save by themselves is saved before the lock", async () => {
  const { user, core } = openWindow(teamAtWork());
  await user.click(await screen.findByRole("option", { name: /Gezin K/ }));
  await user.type(await screen.findByRole("textbox", { name: "Waar staan we" }), "School belt.");
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByLabelText("Wachtzin");
  expect(core.cases[0]?.summary.text).toBe("School belt.");
});
