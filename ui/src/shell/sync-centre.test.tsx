import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { faults, openWindow, teamAtWork } from "../testing";

test("the sync centre lists what waits by title, who has what, and what was noticed; pausing says so", async () => {
  const core = teamAtWork();
  core.sync = { ...core.sync, state: "waiting", waiting: 1, pends: true, waitingDays: 4, stale: true };
  core.syncCentre = {
    waiting: [
      {
        id: "1",
        kind: "contactMoment",
        caseId: "2",
        caseName: "Gezin K.",
        shiftId: null,
        words: "Moeder belde terug.",
        since: core.now(),
        failed: null,
      },
    ],
    records: null,
    unread: [],
    confirmed: [
      { name: null, device: "aa", holds: 20, of: 21, at: core.now() },
      { name: "Bram", device: "bb", holds: 12, of: 14, at: core.now() },
      { name: "Sanne", device: "cc", holds: 0, of: 14, at: null },
    ],
    findings: [{ kind: "hubLost", name: "Fatima", count: 3, at: core.now() }],
    waitingToRead: 0,
    unreadable: 0,
    lines: [{ at: core.now(), event: "offline", code: null }],
  };
  openWindow(core);
  const pill = await screen.findByRole("button", { name: /4 dagen niet gedeeld/ });
  expect(pill.dataset.stale).toBe("true");
  await userEvent.click(pill);
  const centre = await screen.findByRole("dialog", { name: "Delen" });
  expect(await within(centre).findByText("Moeder belde terug.")).toBeTruthy();
  expect(within(centre).getByText(/contactmoment · Gezin K\./)).toBeTruthy();
  expect(within(centre).getByText(/De hub mist 3 wijzigingen van Fatima/)).toBeTruthy();
  expect(within(centre).getByText("Laptop van Bram")).toBeTruthy();
  expect(within(centre).getByText(/heeft 12 van 14 wijzigingen/)).toBeTruthy();
  expect(within(centre).getByText("nog niets bevestigd")).toBeTruthy();
  await userEvent.click(within(centre).getByRole("button", { name: "Pauzeer" }));
  expect(await within(centre).findByRole("button", { name: "Ga door met delen" })).toBeTruthy();
  expect(await faults()).toEqual([]);
  expect(core.calls.some((call) => call.name === "pause_sync")).toBe(true);
  await userEvent.click(within(centre).getByText("Laptops in de buurt (uit)"));
  await userEvent.click(within(centre).getByRole("checkbox", { name: /laptops van collega/ }));
  expect(await within(centre).findByText("Laptops in de buurt (aan)")).toBeTruthy();
});

test("what waits without a title is said, and days without sharing are said in every state", async () => {
  const core = teamAtWork();
  core.sync = { ...core.sync, state: "waiting", waiting: 0, pends: true };
  core.syncCentre = { ...core.syncCentre, records: { since: core.now(), failed: null } };
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("button", { name: /Wacht nog/ }));
  const centre = await screen.findByRole("dialog", { name: "Delen" });
  expect(await within(centre).findByText("Wat wacht (1)")).toBeTruthy();
  expect(within(centre).getByText(/Gegevens over het team/)).toBeTruthy();
  core.sync = { ...core.sync, state: "paused", waiting: 2, waitingDays: 5, stale: true };
  await core.announce(["sync"]);
  expect(await within(centre).findByText("Gepauzeerd · 2 wachten · 5 dagen niet gedeeld")).toBeTruthy();
});

test("what failed says why and what to do, and is tried again by one key", async () => {
  const core = teamAtWork();
  const item = {
    kind: "contactMoment" as const,
    caseId: "2",
    caseName: "Gezin K.",
    shiftId: null,
    since: core.now(),
  };
  core.sync = { ...core.sync, state: "error", waiting: 1, pends: true };
  core.syncCentre = {
    ...core.syncCentre,
    waiting: [{ ...item, id: "1", words: "Moeder belde terug.", failed: "full" }],
    unread: [
      { ...item, id: "a", kind: null, words: null, why: "noKey", name: "Bram", count: 2 },
      { ...item, id: "b", words: "Vader kwam langs.", why: "broken", name: null, count: 1 },
    ],
    waitingToRead: 2,
    unreadable: 1,
  };
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("button", { name: /Fout bij delen/ }));
  const centre = await screen.findByRole("dialog", { name: "Delen" });
  expect(await within(centre).findByText(/De hub heeft geen ruimte meer/)).toBeTruthy();
  expect(within(centre).getByText("Iets van Bram")).toBeTruthy();
  expect(within(centre).getByText(/vraag Bram dan om Nabij te openen/)).toBeTruthy();
  expect(within(centre).getByText("Vader kwam langs.")).toBeTruthy();
  expect(within(centre).getByText(/Vraag een collega om het opnieuw op te schrijven/)).toBeTruthy();
  expect(await faults()).toEqual([]);
  await user.click(within(centre).getByRole("button", { name: "Probeer opnieuw wat niet lukte" }));
  expect(core.calls.some((call) => call.name === "retry_failed")).toBe(true);
});
