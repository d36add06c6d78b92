import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { openWindow, teamAtWork } from "../testing";

test("choosing between two places of a group shows their names and changes the place, never the name", async () => {
  const core = teamAtWork("coach");
  const [park, square] = [core.shifts.place("Griftpark"), core.shifts.place("Stationsplein")];
  const group = core.shifts.group("De skaters", park);
  group.differences = [
    {
      field: "place",
      versions: [
        { value: square.id, by: "Bram", at: core.now(), chosen: false },
        { value: park.id, by: "Fatima", at: core.now(), chosen: true },
      ],
    },
  ];
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("button", { name: "Groepen" }));
  const difference = await screen.findByTestId("difference");
  expect(within(difference).getByText("Stationsplein")).toBeTruthy();
  await user.click(within(difference).getByRole("button", { name: /Bram/ }));
  const edit = core.calls.find((call) => call.name === "edit_group");
  expect(edit?.request).toEqual({ id: group.id, version: "v1", placeId: square.id });
});
