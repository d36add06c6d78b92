import { QueryClientProvider } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { newAnswers } from "../ipc/answers";
import { followCaptureAsked, followChanges } from "../ipc/events";
import { Gate } from "./Gate";

/** The whole window: one cache of answers that follows what the core announces. */
export function App() {
  const [client] = useState(newAnswers);
  useEffect(() => {
    const following = [followChanges(client), followCaptureAsked()];
    return () => {
      for (const each of following) void each.then((stop) => stop());
    };
  }, [client]);
  return (
    <QueryClientProvider client={client}>
      <Gate />
    </QueryClientProvider>
  );
}
