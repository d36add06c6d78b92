import type { FakeCore } from "../fake";
import type { Commands } from "../generated/commands";
import type { Difference } from "../generated/Difference";
import type { DifferenceVersion } from "../generated/DifferenceVersion";
import type { Failure } from "../generated/Failure";

type Handlers<C extends keyof Commands> = { [N in C]: (request: Commands[N][0]) => Commands[N][1] };

/** A difference with two or more versions: value, who, when and whether it is shown. */
export function difference(
  field: Difference["field"],
  versions: [value: string, by: string, at: number, chosen: boolean, names?: string][],
  more: Partial<Difference> = {},
): Difference {
  return {
    id: "differing",
    version: "v1",
    field,
    versions: versions.map(
      ([value, by, at, chosen, names]): DifferenceVersion => ({
        value,
        names: names ?? null,
        by,
        at,
        chosen,
      }),
    ),
    takesWords: false,
    settled: null,
    ...more,
  };
}

/** Choosing between versions in the fake core: the choice leaves its mark, and can be taken back. */
export class FakeDifferences {
  constructor(
    private core: FakeCore,
    private rows: () => { differences: Difference[] }[],
  ) {}

  /** Puts a changed copy in the place of the first difference in the field. */
  private change(field: Difference["field"], changed: (found: Difference) => Difference): Difference {
    const row = this.rows().find((each) => each.differences.some((one) => one.field === field));
    const found = row?.differences.find((one) => one.field === field);
    if (!row || !found) throw { code: "notFound", incident: "17" } satisfies Failure;
    const next = changed(found);
    row.differences = row.differences.map((one) => (one === found ? next : one));
    const cases = this.core.cases.map(({ row: { id } }) => `case:${id}`);
    void this.core.announce([...cases, "cases", "street", "actions", "search"]);
    return next;
  }

  readonly handlers: Handlers<"list_differences" | "keep_difference" | "take_back_choice"> = {
    list_differences: () => ({ items: [] }),
    keep_difference: ({ field, choice }) => {
      const { version } = this.change(field, (found) => ({
        ...found,
        version: `${found.version}+`,
        settled: { by: this.core.me().name, at: this.core.now() },
        versions: found.versions.map((each, position) => ({
          ...each,
          chosen: "value" in choice && choice.value === position,
        })),
      }));
      return { version };
    },
    take_back_choice: ({ field }) => {
      this.change(field, (found) => ({ ...found, settled: null }));
      return {};
    },
  };
}
