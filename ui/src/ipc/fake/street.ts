import type { FakeCore } from "../fake";
import type { Commands } from "../generated/commands";
import type { PlaceRow } from "../generated/PlaceRow";

type Handlers<C extends keyof Commands> = { [N in C]: (request: Commands[N][0]) => Commands[N][1] };

/** What a name is compared by, as the real core does. */
const nameKey = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[\p{M}\s-]/gu, "")
    .toLowerCase();

/** The street's part of the fake core: places, groups, shifts, rounds, stops, and Today. */
export class FakeStreet {
  places: PlaceRow[] = [];

  constructor(private core: FakeCore) {}

  place(name: string): PlaceRow {
    const known = this.places.find((each) => nameKey(each.name) === nameKey(name));
    if (known) return known;
    const id = this.core.id();
    const made: PlaceRow = {
      id,
      ids: [id],
      name,
      stops: 0,
      lastAt: null,
      version: "v1",
      share: "waiting",
      differences: [],
    };
    this.places.push(made);
    this.places.sort((a, b) => a.name.localeCompare(b.name));
    return made;
  }

  handlers: Handlers<"list_places" | "add_place"> = {
    list_places: () => ({ places: this.places.map((each) => ({ ...each })) }),
    add_place: ({ name }) => {
      const made = this.place(name);
      void this.core.announce(["street"]);
      return made;
    },
  };
}
