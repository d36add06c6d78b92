import { emit } from "@tauri-apps/api/event";
import { mockIPC } from "@tauri-apps/api/mocks";
import type { Changed } from "./events";
import { FakeActions } from "./fake/actions";
import { FakeCheckIn } from "./fake/check-in";
import { FakeDifferences } from "./fake/differences";
import { FakeHandover } from "./fake/handover";
import { FakeImport } from "./fake/import";
import { FakePersons } from "./fake/persons";
import { FakeSearch } from "./fake/search";
import { FakeStreet } from "./fake/street";
import type { CaseRow } from "./generated/CaseRow";
import type { Colleague } from "./generated/Colleague";
import type { ContactMomentRow } from "./generated/ContactMomentRow";
import type { Commands } from "./generated/commands";
import type { Draft } from "./generated/Draft";
import type { Failure } from "./generated/Failure";
import type { FailureCode } from "./generated/FailureCode";
import type { Finding } from "./generated/Finding";
import type { Nearby } from "./generated/Nearby";
import type { Settings } from "./generated/Settings";
import type { Summary } from "./generated/Summary";
import type { SyncCentre } from "./generated/SyncCentre";
import type { SyncStatus } from "./generated/SyncStatus";
import type { TeamInfo } from "./generated/TeamInfo";
import type { TimelineItem } from "./generated/TimelineItem";
import type { VaultState } from "./generated/VaultState";

/** A core in memory for tests: it answers every command of the door and announces what it changed. */
export interface FakeCase {
  row: CaseRow;
  version: number;
  summary: Summary;
  timeline: TimelineItem[];
}

type Handlers = { [C in keyof Commands]: (request: Commands[C][0]) => Commands[C][1] };
/** A merge has no fields that two people can fill in. */
type Written = Exclude<TimelineItem, { type: "personMerge" }>;
const isWritten = (item: TimelineItem): item is Written => item.type !== "personMerge";
const differencesIn = (items: TimelineItem[]) =>
  items.filter(isWritten).reduce((sum, each) => sum + each.differences.length, 0);
type Call = { name: keyof Commands; request: unknown };

/** What a test may look into and change. */
export class FakeCore {
  settings: Settings = { language: "nl", theme: "night", density: "comfortable", chosen: true };
  vault: VaultState = { state: "unlocked", waitSeconds: 0, formatVersion: 1 };
  passphrase = "fiets lamp brood regen stoel kade duif";
  team: TeamInfo = {
    standing: "none",
    teamName: "",
    me: null,
    colleagues: [],
    hub: null,
    mayInvite: true,
  };
  cases: FakeCase[] = [];
  street: TimelineItem[] = [];
  actions = new FakeActions(this);
  alone = new FakeCheckIn(this);
  /** Places, groups, shifts with their rounds and stops. */
  shifts = new FakeStreet(this);
  people = new FakePersons(this);
  /** Files to import from, and what was exported. */
  files = new FakeImport(this);
  /** Search and the recent searches. */
  search = new FakeSearch(this);
  handover = new FakeHandover(this);
  differing = new FakeDifferences(this, () => [
    ...this.street.filter(isWritten),
    ...this.cases.flatMap((each) => each.timeline.filter(isWritten)),
    ...this.actions.rows,
    ...this.shifts.groups,
    ...this.shifts.places,
  ]);
  /** What was taken back. */
  withdrawn = new Map<string, TimelineItem>();
  draft: Draft | null = null;
  sync: SyncStatus = {
    state: "alone",
    hub: null,
    offline: false,
    done: 0,
    total: 0,
    waiting: 0,
    pends: false,
    waitingDays: 0,
    stale: false,
    bytesSent: 0,
    bytesReceived: 0,
    failure: null,
    lastSharedAt: null,
    receipt: null,
    clockSkewSeconds: null,
  };
  nearby: Nearby = { on: false, port: 48787, portTaken: false, laptops: [] };
  syncCentre: SyncCentre = {
    waiting: [],
    records: null,
    unread: [],
    confirmed: [],
    findings: [],
    waitingToRead: 0,
    unreadable: 0,
    lines: [],
  };
  findings: Finding[] = (
    ["vaultFile", "chain", "readModel", "search", "hub", "clock", "quarantine"] as const
  ).map((check) => ({ check, ok: true, code: "good", count: 0 }));
  /** Every call that came in, oldest first. */
  calls: Call[] = [];
  /** The next call of a command fails with this. */
  failing = new Map<keyof Commands, Failure>();
  now = () => Date.now();
  private next = 1;

