import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { faults, openWindow, teamAtWork } from "../testing";

async function atSearch(core = teamAtWork()) {
  const caseId = core.cases[0]?.row.id ?? "";
  core.moment({ caseId, text: "Oma belt over school.", by: "Bram", kind: "message" });
  core.moment({ text: "Bij het hek van de school.", by: "Fatima", nickname: "Rode Pet" });
  const { user } = openWindow(core);
  await screen.findByRole("option", { name: /Gezin K/ });
  await user.keyboard("{Control>}f{/Control}");
  const field = await screen.findByRole("combobox", { name: "Zoek in alles" });
  await waitFor(() => expect(document.activeElement).toBe(field));
  return { user, core, field };
}

test("filters narrow with the keyboard alone, and say what they hide", async () => {
  const { user, core, field } = await atSearch();
  await user.type(field, "sch");
  await waitFor(() => expect(screen.getAllByTestId("search-hit")).toHaveLength(2));
  await user.tab();
  await user.tab();
  expect(document.activeElement?.textContent).toContain("Wie schreef");
  await user.keyboard("{Enter}");
  await user.keyboard("bram{Enter}");
  await waitFor(() => expect(screen.getAllByTestId("search-hit")).toHaveLength(1));
  expect(core.requests("search").at(-1)?.filters.by).toBe(core.team.colleagues[1]?.memberId);
  expect(await faults()).toEqual([]);
  await user.clear(field);
  await user.type(field, "hek");
  expect(await screen.findByText(/Niets met deze filters: Wie schreef: Bram/)).toBeTruthy();
  await user.click(await screen.findByRole("button", { name: "Zonder “Wie schreef: Bram”: 1" }));
  expect(await screen.findAllByTestId("search-hit")).toHaveLength(1);
  expect(screen.queryByRole("button", { name: /Haal filter weg/ })).toBeNull();
});

test("filters alone answer, and Escape steps back: words, then filters", async () => {
  const { user, field } = await atSearch();
  await user.click(screen.getByRole("button", { name: /Soort/ }));
  await user.click(await screen.findByRole("option", { name: "app of belletje" }));
  expect(await screen.findAllByTestId("search-hit")).toHaveLength(1);
  await user.type(field, "oma{Escape}");
  expect((field as HTMLInputElement).value).toBe("");
  expect(await screen.findAllByTestId("search-hit")).toHaveLength(1);
  await user.keyboard("{Escape}");
  expect(await screen.findByText("Zoek in alles wat je mag lezen")).toBeTruthy();
});

test("a search from which something was opened comes back under the empty field, and is forgotten at will", async () => {
  const { user, core, field } = await atSearch();
  core.search.recent.searches = ["griftpark"];
  await core.announce(["recentSearches"]);
  await user.type(field, "oma");
  await screen.findByTestId("search-hit");
  expect(core.requests("keep_search")).toEqual([]);
  await user.keyboard("{Enter}");
  await screen.findByRole("heading", { level: 2, name: "Gezin K." });
  expect(core.requests("keep_search")).toEqual([{ query: "oma" }]);
  await user.keyboard("{Control>}f{/Control}");
  await user.clear(await screen.findByRole("combobox", { name: "Zoek in alles" }));
  const list = await screen.findByRole("listbox", { name: "Laatst gezocht" });
  expect(
    within(list)
      .getAllByRole("option")
      .map((each) => each.textContent),
  ).toEqual(["oma", "griftpark"]);
  expect(await faults()).toEqual([]);
  await user.keyboard("{ArrowDown}{Delete}");
  await waitFor(() => expect(core.search.recent.searches).toEqual(["oma"]));
  await user.keyboard("{Enter}");
  expect(await screen.findAllByTestId("search-hit")).toHaveLength(1);
  await user.keyboard("{Escape}");
  await user.click(await screen.findByRole("checkbox", { name: /Onthoud op dit apparaat/ }));
  await waitFor(() => expect(core.search.recent).toEqual({ on: false, searches: [] }));
});
