import { useNavigate } from "@tanstack/react-router";
import { CaseloadHandover } from "../features/handover/CaseloadHandover";
import { HandoverInbox } from "../features/handover/HandoverInbox";
import { ReadHandover } from "../features/handover/ReadHandover";
import { WriteHandover } from "../features/handover/WriteHandover";
import { useFrame } from "./frame-context";

function useColleagues() {
  return useFrame().team.colleagues.filter(({ me }) => !me);
}

/** Where handovers lead to. */
export function useHandoverWays() {
  const navigate = useNavigate();
  return {
    read: (handoverId: string) =>
      void navigate({ to: "/today/handover/read/$handoverId", params: { handoverId } }),
    write: () => void navigate({ to: "/today/handover/write" }),
    inbox: () => void navigate({ to: "/today/handover/inbox" }),
    caseload: () => void navigate({ to: "/today/handover/caseload" }),
    openCase: (caseId: string) => void navigate({ to: "/cases/$caseId", params: { caseId } }),
  };
}

/** The handover of the newest shift. */
export function WritePage() {
  const ways = useHandoverWays();
  return (
    <div className="nb-scroll">
      <WriteHandover colleagues={useColleagues()} onRead={ways.read} />
    </div>
  );
}

/** All handovers. */
export function InboxPage() {
  const ways = useHandoverWays();
  return (
    <div className="nb-scroll">
      <HandoverInbox onRead={ways.read} onWrite={ways.write} onCaseload={ways.caseload} />
    </div>
  );
}

/** One handover. */
export function ReadPage({ handoverId }: { handoverId: string }) {
  const ways = useHandoverWays();
  return (
    <div className="nb-scroll">
      <ReadHandover handoverId={handoverId} onCase={ways.openCase} />
    </div>
  );
}

/** Cases that are handed over for good. */
export function CaseloadPage() {
  const ways = useHandoverWays();
  return (
    <div className="nb-scroll">
      <CaseloadHandover colleagues={useColleagues()} onSent={ways.inbox} />
    </div>
  );
}