  id(): string {
    const made = this.next.toString(16).padStart(32, "0");
    this.next += 1;
    return made;
  }

  /** The requests of one command, oldest first. */
  requests<C extends keyof Commands>(name: C): Commands[C][0][] {
    return this.calls.filter((each) => each.name === name).map((each) => each.request as Commands[C][0]);
  }

  fail(name: keyof Commands, code: FailureCode, more: Partial<Failure> = {}): void {
    this.failing.set(name, { code, incident: "7f3a", ...more });
  }

  announce(topics: string[], origin: string | null = null): Promise<void> {
    return emit("changed", { topics, origin } satisfies Changed);
  }

  /** A second start of the program with `--capture`. */
  asksForCapture(): Promise<void> {
    return emit("capture");
  }

  colleague(name: string, role: Colleague["role"], me = false): Colleague {
    const made = { memberId: this.id(), name, role, me };
    this.team.colleagues.push(made);
    if (me) this.team.me = made;
    return made;
  }

  me(): Colleague {
    return this.team.me ?? { memberId: "0", name: "Fatima", role: "coach", me: true };
  }

  addCase(name: string, colleagues: Colleague[] = [this.me()]): FakeCase {
    const row: CaseRow = {
      id: this.id(),
      name,
      lastAt: null,
      moments: 0,
      colleagues,
      share: "waiting",
      differences: 0,
    };
    const summary: Summary = {
      caseId: row.id,
      text: "",
      version: "s0",
      share: "waiting",
      changedBy: null,
      changedAt: null,
    };
    const made: FakeCase = { row, version: 1, summary, timeline: [] };
    this.cases.push(made);
    return made;
  }

  find(caseId: string): FakeCase {
    const found = this.cases.find((each) => each.row.id === caseId);
    if (!found) throw { code: "notFound", incident: "1" } satisfies Failure;
    return found;
  }

  add(item: TimelineItem): void {
    const file = item.caseId === null ? null : this.find(item.caseId);
    const list = file ? file.timeline : this.street;
    list.push(item);
    list.sort((a, b) => b.at - a.at);
    if (!file) return;
    file.row.moments += 1;
    file.row.lastAt = file.timeline[0]?.at ?? null;
    file.row.differences = differencesIn(file.timeline);
  }

  moment(values: Partial<ContactMomentRow> & { text: string }): ContactMomentRow {
    const made = {
      type: "contactMoment" as const,
      id: this.id(),
      caseId: null,
      caseName: null,
      nickname: null,
      persons: [],
      others: 0,
      statements: [{ kind: null, text: values.text }],
      outcome: "reached" as const,
      lifeDomains: [],
      groupId: null,
      groupName: null,
      kind: "conversation" as const,
      at: this.now(),
      place: null,
      by: this.me().name,
      mine: true,
      recordedAt: this.now(),
      edited: false,
      version: "v1",
      share: "waiting" as const,
      differences: [],
      ...values,
    };
    this.add(made);
    return made;
  }

  private edit<T extends Written["type"]>(type: T, id: string, change: object) {
    const all = [...this.street, ...this.cases.flatMap((each) => each.timeline)].filter(isWritten);
    const row = all.find((each) => each.id === id && each.type === type);
    if (!row) throw { code: "notFound", incident: "2" } satisfies Failure;
    const version = `${row.version}+`;
    Object.assign(row, change, { version, edited: true, share: "waiting", differences: [] });
    void this.announce([row.caseId ? `case:${row.caseId}` : "street", "cases", "search"]);
    return row as Extract<TimelineItem, { type: T }>;
  }

