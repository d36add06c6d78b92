import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { answerKey } from "../ipc/answers";
import { call } from "../ipc/call";

/** The place of one's last contact moment: the likely place of the next one. */
export function useLastPlace(): [string | null, (place: string | null) => void, () => void] {
  const client = useQueryClient();
  const [place, setPlace] = useState<string | null>(null);
  const isKnown = useRef(false);
  const look = async () => {
    if (isKnown.current) return;
    isKnown.current = true;
    const cases = client.getQueryData<{ cases: { id: string; lastAt: number | null }[] }>(
      answerKey("list_cases", {}),
    );
    const newest = [...(cases?.cases ?? [])].sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))[0];
    try {
      const street = await call("read_street", { limit: 5, before: null });
      const file = newest ? await call("read_case", { caseId: newest.id, limit: 5, before: null }) : null;
      const mine = [...street.timeline, ...(file?.timeline ?? [])]
        .filter((row) => row.type === "contactMoment" && row.mine && row.place !== null)
        .sort((a, b) => b.at - a.at)[0];
      if (mine?.type === "contactMoment") setPlace(mine.place);
    } catch {
      // Only a convenience: without it the field starts empty.
    }
  };
  const remember = (next: string | null) => {
    isKnown.current = true;
    setPlace(next);
  };
  return [place, remember, () => void look()];
}
