import { useEffect, useState } from "react";
import { useAnswer } from "../../ipc/answers";
import type { Search } from "../../ipc/generated/Search";
import { everything } from "../../kit/hits";

/** The most hits that are listed. */
export const most = 100;

const nothing: Search = { query: "", filters: everything, limit: 0 };

/**
 * What was found for the newest question. One question is on its way at a time, and after it the newest: those
 * that were typed in between are never asked, so that an old one does not hold up a new one.
 */
export function useFound(wanted: Search | null) {
  const [question, setQuestion] = useState(wanted);
  const found = useAnswer("search", question ?? nothing, { enabled: question !== null, keep: true });
  const isBusy = found.isFetching;
  useEffect(() => {
    if (!isBusy) setQuestion(wanted);
  }, [wanted, isBusy]);
  return { question, found };
}
