import type { FakeCore } from "../fake";
import type { CheckIn } from "../generated/CheckIn";
import type { Commands } from "../generated/commands";
import type { MissedCheckIn } from "../generated/MissedCheckIn";

type Handlers<C extends keyof Commands> = { [N in C]: (request: Commands[N][0]) => Commands[N][1] };

const none = { state: "none", place: null, until: null, minutes: 0, colleagues: [] } as const;

/** The timer of who works alone, in the fake core. A test moves its state; there is no clock in it. */
export class FakeCheckIn {
  timer: CheckIn = { offered: false, ...none, colleagues: [] };
  missed: MissedCheckIn[] = [];

  constructor(private core: FakeCore) {}

  private set(change: Partial<CheckIn>): CheckIn {
    this.timer = { ...this.timer, ...change };
    void this.core.announce(["checkIn"]);
    return { ...this.timer };
  }

  private runs(until: number): Partial<CheckIn> {
    return { state: "running", until, minutes: Math.ceil((until - this.core.now()) / 60_000) };
  }

  handlers: Handlers<
    | "read_check_in"
    | "offer_check_in"
    | "start_check_in"
    | "check_in"
    | "extend_check_in"
    | "list_missed_check_ins"
    | "put_missed_check_in_away"
  > = {
    read_check_in: () => ({ ...this.timer }),
    offer_check_in: ({ offered }) => this.set({ offered }),
    start_check_in: ({ place, until, colleagues }) => {
      const names = this.core.team.colleagues
        .filter((each) => colleagues.includes(each.memberId))
        .map((each) => each.name);
      return this.set({ ...this.runs(until), place, colleagues: names });
    },
    check_in: () => this.set({ ...none, colleagues: [] }),
    extend_check_in: ({ until }) => this.set(this.runs(until)),
    list_missed_check_ins: () => ({ missed: this.missed.map((each) => ({ ...each })) }),
    put_missed_check_in_away: ({ id }) => {
      this.missed = this.missed.filter((each) => each.id !== id);
      void this.core.announce(["street"]);
      return { missed: this.missed };
    },
  };
}
