import type { FakeCore } from "../fake";
import type { ActionRow } from "../generated/ActionRow";
import type { Commands } from "../generated/commands";
import type { Failure } from "../generated/Failure";
import type { ListActions } from "../generated/ListActions";

type Handlers<C extends keyof Commands> = { [N in C]: (request: Commands[N][0]) => Commands[N][1] };

/** Actions in the fake core. */
export class FakeActions {
  rows: ActionRow[] = [];
  withdrawn = new Set<string>();

  constructor(private core: FakeCore) {}

  add(values: Partial<ActionRow> & { text: string }): ActionRow {
    const made: ActionRow = {
      id: this.core.id(),
      caseId: null,
      caseName: null,
      personId: null,
      nickname: null,
      colleagueId: null,
      colleague: null,
      owner: null,
      mine: true,
      due: null,
      dueHour: false,
      outcome: "open",
      endedAt: null,
      by: this.core.me().name,
      recordedAt: this.core.now(),
      version: "v1",
      share: "waiting",
      differences: [],
      ...values,
    };
    this.rows.push(made);
    return made;
  }

  private change(id: string, change: Partial<ActionRow>): ActionRow {
    const row = this.rows.find((each) => each.id === id);
    if (!row) throw { code: "notFound", incident: "6" } satisfies Failure;
    Object.assign(row, change, { version: `${row.version}+`, share: "waiting", differences: [] });
    void this.core.announce(["actions"]);
    return { ...row };
  }

  private fits(row: ActionRow, sought: ListActions): boolean {
    const { due } = row;
    return (
      !this.withdrawn.has(row.id) &&
      (!sought.mine || row.mine) &&
      (sought.caseId === undefined || row.caseId === sought.caseId) &&
      (sought.personId === undefined || row.personId === sought.personId) &&
      (sought.open === undefined || (row.outcome === "open") === sought.open) &&
      (sought.dated === undefined || (due !== null) === sought.dated) &&
      (sought.from === undefined || (due !== null && due >= sought.from)) &&
      (sought.until === undefined || (due !== null && due < sought.until))
    );
  }

  private colleague(id: string | null | undefined): string | null {
    return this.core.team.colleagues.find((each) => each.memberId === id)?.name ?? null;
  }

  handlers: Handlers<"list_actions" | "add_action" | "edit_action" | "end_action" | "export_calendar"> = {
    list_actions: (sought) => {
      const found = this.rows
        .filter((row) => this.fits(row, sought))
        .sort((a, b) => (a.due ?? Number.MAX_VALUE) - (b.due ?? Number.MAX_VALUE));
      return { actions: found.slice(0, 200).map((row) => ({ ...row })), total: found.length };
    },
    add_action: ({ caseId, colleagueId, due, ...rest }) => {
      const made = this.add({
        ...rest,
        caseId,
        caseName: caseId === null ? null : this.core.find(caseId).row.name,
        colleagueId,
        colleague: this.colleague(colleagueId),
        mine: colleagueId === null || colleagueId === this.core.me().memberId,
        due: due.at,
        dueHour: due.hour,
      });
      void this.core.announce(["actions"]);
      return { ...made };
    },
    edit_action: ({ id, version: _, colleagueId, owner, due, ...rest }) => {
      const change: Partial<ActionRow> = { ...rest };
      if (colleagueId !== undefined) {
        change.colleagueId = colleagueId || null;
        change.colleague = this.colleague(colleagueId);
        change.mine = colleagueId === "" || colleagueId === this.core.me().memberId;
      }
      if (owner !== undefined) change.owner = owner || null;
      if (due) Object.assign(change, { due: due.at, dueHour: due.hour });
      return this.change(id, change);
    },
    export_calendar: ({ from = 0 }) => {
      const dated = this.rows.filter((row) => this.fits(row, { mine: true, open: true, from }));
      return { events: new Set(dated.map((row) => row.due)).size };
    },
    end_action: ({ id, outcome }) =>
      this.change(id, { outcome, endedAt: outcome === "open" ? null : this.core.now() }),
  };
}
