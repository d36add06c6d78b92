import { useState } from "react";
import { JoinStep } from "../features/first-start/TeamSteps";
import { ShareNow } from "../features/sync-status/SyncCentre";
import { SyncPill } from "../features/sync-status/SyncPill";
import { useAnswer } from "../ipc/answers";
import type { TeamInfo } from "../ipc/generated/TeamInfo";
import { Button } from "../kit/Button";
import { FailureNote } from "../kit/FailureNote";
import { Heading } from "../kit/Heading";
import { Mark } from "../kit/Mark";
import { useText } from "../text/text";
import "./waiting.css";

/** Joined, not yet let in: calm, and gone by itself as soon as a colleague's laptop has shared. */
export function Waiting({ team, onTeam }: { team: TeamInfo; onTeam: (team: TeamInfo) => void }) {
  const { t } = useText();
  const { data: status } = useAnswer("sync_status", {});
  const [isAsking, setAsking] = useState(false);
  // Where the invitation will not do, another one has to be possible; the vault stays as it is.
  if (isAsking) {
    const done = (info: TeamInfo) => {
      setAsking(false);
      onTeam(info);
    };
    return <JoinStep onBack={() => setAsking(false)} onDone={done} />;
  }
  return (
    <main className="nb-waiting">
      <div className="nb-waiting__page">
        <Mark size={40} />
        <Heading className="nb-title nb-page__title">{t("waiting-title")}</Heading>
        <p className="nb-prose">
          {team.teamName === "" ? t("waiting-intro-nameless") : t("waiting-intro", { team: team.teamName })}
        </p>
        {status?.failure ? (
          <FailureNote error={status.failure} />
        ) : (
          <p className="nb-prose nb-muted">{t("waiting-calm")}</p>
        )}
        <div className="nb-waiting__actions">
          <ShareNow isBusy={status?.state === "busy"} />
          {status?.failure ? (
            <Button onPress={() => setAsking(true)}>{t("waiting-other-invitation")}</Button>
          ) : null}
        </div>
      </div>
      <div className="nb-waiting__pill">
        <SyncPill />
      </div>
    </main>
  );
}
