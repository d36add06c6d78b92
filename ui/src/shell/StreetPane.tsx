import { useEffect, useState } from "react";
import { useAnswer } from "../ipc/answers";
import { FailureNote } from "../kit/FailureNote";
import { Heading } from "../kit/Heading";
import { useText } from "../text/text";
import { isFurtherBack, Timeline, timelineStep } from "./Timeline";

/** Contact moments that belong to no case yet. */
export function StreetPane({ item }: { item: string | null }) {
  const { t } = useText();
  const [limit, setLimit] = useState(timelineStep);
  const { data: street, error } = useAnswer("read_street", { limit, before: null }, { keep: true });
  useEffect(() => {
    if (isFurtherBack(item, street?.timeline, street?.more ?? false)) setLimit((now) => now * 4);
  }, [item, street]);
  return (
    <div className="nb-pane">
      <header className="nb-case-head">
        <Heading level={2} takesFocus={item === null}>
          {t("cases-street-title")}
        </Heading>
        <p className="nb-prose nb-muted">{t("cases-street-intro")}</p>
      </header>
      <FailureNote error={error} />
      {street ? (
        <Timeline
          items={street.timeline}
          more={street.more}
          onMore={() => setLimit(limit + timelineStep)}
          item={item}
          empty={t("timeline-empty-street")}
        />
      ) : null}
    </div>
  );
}
