import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useAnswer } from "../../ipc/answers";
import type { CheckIn } from "../../ipc/generated/CheckIn";

const look = 10_000;

/** The timer of who works alone; while it runs the core is asked again and again, for its clock decides. */
export function useCheckIn(): CheckIn | undefined {
  const client = useQueryClient();
  const { data } = useAnswer("read_check_in", {});
  const runs = data !== undefined && data.state !== "none";
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: ["read_check_in"] }), look);
    return () => clearInterval(timer);
  }, [client, runs]);
  return data;
}
