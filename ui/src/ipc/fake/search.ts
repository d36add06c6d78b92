import type { FakeCore } from "../fake";
import type { Commands } from "../generated/commands";
import type { Hit } from "../generated/Hit";
import type { RecentSearches } from "../generated/RecentSearches";
import type { SearchFilters } from "../generated/SearchFilters";

type Handlers<C extends keyof Commands> = { [N in C]: (request: Commands[N][0]) => Commands[N][1] };

/** The search part of the fake core: all of what was typed in one piece, and most filters. */
export class FakeSearch {
  recent: RecentSearches = { on: true, searches: [] };
  /** Hits beside those from cases and the street. */
  more: Hit[] = [];

  constructor(private core: FakeCore) {}

  private all(): { hit: Hit; place: string | null }[] {
    const plain = { contactKind: null, shiftId: null, by: "", snippet: [] };
    const found: { hit: Hit; place: string | null }[] = this.more.map((hit) => ({ hit, place: null }));
    const cut = (text: string) => [{ text, hit: false }];
    const items = [...this.core.street, ...this.core.cases.flatMap((each) => each.timeline)];
    for (const { row, summary } of this.core.cases) {
      const at = row.lastAt ?? 0;
      const of = { ...plain, caseId: row.id, title: row.name };
      found.push({ hit: { ...of, type: "case", id: row.id, at, snippet: cut(row.name) }, place: null });
      if (summary.text !== "") {
        const hit: Hit = {
          ...of,
          type: "summary",
          id: summary.caseId,
          at: summary.changedAt ?? 0,
          snippet: cut(summary.text),
        };
        found.push({ hit, place: null });
      }
    }
    for (const person of this.core.people.persons) {
      const of = { ...plain, type: "person" as const, caseId: null, title: person.nickname };
      const snippet = cut([person.nickname, person.text].filter(Boolean).join(" · "));
      found.push({ hit: { ...of, id: person.id, at: person.seenAt, snippet }, place: person.placeName });
    }
    for (const item of items) {
      if (item.type === "personMerge") continue;
      const file = this.core.cases.find((each) => each.row.id === item.caseId);
      const isMoment = item.type === "contactMoment";
      const hit: Hit = {
        ...plain,
        type: item.type,
        id: item.id,
        caseId: item.caseId,
        title: file?.row.name ?? (isMoment ? item.nickname : null) ?? "",
        contactKind: isMoment ? item.kind : null,
        at: item.at,
        by: item.by,
        snippet: cut(item.text),
      };
      found.push({ hit, place: isMoment ? item.place : null });
    }
    return found;
  }

  private passes(hit: Hit, place: string | null, filters: SearchFilters): boolean {
    const by = this.core.team.colleagues.find((each) => each.memberId === filters.by);
    const byKind = filters.contactKinds.length > 0;
    return (
      (filters.by === null || hit.by === by?.name) &&
      (filters.caseId === null || hit.caseId === filters.caseId) &&
      (filters.personId === null || hit.id === filters.personId) &&
      (filters.place === null || place?.toLowerCase() === filters.place.toLowerCase()) &&
      (filters.from === null || hit.at >= filters.from) &&
      (filters.until === null || hit.at < filters.until) &&
      (filters.kinds.length === 0 || filters.kinds.includes(hit.type)) &&
      (!byKind || (hit.contactKind !== null && filters.contactKinds.includes(hit.contactKind)))
    );
  }

  private marked(hit: Hit, query: string): Hit | null {
    const text = hit.snippet.map((part) => part.text).join("");
    const at = text.toLowerCase().indexOf(query.toLowerCase());
    if (at < 0) return null;
    const parts = [
      { text: text.slice(Math.max(0, at - 40), at), hit: false },
      { text: text.slice(at, at + query.length), hit: query !== "" },
      { text: text.slice(at + query.length, at + 90), hit: false },
    ];
    return { ...hit, snippet: parts.filter((part) => part.text !== "") };
  }

  private announce(): RecentSearches {
    void this.core.announce(["recentSearches"]);
    return { ...this.recent, searches: [...this.recent.searches] };
  }

  handlers: Handlers<
    "search" | "read_recent_searches" | "keep_search" | "forget_searches" | "set_recent_searches"
  > = {
    search: ({ query, filters, limit }) => {
      const all = this.all()
        .filter(({ hit, place }) => this.passes(hit, place, filters))
        .flatMap(({ hit }) => this.marked(hit, query) ?? []);
      return { hits: all.slice(0, limit ?? all.length), total: all.length, more: false };
    },
    read_recent_searches: () => ({ ...this.recent, searches: [...this.recent.searches] }),
    keep_search: ({ query }) => {
      if (this.recent.on) {
        const others = this.recent.searches.filter((each) => each !== query);
        this.recent.searches = [query, ...others].slice(0, 10);
      }
      return this.announce();
    },
    forget_searches: ({ query }) => {
      this.recent.searches = this.recent.searches.filter((each) => query !== null && each !== query);
      return this.announce();
    },
    set_recent_searches: ({ on }) => {
      this.recent = { on, searches: on ? this.recent.searches : [] };
      return this.announce();
    },
  };
}
