import { ShareNow } from "../features/sync-status/SyncCentre";
import { SyncPill } from "../features/sync-status/SyncPill";
import { useAnswer } from "../ipc/answers";
import type { TeamInfo } from "../ipc/generated/TeamInfo";
import { Heading } from "../kit/Heading";
import { Mark } from "../kit/Mark";
import { useText } from "../text/text";
import "./waiting.css";

/** Joined, not yet let in: calm, and gone by itself as soon as a colleague's laptop has shared. */
export function Waiting({ team }: { team: TeamInfo }) {
  const { t } = useText();
  const { data: status } = useAnswer("sync_status", {});
  return (
    <main className="nb-waiting">
      <div className="nb-waiting__page">
        <Mark size={40} />
        <Heading className="nb-title nb-page__title">{t("waiting-title")}</Heading>
        <p className="nb-prose">
          {team.teamName === "" ? t("waiting-intro-nameless") : t("waiting-intro", { team: team.teamName })}
        </p>
        <p className="nb-prose nb-muted">{t("waiting-calm")}</p>
        <ShareNow isBusy={status?.state === "busy"} />
      </div>
      <div className="nb-waiting__pill">
        <SyncPill />
      </div>
    </main>
  );
}
