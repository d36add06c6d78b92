import { useEffect, useState } from "react";
import { NoteComposer } from "../features/case-notes/NoteComposer";
import { CaseHead } from "../features/cases/CaseHead";
import { SummaryField } from "../features/cases/SummaryField";
import { useAnswer } from "../ipc/answers";
import { FailureNote } from "../kit/FailureNote";
import { useText } from "../text/text";
import { useFrame } from "./frame-context";
import { isFurtherBack, Timeline, timelineStep } from "./Timeline";

/** One case file: who, where we stand, and what happened. */
export function CasePane({ caseId, item }: { caseId: string; item: string | null }) {
  const { t } = useText();
  const { team } = useFrame();
  const [limit, setLimit] = useState(timelineStep);
  const { data: file, error } = useAnswer("read_case", { caseId, limit, before: null }, { keep: true });
  useEffect(() => {
    if (isFurtherBack(item, file?.timeline, file?.more ?? false)) setLimit((now) => now * 4);
  }, [item, file]);
  // While a longer piece is read the former answer stays; the answer for another case never does.
  if (!file || file.case.id !== caseId) {
    return (
      <div className="nb-pane">
        <FailureNote error={error} />
      </div>
    );
  }
  return (
    <div className="nb-pane">
      <CaseHead file={file} team={team.colleagues} takesFocus={item === null} />
      <SummaryField summary={file.summary} />
      <section aria-labelledby="timeline">
        <h3 id="timeline" className="nb-section-title">
          {t("timeline-title")}
        </h3>
        <NoteComposer caseId={caseId} />
        <Timeline
          items={file.timeline}
          more={file.more}
          onMore={() => setLimit(limit + timelineStep)}
          item={item}
          empty={t("timeline-empty")}
        />
      </section>
      <FailureNote error={error} />
    </div>
  );
}
