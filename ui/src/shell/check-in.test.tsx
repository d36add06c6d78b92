import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { faults, openWindow, teamAtWork } from "../testing";

test("while it is off it is nowhere but in the settings", async () => {
  const { user, core } = openWindow(teamAtWork());
  await user.click(await screen.findByRole("link", { name: "Instellingen" }));
  expect(screen.queryByTestId("check-in")).toBeNull();
  await user.click(await screen.findByRole("checkbox", { name: "Bied “Alleen op pad” aan op deze laptop" }));
  await screen.findByTestId("check-in");
  expect(core.requests("offer_check_in")).toEqual([{ offered: true }]);
  expect(await faults()).toEqual([]);
});

test("it starts with a time and with whom it tells, and says what it cannot do", async () => {
  const core = teamAtWork();
  core.alone.timer.offered = true;
  const { user } = openWindow(core);
  await user.click(await screen.findByTestId("check-in"));
  await screen.findByRole("dialog", { name: "Alleen op pad" });
  expect(screen.getByText(/Deze laptop moet aan staan/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Begin" }).disabled).toBe(true);
  await user.type(screen.getByRole("textbox", { name: /Waar ben je/ }), "Griftpark");
  await user.click(screen.getByRole("checkbox", { name: "Bram" }));
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Begin" }));
  await waitFor(() => expect(screen.getByTestId("check-in").dataset.state).toBe("running"));
  const [request] = core.requests("start_check_in");
  expect(request).toMatchObject({ place: "Griftpark", colleagues: [core.team.colleagues[1]?.memberId] });
  const minutes = ((request?.until ?? 0) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(58);
  expect(minutes).toBeLessThan(66);
});

test("it asks by itself, and one key says that all is well", async () => {
  const core = teamAtWork();
  const until = Date.now() + 4 * 60_000;
  core.alone.timer = {
    offered: true,
    state: "asks",
    place: "Griftpark",
    until,
    minutes: 4,
    colleagues: ["Bram"],
  };
  const { user } = openWindow(core);
  await screen.findByRole("dialog", { name: "Alles goed?" });
  expect(await faults()).toEqual([]);
  await waitFor(() => expect(document.activeElement?.textContent).toBe("Alles goed"));
  await user.keyboard("{Enter}");
  await waitFor(() => expect(core.requests("check_in")).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(screen.getByTestId("check-in").dataset.state).toBe("none");
});

test("what rings wants an answer, and can be moved", async () => {
  const core = teamAtWork();
  const until = Date.now() - 60_000;
  core.alone.timer = { offered: true, state: "rings", place: null, until, minutes: -1, colleagues: ["Bram"] };
  const { user } = openWindow(core);
  await screen.findByRole("dialog", { name: "Meld je nu" });
  await user.keyboard("{Escape}");
  expect(screen.getByRole("dialog", { name: "Meld je nu" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "15 minuten later" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(core.requests("extend_check_in")[0]?.until).toBeGreaterThan(Date.now() + 14 * 60_000);
});

test("a colleague who did not check in is on every screen, until all is well", async () => {
  const core = teamAtWork();
  const due = new Date(2026, 10, 21, 23, 30).getTime();
  const missed = { id: "1", name: "Bram", due, endedAt: null as number | null, mayPutAway: false };
  core.alone.missed = [missed];
  const { user } = openWindow(core);
  await screen.findByText("Bram heeft zich niet gemeld: za 21 nov 23:30. Bel nu.");
  await user.click(screen.getByRole("link", { name: "Team" }));
  expect(screen.getByText(/Bram heeft zich niet gemeld/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Gezien" })).toBeNull();
  expect(await faults()).toEqual([]);
  core.alone.missed = [{ ...missed, endedAt: due + 20 * 60_000, mayPutAway: true }];
  await core.announce(["street"]);
  await screen.findByText("Bram heeft zich gemeld: za 21 nov 23:50. Alles is goed.");
  await user.click(screen.getByRole("button", { name: "Gezien" }));
  await waitFor(() => expect(screen.queryByText(/Bram heeft zich gemeld/)).toBeNull());
});
