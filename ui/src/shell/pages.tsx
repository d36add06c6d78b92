import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { Agenda } from "../features/actions/Agenda";
import { CheckInSetting } from "../features/check-in/CheckInSetting";
import { ExportMenu } from "../features/export/ExportMenu";
import { GroupsScreen } from "../features/groups/GroupsScreen";
import { ImportScreen } from "../features/import/ImportScreen";
import { ImportSetting } from "../features/import/ImportSetting";
import { PlacesScreen } from "../features/places/PlacesScreen";
import { SearchScreen } from "../features/search/SearchScreen";
import { SettingsScreen } from "../features/settings/SettingsScreen";
import { ShiftsList } from "../features/shift/ShiftsList";
import { ShiftView } from "../features/shift/ShiftView";
import { TeamScreen } from "../features/team/TeamScreen";
import { useNow } from "../kit/now";
import { useOpenAction } from "./action-context";
import { useFrame } from "./frame-context";
import { placeOf } from "./hit-place";
import { logParts } from "./log-parts";

/** Search, with the focus in its field. */
export function SearchPage() {
  const { searchField } = useFrame();
  const navigate = useNavigate();
  const now = useNow();
  useEffect(() => {
    searchField.current?.focus();
    searchField.current?.select();
  }, [searchField]);
  return (
    <SearchScreen
      inputRef={searchField}
      now={now}
      onOpen={(hit) => void navigate(placeOf(hit))}
      menu={(question) => <ExportMenu lists={[{ list: "search", search: { ...question, limit: null } }]} />}
    />
  );
}

/** Agreements by day. */
export function AgendaPage() {
  const now = useNow();
  return (
    <div className="nb-scroll">
      <Agenda now={now} onAdd={useOpenAction()} menu={<ExportMenu lists={[{ list: "actions" }]} />} />
    </div>
  );
}

/** The team. */
export function TeamPage() {
  const { team } = useFrame();
  return (
    <div className="nb-scroll">
      <TeamScreen team={team} />
    </div>
  );
}

/** Settings. */
export function SettingsPage() {
  const { settings, onSettings, onLock, onKeys } = useFrame();
  const navigate = useNavigate();
  return (
    <div className="nb-scroll">
      <SettingsScreen settings={settings} onSettings={onSettings} onLock={onLock} onKeys={onKeys}>
        <CheckInSetting />
        <ImportSetting onOpen={() => void navigate({ to: "/settings/import" })} />
      </SettingsScreen>
    </div>
  );
}

/** Taking in a spreadsheet. */
export function ImportPage() {
  const { team } = useFrame();
  return (
    <div className="nb-scroll">
      <ImportScreen team={team.colleagues} />
    </div>
  );
}

/** The team's places. */
export function PlacesPage() {
  return (
    <div className="nb-scroll">
      <PlacesScreen />
    </div>
  );
}

/** The team's groups. */
export function GroupsPage() {
  return (
    <div className="nb-scroll">
      <GroupsScreen />
    </div>
  );
}

/** Earlier shifts, of anybody. */
export function ShiftsPage() {
  const navigate = useNavigate();
  return (
    <div className="nb-scroll">
      <ShiftsList
        onOpen={(shiftId) => void navigate({ to: "/today/shifts/$shiftId", params: { shiftId } })}
      />
    </div>
  );
}

/** One shift. */
export function ShiftPage({ shiftId }: { shiftId: string }) {
  const { team } = useFrame();
  const now = useNow();
  return (
    <div className="nb-scroll">
      <ShiftView shiftId={shiftId} team={team.colleagues} parts={logParts(now)} />
    </div>
  );
}