  private handlers: Handlers = {
    ...this.shifts.handlers,
    ...this.actions.handlers,
    ...this.alone.handlers,
    ...this.people.handlers,
    ...this.files.handlers,
    ...this.search.handlers,
    ...this.differing.handlers,
    ...this.handover.handlers,
    read_settings: () => ({ ...this.settings }),
    save_settings: (request) => {
      this.settings = { ...request, chosen: true };
      void this.announce(["settings"]);
      return this.settings;
    },
    vault_state: () => ({ ...this.vault }),
    propose_passphrase: () => ({ passphrase: this.passphrase }),
    judge_passphrase: ({ passphrase }) => {
      const words = passphrase.split(/[\s-]+/).filter(Boolean).length;
      const strength = words >= 6 ? "strong" : words >= 4 ? "fair" : "weak";
      return { strength, acceptable: strength !== "weak" };
    },
    create_vault: ({ passphrase }) => {
      this.passphrase = passphrase;
      this.vault = { ...this.vault, state: "unlocked" };
      return this.vault;
    },
    unlock_vault: ({ passphrase }) => {
      if (passphrase !== this.passphrase) throw { code: "wrongPassphrase", incident: "3" } satisfies Failure;
      this.vault = { ...this.vault, state: "unlocked" };
      return this.vault;
    },
    lock_vault: () => {
      this.vault = { ...this.vault, state: "locked" };
      return this.vault;
    },
    change_passphrase: ({ current, next }) => {
      if (current !== this.passphrase) throw { code: "wrongPassphrase", incident: "4" } satisfies Failure;
      this.passphrase = next;
      return {};
    },
    found_team: ({ teamName, name, role, hub }) => {
      this.team = { standing: "member", teamName, me: null, colleagues: [], hub, mayInvite: true };
      this.colleague(name, role, true);
      return this.team;
    },
    join_team: ({ name }) => {
      this.team = { ...this.team, standing: "waiting", hub: "ws://127.0.0.1:8787" };
      this.colleague(name, "coach", true);
      return this.team;
    },
    read_team: () => ({ ...this.team }),
    invite_colleague: () => ({
      invitation: "nabij1-qk7wz-4mh2p-x9d3t-6rvbn-c5yjs-8lfge-2ua4k",
      expiresAt: this.now() + 3 * 86_400_000,
      hubKnows: this.sync.state === "shared",
    }),
    set_hub: ({ hub }) => {
      this.team = { ...this.team, hub };
      this.sync = { ...this.sync, hub, state: hub ? "shared" : "alone" };
      void this.announce(["team", "sync"]);
      return this.sync;
    },
    open_case: ({ name, with: others }) => {
      const colleagues = [
        this.me(),
        ...this.team.colleagues.filter((each) => others.includes(each.memberId)),
      ];
      const made = this.addCase(name, colleagues);
      void this.announce(["cases"]);
      return made.row;
    },
    edit_case: ({ caseId, name }) => {
      const file = this.find(caseId);
      file.row = { ...file.row, name };
      file.version += 1;
      void this.announce(["cases", `case:${caseId}`]);
      return file.row;
    },
    share_case: ({ caseId, with: others }) => {
      const file = this.find(caseId);
      const added = this.team.colleagues.filter((each) => others.includes(each.memberId));
      file.row = { ...file.row, colleagues: [...file.row.colleagues, ...added] };
      void this.announce(["cases", `case:${caseId}`]);
      return file.row;
    },
    list_cases: () => ({
      cases: this.cases
        .map((each) => ({ ...each.row }))
        .sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0) || a.name.localeCompare(b.name)),
      street: {
        moments: this.street.length,
        lastAt: this.street[0]?.at ?? null,
        share: this.street.some((each) => each.share === "waiting") ? "waiting" : "shared",
        differences: differencesIn(this.street),
      },
    }),
    read_case: ({ caseId, limit, before }) => {
      const file = this.find(caseId);
      const older = file.timeline.filter((each) => before === null || each.at < before);
      return {
        case: { ...file.row },
        version: String(file.version),
        differences: [],
        summary: { ...file.summary },
        timeline: older.slice(0, limit).map((each) => ({ ...each })),
        more: older.length > limit,
      };
    },
    read_street: ({ limit, before }) => {
      const older = this.street.filter((each) => before === null || each.at < before);
      return { timeline: older.slice(0, limit).map((each) => ({ ...each })), more: older.length > limit };
    },
    edit_contact_moment: ({ id, version: _, ...change }) => this.edit("contactMoment", id, change),
    set_withdrawn: ({ ids, withdrawn }) => {
      const lists = [this.street, ...this.cases.map((each) => each.timeline)];
      for (const id of ids) {
        if (this.shifts.setWithdrawn(id, withdrawn)) continue;
        if (this.people.setWithdrawn(id, withdrawn)) continue;
        if (this.actions.rows.some((row) => row.id === id)) {
          if (withdrawn) this.actions.withdrawn.add(id);
          else this.actions.withdrawn.delete(id);
        } else if (withdrawn) {
          for (const list of lists) {
            const at = list.findIndex((item) => item.id === id);
            const [taken] = at < 0 ? [] : list.splice(at, 1);
            if (taken) this.withdrawn.set(id, taken);
          }
        } else {
          const item = this.withdrawn.get(id);
          if (!item) throw { code: "notFound", incident: "5" } satisfies Failure;
          this.withdrawn.delete(id);
          this.add(item);
        }
      }
      void this.announce(["street", "cases", "search", "actions"]);
      return {};
    },
    record_case_note: ({ caseId, text }) => {
      const made: TimelineItem = {
        type: "caseNote",
        id: this.id(),
        caseId,
        text,
        at: this.now(),
        by: this.me().name,
        mine: true,
        edited: false,
        version: "v1",
        share: "waiting",
        differences: [],
      };
      this.add(made);
      void this.announce([`case:${caseId}`, "cases", "search"]);
      return made;
    },
    edit_case_note: ({ id, text }) => this.edit("caseNote", id, { text }),
    edit_summary: ({ caseId, version, text }) => {
      const file = this.find(caseId);
      // As the real core does: what a colleague added since the opened version stays.
      const merged = version === file.summary.version ? text : `${text} ${file.summary.text}`.trim();
      file.summary = {
        ...file.summary,
        text: merged,
        version: `${file.summary.version}+`,
        share: "waiting",
        changedBy: this.me().name,
        changedAt: this.now(),
      };
      void this.announce([`case:${caseId}`, "search"]);
      return { ...file.summary };
    },
    read_draft: () => ({ draft: this.draft }),
    save_draft: ({ draft }) => {
      this.draft = draft;
      return {};
    },
    sync_now: () => {
      this.sync = { ...this.sync, state: "shared", waiting: 0, offline: false, lastSharedAt: this.now() };
      void this.announce(["sync"]);
      return this.sync;
    },
    sync_status: () => ({ ...this.sync }),
    pause_sync: ({ paused }) => {
      this.sync = { ...this.sync, state: paused ? "paused" : "waiting" };
      void this.announce(["sync"]);
      return this.sync;
    },
    read_sync_centre: () => this.syncCentre,
    retry_failed: () => this.syncCentre,
    read_nearby: () => this.nearby,
    set_nearby: ({ on }) => {
      this.nearby = { ...this.nearby, on };
      void this.announce(["sync"]);
      return this.nearby;
    },
    share_nearby: () => this.nearby,
    read_share_recipients: () => ({ recipients: this.team.colleagues.filter((each) => !each.me) }),
    export_share_file: ({ to }) => ({
      entries: 3,
      readers: to === null ? this.team.colleagues.length - 1 : 1,
      bytes: 272_452,
    }),
    import_share_file: () => ({
      from: "Bram",
      madeAt: this.now(),
      news: [{ caseId: "1", caseName: "Gezin K.", contactMoments: 12, notes: 2, others: 0, changed: 0 }],
      known: 3,
      team: 0,
      waiting: 0,
      unreadable: 0,
      leftOut: 0,
      incomplete: false,
    }),
    share_file_progress: () => ({ done: 0, total: 0 }),
    check_vault: () => ({ findings: this.findings }),
    rebuild_read_model: () => {
      this.findings = this.findings.map((each) => ({ ...each, ok: true, code: "good", count: 0 }));
      return {};
    },
  };

  answer(name: keyof Commands, request: unknown): unknown {
    this.calls.push({ name, request });
    const failure = this.failing.get(name);
    if (failure) {
      this.failing.delete(name);
      throw failure;
    }
    return (this.handlers[name] as (request: unknown) => unknown)(request);
  }
}

/** Puts a fake core behind the door of this page. */
export function installFake(core: FakeCore): void {
  mockIPC(
    (command, payload) => {
      if (command === "plugin:dialog|open" || command === "plugin:dialog|save") return core.files.path;
      if (command !== "call") return undefined;
      const { name, request } = payload as { name: keyof Commands; request: unknown };
      return core.answer(name, request);
    },
    { shouldMockEvents: true },
  );
}
