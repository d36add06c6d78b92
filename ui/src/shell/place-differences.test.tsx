import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { difference } from "../ipc/fake/differences";
import { openWindow, teamAtWork } from "../testing";

test("choosing between two places of a group shows their names and changes the place, never the name", async () => {
  const core = teamAtWork("coach");
  const [park, square] = [core.shifts.place("Griftpark"), core.shifts.place("Stationsplein")];
  const group = core.shifts.group("De skaters", park);
  group.differences = [
    difference("place", [
      [square.id, "Bram", core.now(), false, "Stationsplein"],
      [park.id, "Fatima", core.now(), true, "Griftpark"],
    ]),
  ];
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("button", { name: "Groepen" }));
  const shown = await screen.findByTestId("difference");
  expect(within(shown).getByText("Stationsplein")).toBeTruthy();
  await user.click(within(shown).getByRole("button", { name: /Bram/ }));
  expect(core.requests("keep_difference")).toMatchObject([{ field: "place", choice: { value: 0 } }]);
});
