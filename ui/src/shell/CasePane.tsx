import { CaseActions } from "../features/actions/CaseActions";
import { NoteComposer } from "../features/case-notes/NoteComposer";
import { CaseHead } from "../features/cases/CaseHead";
import { SummaryField } from "../features/cases/SummaryField";
import { Withdrawn } from "../features/history/Withdrawn";
import { useCaseFile } from "../ipc/answers";
import { FailureNote } from "../kit/FailureNote";
import { useText } from "../text/text";
import { useOpenAction } from "./action-context";
import { useFrame } from "./frame-context";
import { Timeline } from "./Timeline";

/** One case file: who, where we stand, and what happened. */
export function CasePane({ caseId, item }: { caseId: string; item: string | null }) {
  const { t } = useText();
  const { team } = useFrame();
  const openAction = useOpenAction();
  const stretches = useCaseFile(caseId);
  const file = stretches.data?.pages[0];
  return (
    <div className="nb-pane">
      <FailureNote error={stretches.error} />
      {file ? (
        <>
          <CaseHead file={file} team={team.colleagues} takesFocus={item === null} />
          <SummaryField summary={file.summary} />
          <CaseActions caseId={caseId} onAdd={openAction} />
          <section aria-labelledby="timeline">
            <h3 id="timeline" className="nb-section-title">
              {t("timeline-title")}
            </h3>
            <NoteComposer caseId={caseId} />
            <Timeline stretches={stretches} item={item} caseId={caseId} empty={t("timeline-empty")} />
            <Withdrawn caseId={caseId} />
          </section>
        </>
      ) : null}
    </div>
  );
}
