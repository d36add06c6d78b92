import type { FakeCore } from "../fake";
import type { ContactMomentRow } from "../generated/ContactMomentRow";
import type { Commands } from "../generated/commands";
import type { FoundPerson } from "../generated/FoundPerson";
import type { LikelySame } from "../generated/LikelySame";
import type { PersonMergeRow } from "../generated/PersonMergeRow";
import type { PersonRow } from "../generated/PersonRow";
import type { Recorded } from "../generated/Recorded";

type Handlers<C extends keyof Commands> = { [N in C]: (request: Commands[N][0]) => Commands[N][1] };
type Names =
  | "find_people"
  | "list_persons"
  | "read_person"
  | "edit_person"
  | "merge_person"
  | "record_contact_moment"
  | "read_history"
  | "restore_version"
  | "list_withdrawn";

const kept = 90 * 86_400_000;

/** Persons without a case, recording for several people, and history, in the fake core. */
export class FakePersons {
  persons: PersonRow[] = [];
  likely: LikelySame[] = [];
  merges: PersonMergeRow[] = [];

  constructor(private core: FakeCore) {}

  person(nickname: string, more: Partial<PersonRow> = {}): PersonRow {
    const made: PersonRow = {
      id: this.core.id(),
      nickname,
      text: null,
      groupId: null,
      groupName: null,
      placeName: null,
      purpose: "none",
      by: this.core.me().name,
      recordedAt: this.core.now(),
      moments: 0,
      seenAt: this.core.now(),
      expiresAt: this.core.now() + kept,
      caseId: null,
      mergedIntoId: null,
      version: "v1",
      share: "waiting",
      differences: [],
      ...more,
    };
    this.persons.push(made);
    return made;
  }

  private find(id: string): PersonRow {
    const found = this.persons.find((each) => each.id === id);
    if (!found) throw { code: "notFound", incident: "6" };
    return found;
  }

  /** Taking a merge back, and putting it back, as `set_withdrawn` does. */
  setWithdrawn(id: string, withdrawn: boolean): boolean {
    const merge = this.merges.find((each) => each.id === id);
    if (!merge) return false;
    const person = this.find(merge.person.id);
    person.caseId = withdrawn ? null : merge.caseId;
    person.mergedIntoId = withdrawn ? null : (merge.into?.id ?? null);
    return true;
  }

  private record(request: Commands["record_contact_moment"][0]): Recorded {
    const { people, fromDraft: _, actions, groupId, ...said } = request;
    const rows: ContactMomentRow[] = [];
    const ids: string[] = [];
    const base = { ...said, groupId: groupId ?? null };
    const inCases = people.filter((whom) => whom.caseId);
    const others = people.filter((whom) => !whom.caseId);
    for (const { caseId = null, nickname = null } of inCases) {
      const caseName = caseId === null ? null : this.core.find(caseId).row.name;
      rows.push(this.core.moment({ ...base, caseId, caseName, nickname, others: people.length - 1 }));
    }
    if (others.length > 0 || inCases.length === 0) {
      const persons = others.map((whom) => {
        const known = this.persons.find(
          (each) => each.id === whom.personId || each.nickname === whom.nickname,
        );
        const person = known ?? this.person(whom.nickname ?? "");
        if (!known) ids.push(person.id);
        return { id: person.id, nickname: person.nickname, expired: false };
      });
      rows.push(this.core.moment({ ...base, persons, others: inCases.length }));
    }
    ids.push(...rows.map(({ id }) => id));
    this.core.draft = null;
    void this.core.announce([
      ...rows.map(({ caseId }) => (caseId ? `case:${caseId}` : "street")),
      "cases",
      "search",
      ...(actions?.length ? ["actions"] : []),
    ]);
    return { rows, ids };
  }

  handlers: Handlers<Names> = {
    record_contact_moment: (request) => this.record(request),
    find_people: ({ query }) => {
      const sought = query.toLowerCase().split(/\s+/).filter(Boolean);
      const begins = (...texts: (string | null)[]) => {
        const words = texts.flatMap((text) => (text ?? "").toLowerCase().split(/\s+/));
        return sought.every((each) => words.some((word) => word.startsWith(each)));
      };
      const cases = this.core.cases
        .filter(({ row }) => begins(row.name))
        .map(
          ({ row }): FoundPerson => ({
            caseId: row.id,
            personId: null,
            name: row.name,
            group: null,
            place: null,
            lastAt: row.lastAt,
          }),
        );
      const persons = this.persons
        .filter((each) => begins(each.nickname, each.text, each.groupName, each.placeName))
        .map(
          (each): FoundPerson => ({
            caseId: null,
            personId: each.id,
            name: each.nickname,
            group: each.groupName,
            place: each.placeName,
            lastAt: each.seenAt,
          }),
        );
      return { people: [...cases, ...persons] };
    },
    list_persons: ({ filter }) => {
      const persons = this.persons.filter(
        (each) => filter !== "toLink" || (each.caseId ?? each.mergedIntoId) === null,
      );
      return { persons: persons.map((each) => ({ ...each })), total: persons.length };
    },
    read_person: ({ personId }) => {
      const person = { ...this.find(personId) };
      const merges = this.merges
        .filter((each) => each.person.id === personId && (person.caseId ?? person.mergedIntoId) !== null)
        .map((each) => ({ type: "personMerge" as const, ...each }));
      const moments = this.core.street.filter(
        (each) => each.type === "contactMoment" && each.persons.some(({ id }) => id === personId),
      );
      return { person, likely: this.likely, timeline: [...merges, ...moments], more: false };
    },
    edit_person: ({ id, version: _, place, ...change }) => {
      const person = this.find(id);
      Object.assign(person, change, place === undefined ? {} : { placeName: place || null });
      person.expiresAt = person.purpose === "none" ? person.seenAt + kept : null;
      void this.core.announce(["street"]);
      return { ...person };
    },
    merge_person: ({ personId, caseId, intoId }) => {
      const person = this.find(personId);
      const into = intoId ? this.find(intoId) : null;
      const row: PersonMergeRow = {
        id: this.core.id(),
        person: { id: personId, nickname: person.nickname, expired: false },
        caseId: caseId ?? null,
        caseName: caseId ? this.core.find(caseId).row.name : null,
        into: into ? { id: into.id, nickname: into.nickname, expired: false } : null,
        at: this.core.now(),
        by: this.core.me().name,
        mine: true,
        counts: true,
        share: "waiting",
      };
      this.merges.push(row);
      this.setWithdrawn(row.id, false);
      void this.core.announce(["street", "cases"]);
      return row;
    },
    read_history: ({ id }) => {
      const all = [...this.core.street, ...this.core.cases.flatMap((each) => each.timeline)];
      const row = all.find((each) => each.id === id);
      if (row?.type !== "contactMoment") return { versions: [] };
      const said = {
        by: row.by,
        text: row.text,
        kind: row.kind,
        outcome: row.outcome,
        happenedAt: row.at,
        place: row.place,
        withdrawn: false,
      };
      return {
        versions: [
          { version: row.version, at: row.recordedAt, changed: ["text"], ...said },
          {
            version: "v0",
            at: row.recordedAt - 60_000,
            changed: [],
            ...said,
            text: "Zo stond het er eerst.",
          },
        ],
      };
    },
    restore_version: () => ({}),
    list_withdrawn: ({ caseId }) => ({
      items: [...this.core.withdrawn.values()].filter((each) => "caseId" in each && each.caseId === caseId),
      more: false,
    }),
  };
}
