import { useNavigate } from "@tanstack/react-router";
import { Withdrawn } from "../features/history/Withdrawn";
import { PersonsToLink } from "../features/persons/PersonsToLink";
import { useStreet } from "../ipc/answers";
import { FailureNote } from "../kit/FailureNote";
import { Heading } from "../kit/Heading";
import { useNow } from "../kit/now";
import { useText } from "../text/text";
import { Timeline } from "./Timeline";

/** Contact moments that belong to no case yet. */
export function StreetPane({ item }: { item: string | null }) {
  const { t } = useText();
  const stretches = useStreet();
  const navigate = useNavigate();
  const now = useNow();
  return (
    <div className="nb-pane">
      <header className="nb-case-head">
        <Heading level={2} takesFocus={item === null}>
          {t("cases-street-title")}
        </Heading>
        <p className="nb-prose nb-muted">{t("cases-street-intro")}</p>
      </header>
      <PersonsToLink
        now={now}
        onOpen={(personId) => void navigate({ to: "/people/$personId", params: { personId } })}
      />
      <FailureNote error={stretches.error} />
      {stretches.data ? (
        <>
          <Timeline stretches={stretches} item={item} empty={t("timeline-empty-street")} />
          <Withdrawn caseId={null} />
        </>
      ) : null}
    </div>
  );
}
