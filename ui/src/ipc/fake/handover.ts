import type { FakeCore } from "../fake";
import type { CaseloadDraft } from "../generated/CaseloadDraft";
import type { Commands } from "../generated/commands";
import type { Failure } from "../generated/Failure";
import type { HandoverDraft } from "../generated/HandoverDraft";
import type { HandoverFile } from "../generated/HandoverFile";
import type { HandoverRow } from "../generated/HandoverRow";
import type { HandoverSection } from "../generated/HandoverSection";
import type { ProposedGroup } from "../generated/ProposedGroup";
import type { ProposedLine } from "../generated/ProposedLine";
import type { ProposedShift } from "../generated/ProposedShift";
import type { SentBefore } from "../generated/SentBefore";

type Handlers<C extends keyof Commands> = { [N in C]: (request: Commands[N][0]) => Commands[N][1] };

const noDraft: HandoverDraft = { order: [], struck: [], sentences: [], to: [] };
const noCaseload: CaseloadDraft = { to: null, caseIds: [], whys: [] };

/** The handover part of the fake core. */
export class FakeHandover {
  shift: ProposedShift | null = null;
  /** What the shift says by itself; the draft is put over it. */
  groups: ProposedGroup[] = [];
  draft: HandoverDraft = noDraft;
  caseloadDraft: CaseloadDraft = noCaseload;
  sent: SentBefore | null = null;
  files: HandoverFile[] = [];

  constructor(private core: FakeCore) {}

  line(values: Partial<ProposedLine> & { text: string }): ProposedLine {
    return {
      key: `contact:${this.core.id()}`,
      part: "contact",
      at: this.core.now(),
      share: "shared",
      struck: false,
      ...values,
    };
  }

  /** A handover that a colleague sent. */
  receive(values: Partial<HandoverRow>, sections: HandoverSection[]): HandoverFile {
    const id = this.core.id();
    const handover: HandoverRow = {
      id,
      kind: "shift",
      at: this.core.now(),
      shiftAt: this.core.now(),
      by: "Bram",
      mine: false,
      to: [],
      cases: [],
      lines: sections.reduce((sum, each) => sum + each.lines.length, 0),
      unread: true,
      readers: [],
      share: "shared",
      ...values,
    };
    const file = { handover, ids: [id], sections };
    this.files.unshift(file);
    return file;
  }

  private proposed(): ProposedGroup[] {
    const place = (key: string) => {
      const at = this.draft.order.indexOf(key);
      return at < 0 ? Number.MAX_SAFE_INTEGER : at;
    };
    return this.groups.map((group) => {
      const own = this.draft.sentences
        .filter((each) => each.caseId === group.caseId && (group.caseId || each.heading === group.heading))
        .map(({ key, text }) => this.line({ key, text, part: "sentence", at: null }));
      const lines = [...group.lines, ...own].map((line) => ({
        ...line,
        struck: this.draft.struck.includes(line.key),
      }));
      return { ...group, lines: lines.sort((a, b) => place(a.key) - place(b.key)) };
    });
  }

  handlers: Handlers<
    | "compose_handover"
    | "save_handover_draft"
    | "send_handover"
    | "list_handovers"
    | "read_handover"
    | "note_handover_read"
    | "export_handover_pdf"
    | "compose_caseload_handover"
    | "save_caseload_draft"
    | "send_caseload_handover"
  > = {
    compose_handover: () => ({
      shift: this.shift,
      groups: this.proposed(),
      to: this.draft.to,
      sent: this.sent,
    }),
    save_handover_draft: ({ draft }) => {
      this.draft = draft;
      return {};
    },
    send_handover: ({ draft }) => {
      this.draft = draft;
      const id = this.core.id();
      this.sent = { id, at: this.core.now(), share: "waiting", readers: [] };
      void this.core.announce(["handovers"]);
      return { ids: [id], replaced: [] };
    },
    list_handovers: () => {
      const handovers = this.files.map((file) => ({ ...file.handover }));
      return { handovers, unread: handovers.filter((row) => row.unread).length };
    },
    read_handover: ({ id }) => {
      const found = this.files.find((file) => file.ids.includes(id));
      if (!found) throw { code: "notFound", incident: "6" } satisfies Failure;
      return { ...found, handover: { ...found.handover } };
    },
    note_handover_read: ({ ids }) => {
      for (const { handover } of this.files.filter((file) => file.ids.some((id) => ids.includes(id)))) {
        handover.unread = false;
        handover.readers = [...handover.readers, { name: this.core.me().name, at: this.core.now() }];
      }
      void this.core.announce(["handovers"]);
      return {};
    },
    export_handover_pdf: () => ({}),
    compose_caseload_handover: () => ({
      pages: this.core.cases.map(({ row, summary, timeline }) => ({
        caseId: row.id,
        name: row.name,
        summary: summary.text,
        why: "",
        colleagues: row.colleagues,
        agreements: [],
        contacts: timeline
          .filter((item) => item.type === "contactMoment")
          .slice(0, 5)
          .map(({ id, at, text }) => ({
            part: "contact",
            heading: "Laatste contacten",
            at,
            text,
            about: id,
            caseId: row.id,
          })),
      })),
      draft: this.caseloadDraft,
    }),
    save_caseload_draft: ({ draft }) => {
      this.caseloadDraft = draft ?? noCaseload;
      return {};
    },
    send_caseload_handover: ({ draft }) => {
      this.caseloadDraft = noCaseload;
      void this.core.announce(["handovers", "cases"]);
      const held = (caseId: string) =>
        this.core.find(caseId).row.colleagues.some(({ memberId }) => memberId === draft.to);
      return {
        ids: draft.caseIds.map(() => this.core.id()),
        granted: draft.caseIds.filter((caseId) => !held(caseId)).length,
      };
    },
  };
}
