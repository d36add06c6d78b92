import { useKept } from "../../kit/kept";

/** The words in the search field; they stay while one looks at what was found. */
export function useSearchWords(): [string, (words: string) => void] {
  const [words = "", set] = useKept<string>("look:search");
  return [words, (next) => set(next === "" ? undefined : next)];
}
