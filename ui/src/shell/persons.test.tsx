import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { faults, openWindow, teamAtWork } from "../testing";

/** Opens the page of Rico, who is still to be linked. */
async function openRico() {
  const core = teamAtWork();
  const rico = core.people.person("Rico", {
    groupName: "Fietsbrug",
    placeName: "Griftpark",
    text: "Rode jas",
  });
  core.moment({ text: "Stond bij de brug.", persons: [{ id: rico.id, nickname: "Rico", expired: false }] });
  core.people.likely = [
    {
      caseId: core.cases[1]?.row.id ?? "",
      personId: null,
      name: "Youssef B.",
      reasons: ["sameNickname", "samePlace"],
    },
  ];
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("option", { name: /Zonder casus/ }));
  const panel = await screen.findByRole("region", { name: /Nog te koppelen/ });
  await user.click(await within(panel).findByRole("button", { name: "Rico" }));
  await screen.findByRole("heading", { level: 2, name: "Rico" });
  return { user, core, rico };
}

test("a person shows what is known, how long it is kept and why, and what happened", async () => {
  const { user, core, rico } = await openRico();
  expect(screen.getByText(/Fietsbrug · Griftpark/)).toBeTruthy();
  expect(screen.getByText(/90 dagen na het laatste contact. Wat er gebeurde/)).toBeTruthy();
  expect(await screen.findByText("Stond bij de brug.")).toBeTruthy();
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("radio", { name: /Vraagt om hulp/ }));
  await waitFor(() =>
    expect(core.requests("edit_person")[0]).toMatchObject({ id: rico.id, purpose: "help" }),
  );
  expect(await screen.findByText("Blijft staan zolang er een doel is.")).toBeTruthy();
});

test("a merge is chosen from suggestions with their reasons, shows in the timeline, and is undone there", async () => {
  const { user, core, rico } = await openRico();
  await user.click(screen.getByRole("button", { name: "Koppel" }));
  const dialog = await screen.findByRole("dialog");
  const option = within(dialog).getByRole("radio", { name: /Youssef B/ });
  expect(dialog.textContent).toContain("zelfde roepnaam · zelfde plek");
  await user.click(option);
  await user.click(within(dialog).getByRole("button", { name: "Koppel" }));
  await waitFor(() =>
    expect(core.requests("merge_person")).toEqual([{ personId: rico.id, caseId: core.cases[1]?.row.id }]),
  );
  expect(await screen.findByText("Rico blijkt Youssef B. te zijn.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /Maak ongedaan: Rico/ }));
  await waitFor(() => expect(screen.queryByText("Rico blijkt Youssef B. te zijn.")).toBeNull());
  expect(core.people.persons[0]?.caseId).toBeNull();
});

test("an older version comes back, and what was taken back can be put back later", async () => {
  const core = teamAtWork();
  const row = core.moment({ text: "Zo staat het er nu." });
  const { user } = openWindow(core);
  await user.click(await screen.findByRole("option", { name: /Zonder casus/ }));
  await user.click(await screen.findByRole("button", { name: /^Bewerk contactmoment/ }));
  await user.click(screen.getByRole("button", { name: /^Meer over/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Eerdere versies" }));
  expect(await screen.findByText("Zo stond het er eerst.")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Zet deze versie terug" }));
  await waitFor(() => expect(core.requests("restore_version")).toEqual([{ id: row.id, version: "v0" }]));
  await user.click(await screen.findByRole("button", { name: /^Meer over/ }));
  await user.click(await screen.findByRole("menuitem", { name: "Haal terug" }));
  await waitFor(() => expect(core.withdrawn.has(row.id)).toBe(true));
  await user.click(screen.getByRole("button", { name: "Toon wat is teruggehaald" }));
  await user.click(await screen.findByRole("button", { name: /^Zet terug/ }));
  await waitFor(() => expect(core.withdrawn.has(row.id)).toBe(false));
});
