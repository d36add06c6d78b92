import type { FakeCore } from "../fake";
import type { Commands } from "../generated/commands";
import type { DryRunRow } from "../generated/DryRunRow";
import type { EarlierImport } from "../generated/EarlierImport";
import type { Failure } from "../generated/Failure";
import type { ImportFile } from "../generated/ImportFile";
import type { ImportTotals } from "../generated/ImportTotals";

type Handlers<C extends keyof Commands> = { [N in C]: (request: Commands[N][0]) => Commands[N][1] };

type Name =
  | "read_import_file"
  | "dry_run_import"
  | "import"
  | "import_progress"
  | "list_imports"
  | "undo_import"
  | "export_list"
  | "export_table";

/** Import and export in the fake core: one file of Bram's, with three rows of which one is wrong. */
export class FakeImport {
  /** What the person points at in the dialogs; null: cancelled. */
  path: string | null = "/media/usb/caseload.csv";
  file: ImportFile = {
    sheets: [
      {
        name: null,
        header: ["Casus", "Datum", "Verslag", "Kleur fiets"],
        rows: 3,
        sample: [
          ["Gezin K.", "21-11-2025", "Gesproken over school.", "rood"],
          ["Gezin V.", "gisteren", "Kort gezien.", ""],
          ["Gezin V.", "22-11-2025", "Op de bank bij het plein.", ""],
        ],
        guess: ["case", "date", "text", "nothing"],
      },
    ],
  };
  rows: DryRunRow[] = [
    {
      number: 2,
      effects: ["existingCase", "contactMoment"],
      faults: [],
      title: "Gezin K.",
      at: 1_763_683_200_000,
      text: "Gesproken over school.",
    },
    {
      number: 3,
      effects: [],
      faults: [{ column: 1, reason: "dateUnreadable", shown: "gisteren", otherRow: null }],
      title: null,
      at: null,
      text: null,
    },
    {
      number: 4,
      effects: ["newCase", "contactMoment"],
      faults: [],
      title: "Gezin V.",
      at: 1_763_769_600_000,
      text: "Op de bank bij het plein.",
    },
  ];
  imports: EarlierImport[] = [];

  constructor(private core: FakeCore) {}

  private totals(): ImportTotals {
    const having = (effect: DryRunRow["effects"][number]) =>
      this.rows.filter((row) => row.effects.includes(effect)).length;
    return {
      rows: this.rows.length,
      wrong: this.rows.filter((row) => row.faults.length > 0).length,
      nothing: having("nothing"),
      cases: having("newCase"),
      existingCases: having("existingCase"),
      contactMoments: having("contactMoment"),
      persons: having("person"),
      actions: having("action"),
    };
  }

  handlers: Handlers<Name> = {
    read_import_file: () => this.file,
    dry_run_import: ({ onlyWrong, skip, limit }) => {
      const wanted = this.rows.filter((row) => !onlyWrong || row.faults.length > 0).slice(skip);
      return {
        digest: "d1",
        totals: this.totals(),
        rows: wanted.slice(0, limit),
        more: wanted.length > limit,
      };
    },
    import: ({ leaveOutWrongRows }) => {
      const { wrong, cases, contactMoments, persons, actions } = this.totals();
      if (wrong > 0 && !leaveOutWrongRows)
        throw { code: "invalid", field: "leaveOutWrongRows", incident: "6" } satisfies Failure;
      const importId = this.core.id();
      const at = this.core.now();
      this.imports.unshift({
        importId,
        at,
        cases,
        contactMoments,
        persons,
        actions,
        changed: 0,
        added: 0,
        withdrawn: false,
      });
      void this.core.announce(["cases", "search"]);
      return { importId, cases, contactMoments, persons, actions, leftOut: wrong };
    },
    import_progress: () => ({ done: 0, total: 0 }),
    list_imports: () => ({ imports: this.imports.map((each) => ({ ...each })) }),
    undo_import: ({ importId, withdrawn }) => {
      const found = this.imports.find((each) => each.importId === importId);
      if (!found) throw { code: "notFound", incident: "7" } satisfies Failure;
      found.withdrawn = withdrawn;
      void this.core.announce(["cases", "search"]);
      return {};
    },
    export_list: () => ({ rows: 3 }),
    export_table: ({ rows }) => ({ rows: rows.length }),
  };
}
