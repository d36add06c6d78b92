import { PersonHead } from "../features/persons/PersonHead";
import { useAnswer, usePersonFile } from "../ipc/answers";
import { FailureNote } from "../kit/FailureNote";
import { useText } from "../text/text";
import { Timeline } from "./Timeline";

/** Somebody without a case: what is known, and what happened. */
export function PersonPane({ personId }: { personId: string }) {
  const { t } = useText();
  const stretches = usePersonFile(personId);
  const list = useAnswer("list_cases", {});
  const file = stretches.data?.pages[0];
  return (
    <div className="nb-scroll">
      <div className="nb-pane">
        <FailureNote error={stretches.error} />
        {file ? (
          <>
            <PersonHead file={file} cases={list.data?.cases ?? []} />
            <section aria-labelledby="timeline">
              <h3 id="timeline" className="nb-section-title">
                {t("timeline-title")}
              </h3>
              <Timeline stretches={stretches} item={null} empty={t("timeline-empty-street")} />
            </section>
          </>
        ) : null}
      </div>
    </div>
  );
}
