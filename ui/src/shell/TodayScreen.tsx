import { useNavigate } from "@tanstack/react-router";
import { MyActions } from "../features/actions/MyActions";
import { HandoverPanel } from "../features/handover/HandoverPanel";
import { PersonsToLink } from "../features/persons/PersonsToLink";
import { ShiftPanel } from "../features/shift/ShiftPanel";
import { AddedPanel } from "../features/today/AddedPanel";
import { DifferingPanel } from "../features/today/DifferingPanel";
import type { OpenThing } from "../features/today/things";
import { useAnswer } from "../ipc/answers";
import type { Today } from "../ipc/generated/Today";
import { Button } from "../kit/Button";
import { FailureNote } from "../kit/FailureNote";
import { useNow } from "../kit/now";
import { Panel } from "../kit/Panel";
import { useText } from "../text/text";
import { useOpenAction } from "./action-context";
import { useFrame } from "./frame-context";
import { useHandoverWays } from "./handover-pages";
import { logParts } from "./log-parts";
import { useOpenStop } from "./stop-context";
import { placeOfThing } from "./thing-place";
import "./today-screen.css";

/** The panels at the right, from top to bottom. Each belongs to its feature: a new one is one line here. */
function Side({ today, open }: { today: Today; open: OpenThing }) {
  const navigate = useNavigate();
  const now = useNow();
  const openAction = useOpenAction();
  const ways = useHandoverWays();
  const openPerson = (personId: string) => void navigate({ to: "/people/$personId", params: { personId } });
  return (
    <>
      <MyActions now={now} onAdd={openAction} />
      <PersonsToLink now={now} onOpen={openPerson} />
      <HandoverPanel onRead={ways.read} onWrite={ways.write} onAll={ways.inbox} />
      <DifferingPanel differing={today.differing} open={open} />
      <AddedPanel added={today.added} open={open} />
    </>
  );
}

/** Where a coach begins: the shift with its log, and beside it what waits. */
export function TodayScreen() {
  const { t } = useText();
  const { team } = useFrame();
  const navigate = useNavigate();
  const openStop = useOpenStop();
  const now = useNow();
  const { data: today, error } = useAnswer("read_today", {});
  const open: OpenThing = (thing) => {
    const place = placeOfThing(thing);
    return place === null ? null : () => void navigate(place);
  };
  return (
    <div className="nb-scroll">
      <FailureNote error={error} />
      {today ? (
        <div className="nb-today">
          <div className="nb-today__log">
            <ShiftPanel
              file={today.running}
              team={team.colleagues}
              parts={logParts(now)}
              onStop={openStop}
              onShifts={() => void navigate({ to: "/today/shifts" })}
            />
          </div>
          <aside className="nb-today__side" aria-label={t("today-side")} data-region="side">
            <Side today={today} open={open} />
            <Panel title={t("today-lists")}>
              <div className="nb-row">
                <Button onPress={() => void navigate({ to: "/today/places" })}>{t("places-title")}</Button>
                <Button onPress={() => void navigate({ to: "/today/groups" })}>{t("groups-title")}</Button>
              </div>
            </Panel>
          </aside>
        </div>
      ) : null}
    </div>
  );
}
