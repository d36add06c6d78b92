import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { faults, openWindow, teamAtWork } from "../testing";

const paths = vi.hoisted(() => ({ save: "/media/stick/delen.nabij", open: "/media/stick/terug.nabij" }));
vi.mock("../ipc/files", () => ({
  chooseSavePath: () => Promise.resolve(paths.save),
  chooseOpenPath: () => Promise.resolve(paths.open),
}));

test("a file is written for all colleagues, and what a file brought is said in words", async () => {
  const core = teamAtWork();
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("button", { name: /^Delen:/ }));
  const centre = await screen.findByRole("dialog", { name: "Delen" });
  await user.click(within(centre).getByText("Delen met een bestand"));
  await user.click(await within(centre).findByRole("button", { name: "Schrijf een bestand" }));
  expect(await within(centre).findByText(/Het bestand is geschreven, met 3 wijzigingen/)).toBeTruthy();
  expect(core.calls.find((call) => call.name === "export_share_file")?.request).toEqual({
    to: null,
    allHistory: false,
    path: paths.save,
  });
  await user.click(within(centre).getByRole("button", { name: "Lees een bestand in" }));
  expect(await within(centre).findByText("12 nieuwe contactmomenten, 2 notities")).toBeTruthy();
  expect(within(centre).getByText("3 waren er al.")).toBeTruthy();
  expect(await faults()).toEqual([]);
});
