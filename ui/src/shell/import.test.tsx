import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { faults, openWindow, teamAtWork } from "../testing";

async function openImport() {
  const opened = openWindow(teamAtWork());
  await screen.findByRole("option", { name: /Gezin K/ });
  await opened.user.keyboard("{Control>}k{/Control}");
  await opened.user.keyboard("importeer{Enter}");
  await screen.findByRole("heading", { level: 1, name: "Importeer uit Excel" });
  return opened;
}

test("a spreadsheet is looked at, tried out, taken in and taken back", async () => {
  const { user, core } = await openImport();
  await user.click(screen.getByRole("button", { name: "Kies een bestand" }));
  await screen.findByRole("heading", { level: 1, name: "Importeer: caseload.csv" });
  expect(
    screen.getByRole("button", { name: /Casus.*Naam van de casus|Naam van de casus.*Casus/ }),
  ).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Kijk wat er zou gebeuren" }));

  // The wrong row says where, what stands there, and why; nothing goes in unless it is left out.
  const row = await screen.findByTestId("import-row");
  expect(row.textContent).toContain("3");
  expect(row.textContent).toContain("Dit is geen datum.");
  expect(row.textContent).toContain("Kolom Datum. Er staat: “gisteren”.");
  const go = screen.getByRole("button", { name: "Importeer 2 rijen" });
  expect((go as HTMLButtonElement).disabled).toBe(true);
  await user.click(screen.getByRole("checkbox", { name: "Laat de rij met een fout weg" }));
  await user.click(screen.getByRole("checkbox", { name: /Bram/ }));
  await user.click(go);

  await screen.findByText(/1 rij met een fout is weggelaten/);
  const bram = core.team.colleagues.find((each) => each.name === "Bram")?.memberId;
  expect(core.requests("import")).toEqual([
    {
      path: "/media/usb/caseload.csv",
      sheet: 0,
      mapping: ["case", "date", "text", "nothing"],
      digest: "d1",
      leaveOutWrongRows: true,
      with: [bram],
    },
  ]);

  // Before taking it back one hears what somebody did with it since.
  Object.assign(core.files.imports[0] ?? {}, { changed: 3 });
  await core.announce(["cases"]);
  await user.click(await screen.findByRole("button", { name: /^Maak de import van/ }));
  const dialog = await screen.findByRole("dialog", { name: "Import ongedaan maken?" });
  expect(await within(dialog).findByText(/3 onderdelen zijn sindsdien gewijzigd/)).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Maak ongedaan" }));
  await user.click(await screen.findByRole("button", { name: /^Zet de import van/ }));
  expect(core.requests("undo_import").map((each) => each.withdrawn)).toEqual([true, false]);
});

test("all rows can be seen, and the faults be saved", async () => {
  const { user, core } = await openImport();
  await user.click(screen.getByRole("button", { name: "Kies een bestand" }));
  await user.click(await screen.findByRole("button", { name: "Kijk wat er zou gebeuren" }));
  await user.click(await screen.findByRole("checkbox", { name: "Alleen fouten" }));
  expect(await screen.findAllByTestId("import-row")).toHaveLength(3);
  expect(screen.getByText("nieuwe casus, contactmoment")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Bewaar de fouten als CSV" }));
  await screen.findByText("Het bestand is bewaard");
  expect(core.requests("export_table")[0]?.rows).toEqual([["3", "Datum", "gisteren", "Dit is geen datum."]]);
});

test("a file that cannot be read says why, and nobody is held who thinks better of it", async () => {
  const { user, core } = await openImport();
  core.fail("read_import_file", "notATable");
  await user.click(screen.getByRole("button", { name: "Kies een bestand" }));
  expect(await screen.findByText("Dit is geen Excel- of CSV-bestand.")).toBeTruthy();
  core.files.path = null;
  await user.click(screen.getByRole("button", { name: "Kies een bestand" }));
  expect(screen.getByRole("heading", { level: 1, name: "Importeer uit Excel" })).toBeTruthy();
});

test("each step of an import is accessible", async () => {
  const { user } = await openImport();
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Kies een bestand" }));
  await screen.findByRole("button", { name: "Kijk wat er zou gebeuren" });
  expect(await faults()).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Kijk wat er zou gebeuren" }));
  await screen.findByTestId("import-row");
  expect(await faults()).toEqual([]);
});

test("the list of cases is exported after a word of warning", async () => {
  const core = teamAtWork();
  const { user } = openWindow(core);
  await screen.findByRole("option", { name: /Gezin K/ });
  core.files.path = "/media/usb/casussen.xlsx";
  await user.click(screen.getByRole("button", { name: "Exporteer" }));
  await user.click(await screen.findByRole("menuitem", { name: "Exporteer de casussen" }));
  const dialog = await screen.findByRole("dialog", { name: "Exporteer de casussen" });
  expect(within(dialog).getByText(/niet versleuteld/)).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Kies waar het bestand komt" }));
  await screen.findByText("Het bestand is bewaard");
  expect(core.requests("export_list")).toEqual([
    { list: "cases", format: "xlsx", path: "/media/usb/casussen.xlsx" },
  ]);
});
