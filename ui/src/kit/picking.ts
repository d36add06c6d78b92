/** Something to pick from a list. */
export interface PickOption {
  id: string;
  name: string;
  /** Stands beside the name: a street, an age. */
  hint?: string;
  /** Words it is found by as well: a nickname, an old name. */
  also?: string;
}

/** What was picked: one of the list, or words of one's own just as they are being typed. */
export type Picked = { id: string } | { words: string } | null;

/** Without capitals and accents, so that "zoe" finds "Zoë". */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLocaleLowerCase()
    .trim();
}

/**
 * The options in which all typed words begin a word; names that begin with what was typed come first,
 * otherwise the order stays.
 */
export function fitting<T extends PickOption>(options: T[], typed: string): T[] {
  const needle = folded(typed);
  if (needle === "") return options;
  const needles = needle.split(/\s+/);
  const fits = options.filter(({ name, hint, also }) => {
    const words = folded(`${name} ${also ?? ""} ${hint ?? ""}`).split(/[\s-]+/);
    return needles.every((each) => words.some((word) => word.startsWith(each)));
  });
  const starts = (option: T) => folded(option.name).startsWith(needle);
  return [...fits.filter(starts), ...fits.filter((option) => !starts(option))];
}

/** The option that was typed in full, if any: no second one is made for the same name. */
export function sameName(options: PickOption[], typed: string): PickOption | undefined {
  const needle = folded(typed);
  return needle === "" ? undefined : options.find(({ name }) => folded(name) === needle);
}
