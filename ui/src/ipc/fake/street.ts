import type { FakeCore } from "../fake";
import type { Commands } from "../generated/commands";
import type { Failure } from "../generated/Failure";
import type { GroupRow } from "../generated/GroupRow";
import type { LogItem } from "../generated/LogItem";
import type { PlaceRow } from "../generated/PlaceRow";
import type { RecordStop } from "../generated/RecordStop";
import type { RoundRow } from "../generated/RoundRow";
import type { ShiftFile } from "../generated/ShiftFile";
import type { ShiftRow } from "../generated/ShiftRow";
import type { StopRow } from "../generated/StopRow";
import type { Today } from "../generated/Today";

type Handlers<C extends keyof Commands> = { [N in C]: (request: Commands[N][0]) => Commands[N][1] };

/** What a name is compared by, as the real core does. */
const nameKey = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[\p{M}\s-]/gu, "")
    .toLowerCase();

const forgottenAfter = 14 * 3_600_000;

/** The street's part of the fake core: places, groups, shifts, rounds, stops, and Today. */
export class FakeStreet {
  places: PlaceRow[] = [];
  groups: GroupRow[] = [];
  shifts: ShiftFile[] = [];
  /** What waits on Today beside the shift. */
  waiting: Omit<Today, "running"> = {
    differing: [],
    added: { rows: [], total: 0, more: false, mark: 1 },
  };
  /** How many persons are still to be linked. */
  toLink = 0;
  private taken = new Map<string, () => void>();

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

  group(name: string, place: PlaceRow | null = null): GroupRow {
    const known = this.groups.find((each) => nameKey(each.name) === nameKey(name));
    if (known) return known;
    const id = this.core.id();
    const made: GroupRow = {
      id,
      ids: [id],
      name,
      placeId: place?.id ?? null,
      placeName: place?.name ?? null,
      text: null,
      stops: 0,
      lastAt: null,
      version: "v1",
      share: "waiting",
      differences: [],
    };
    this.groups.push(made);
    return made;
  }

  shift(at = this.core.now()): ShiftFile {
    const shift: ShiftRow = {
      id: this.core.id(),
      at,
      endedAt: null,
      by: this.core.me().name,
      mine: true,
      colleagues: [],
      forgotten: this.core.now() - at > forgottenAfter,
      runningRound: null,
      lastPlace: null,
      stops: 0,
      contactMoments: 0,
      version: "v1",
      share: "waiting",
      differences: [],
    };
    const made = { shift, rounds: [], log: [] };
    this.shifts.unshift(made);
    return made;
  }

  /** The shift that runs; a forgotten one is shown, and nothing is recorded in it. */
  running(isForUse = true): ShiftFile | null {
    const found = this.shifts.find(({ shift }) => shift.endedAt === null);
    return found && !(isForUse && found.shift.forgotten) ? found : null;
  }

  add(file: ShiftFile, item: LogItem): void {
    const moment = (each: LogItem) => (each.type === "action" ? each.recordedAt : each.at);
    file.log = [item, ...file.log].sort((a, b) => moment(b) - moment(a));
    file.shift.stops = file.log.filter(({ type }) => type === "stop").length;
    file.shift.contactMoments = file.log.filter(({ type }) => type === "contactMoment").length;
    if (item.type === "stop") file.shift.lastPlace = item.placeName;
  }

  stop(request: RecordStop): StopRow {
    const file = request.shiftId
      ? this.file(request.shiftId)
      : (this.running() ?? this.shift(Math.min(request.at, this.core.now())));
    const place = this.place(request.place);
    const group = request.group ? this.group(request.group, place) : null;
    const made = {
      type: "stop" as const,
      id: this.core.id(),
      shiftId: file.shift.id,
      roundId: file.shift.runningRound,
      placeId: place.id,
      placeName: place.name,
      at: request.at,
      headCount: request.headCount ?? null,
      mood: request.mood ?? null,
      groupId: group?.id ?? null,
      groupName: group?.name ?? null,
      topic: request.topic ?? null,
      agreement: request.agreement ?? null,
      nextStep: request.nextStep ?? null,
      by: this.core.me().name,
      mine: true,
      edited: false,
      version: "v1",
      share: "waiting" as const,
      differences: [],
    };
    this.add(file, made);
    place.stops += 1;
    place.lastAt = request.at;
    return made;
  }

  /** Takes something of the street back or puts it back; false when it is not of the street. */
  setWithdrawn(id: string, withdrawn: boolean): boolean {
    const back = this.taken.get(id);
    if (!withdrawn && back) {
      this.taken.delete(id);
      back();
      return true;
    }
    const file = this.shifts.find(({ log }) => log.some((each) => each.id === id));
    const item = file?.log.find((each) => each.id === id);
    const place = this.places.find((each) => each.ids.includes(id));
    const group = this.groups.find((each) => each.ids.includes(id));
    const shift = this.shifts.find((each) => each.shift.id === id);
    if (file && item) {
      file.log = file.log.filter((each) => each !== item);
      this.taken.set(id, () => this.add(file, item));
    } else if (place) {
      this.places = this.places.filter((each) => each !== place);
      this.taken.set(id, () => this.places.push(place));
    } else if (group) {
      this.groups = this.groups.filter((each) => each !== group);
      this.taken.set(id, () => this.groups.push(group));
    } else if (shift) {
      this.shifts = this.shifts.filter((each) => each !== shift);
      this.taken.set(id, () => this.shifts.unshift(shift));
    } else return false;
    return true;
  }

  private file(shiftId: string): ShiftFile {
    const found = this.shifts.find(({ shift }) => shift.id === shiftId);
    if (!found) throw { code: "notFound", incident: "6" } satisfies Failure;
    return found;
  }

  private named<T extends { ids: string[]; version: string }>(rows: T[], id: string, change: object): T {
    const row = rows.find(({ ids }) => ids.includes(id));
    if (!row) throw { code: "notFound", incident: "7" } satisfies Failure;
    return Object.assign(row, change, { version: `${row.version}+`, differences: [] });
  }

  private changed(): void {
    void this.core.announce(["street"]);
  }

  private copy(file: ShiftFile): ShiftFile {
    return { shift: { ...file.shift }, rounds: file.rounds.map((each) => ({ ...each })), log: [...file.log] };
  }

  handlers: Handlers<
    | "list_places"
    | "add_place"
    | "edit_place"
    | "list_groups"
    | "add_group"
    | "edit_group"
    | "start_shift"
    | "end_shift"
    | "edit_shift"
    | "list_shifts"
    | "read_shift"
    | "start_round"
    | "end_round"
    | "record_stop"
    | "edit_stop"
    | "read_today"
    | "note_looked"
  > = {
    list_places: () => ({ places: this.places.map((each) => ({ ...each })) }),
    add_place: ({ name }) => {
      const made = this.place(name);
      this.changed();
      return made;
    },
    edit_place: ({ id, name }) => {
      const row = this.named(this.places, id, { name });
      const other = this.places.find((each) => each !== row && nameKey(each.name) === nameKey(name));
      if (other) {
        row.ids.push(...other.ids);
        this.places = this.places.filter((each) => each !== other);
      }
      this.changed();
      return row;
    },
    list_groups: () => ({ groups: this.groups.map((each) => ({ ...each })) }),
    add_group: ({ name }) => {
      const made = this.group(name);
      this.changed();
      return made;
    },
    edit_group: ({ id, version: _, placeId, ...change }) => {
      const place = this.places.find((each) => each.id === placeId);
      const where = { placeId: place?.id ?? null, placeName: place?.name ?? null };
      const row = this.named(this.groups, id, { ...change, ...(placeId === undefined ? {} : where) });
      this.changed();
      return row;
    },
    start_shift: ({ colleagues = [] }) => {
      const file = this.running() ?? this.shift();
      file.shift.colleagues = this.core.team.colleagues.filter((each) => colleagues.includes(each.memberId));
      this.changed();
      return { ...file.shift };
    },
    end_shift: ({ shiftId, at }) => {
      const file = this.file(shiftId);
      const endedAt = at ?? this.core.now();
      file.rounds = file.rounds.map((each) => ({ ...each, endedAt: each.endedAt ?? endedAt }));
      Object.assign(file.shift, { endedAt, runningRound: null, forgotten: false, version: "v1+" });
      this.changed();
      return {
        shift: { ...file.shift },
        notShared: file.log.filter(({ share }) => share === "waiting").length,
        openActions: 0,
        toLink: this.toLink,
        handedOver: false,
      };
    },
    edit_shift: ({ id, version, colleagues, ...change }) => {
      const file = this.file(id);
      const along = colleagues
        ? { colleagues: this.core.team.colleagues.filter((each) => colleagues.includes(each.memberId)) }
        : {};
      Object.assign(file.shift, change, along, { version: `${version}+`, differences: [] });
      this.changed();
      return { ...file.shift };
    },
    list_shifts: ({ limit }) => ({
      shifts: this.shifts.slice(0, limit).map(({ shift }) => ({ ...shift })),
    }),
    read_shift: ({ shiftId }) => this.copy(this.file(shiftId)),
    start_round: () => {
      const file = this.running() ?? this.shift();
      const at = this.core.now();
      const made: RoundRow = {
        id: this.core.id(),
        shiftId: file.shift.id,
        at,
        endedAt: null,
        by: this.core.me().name,
        share: "waiting",
      };
      file.rounds = [...file.rounds.map((each) => ({ ...each, endedAt: each.endedAt ?? at })), made];
      file.shift.runningRound = made.id;
      this.changed();
      return made;
    },
    end_round: ({ roundId }) => {
      const file = this.shifts.find(({ rounds }) => rounds.some(({ id }) => id === roundId));
      const round = file?.rounds.find(({ id }) => id === roundId);
      if (!file || !round) throw { code: "notFound", incident: "8" } satisfies Failure;
      round.endedAt = this.core.now();
      file.shift.runningRound = null;
      this.changed();
      return { ...round };
    },
    record_stop: (request) => {
      const stop = this.stop(request);
      this.changed();
      return { stop, ids: [stop.id] };
    },
    edit_stop: ({ id, version, place, group, ...change }) => {
      const item = this.shifts.flatMap(({ log }) => log).find((each) => each.id === id);
      if (item?.type !== "stop") throw { code: "notFound", incident: "9" } satisfies Failure;
      const where = place === undefined ? null : this.place(place);
      const met = group ? this.group(group) : null;
      Object.assign(item, change, { version: `${version}+`, edited: true, differences: [] });
      if (where) Object.assign(item, { placeId: where.id, placeName: where.name });
      if (group !== undefined)
        Object.assign(item, { groupId: met?.id ?? null, groupName: met?.name ?? null });
      this.changed();
      return { ...item };
    },
    read_today: () => {
      const running = this.running(false);
      return { ...this.waiting, running: running ? this.copy(running) : null };
    },
    note_looked: ({ mark }) => {
      this.waiting = { ...this.waiting, added: { rows: [], total: 0, more: false, mark } };
      void this.core.announce(["looked"]);
      return {};
    },
  };
}
