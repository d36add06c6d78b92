import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
} from "@tanstack/react-router";
import type { Role } from "../ipc/generated/Role";
import { CasePane } from "./CasePane";
import { CasesScreen, NoCase } from "./CasesScreen";
import { FrameBody } from "./FrameBody";
import { CaseloadPage, InboxPage, ReadPage, WritePage } from "./handover-pages";
import { PersonPane } from "./PersonPane";
import {
  AgendaPage,
  GroupsPage,
  ImportPage,
  PlacesPage,
  SearchPage,
  SettingsPage,
  ShiftPage,
  ShiftsPage,
  TeamPage,
} from "./pages";
import { StreetPane } from "./StreetPane";
import { firstScreenOf } from "./screens";
import { TodayScreen } from "./TodayScreen";

interface Sought {
  /** The item to bring into view: a search result. */
  item?: string;
}

const sought = (search: Record<string, unknown>): Sought =>
  typeof search.item === "string" ? { item: search.item } : {};

const root = createRootRoute({
  component: () => (
    <FrameBody>
      <Outlet />
    </FrameBody>
  ),
});
const today = createRoute({ getParentRoute: () => root, path: "/today", component: TodayScreen });
const places = createRoute({ getParentRoute: () => root, path: "/today/places", component: PlacesPage });
const groups = createRoute({ getParentRoute: () => root, path: "/today/groups", component: GroupsPage });
const shifts = createRoute({ getParentRoute: () => root, path: "/today/shifts", component: ShiftsPage });
const oneShift = createRoute({
  getParentRoute: () => root,
  path: "/today/shifts/$shiftId",
  component: function OneShift() {
    const { shiftId } = oneShift.useParams();
    return <ShiftPage key={shiftId} shiftId={shiftId} />;
  },
});
const cases = createRoute({ getParentRoute: () => root, path: "/cases", component: CasesScreen });
const noCase = createRoute({ getParentRoute: () => cases, path: "/", component: NoCase });
const oneCase = createRoute({
  getParentRoute: () => cases,
  path: "$caseId",
  validateSearch: sought,
  component: function OneCase() {
    const { caseId } = oneCase.useParams();
    const { item } = oneCase.useSearch();
    return <CasePane key={caseId} caseId={caseId} item={item ?? null} />;
  },
});
const street = createRoute({
  getParentRoute: () => cases,
  path: "street",
  validateSearch: sought,
  component: function Street() {
    const { item } = street.useSearch();
    return <StreetPane item={item ?? null} />;
  },
});
const agenda = createRoute({ getParentRoute: () => root, path: "/agenda", component: AgendaPage });
const person = createRoute({
  getParentRoute: () => root,
  path: "/people/$personId",
  component: function OnePerson() {
    const { personId } = person.useParams();
    return <PersonPane key={personId} personId={personId} />;
  },
});
const write = createRoute({
  getParentRoute: () => root,
  path: "/today/handover/write",
  component: WritePage,
});
const inbox = createRoute({
  getParentRoute: () => root,
  path: "/today/handover/inbox",
  component: InboxPage,
});
const caseload = createRoute({
  getParentRoute: () => root,
  path: "/today/handover/caseload",
  component: CaseloadPage,
});
const readHandover = createRoute({
  getParentRoute: () => root,
  path: "/today/handover/read/$handoverId",
  component: function Read() {
    return <ReadPage handoverId={readHandover.useParams().handoverId} />;
  },
});
const search = createRoute({ getParentRoute: () => root, path: "/search", component: SearchPage });
const team = createRoute({ getParentRoute: () => root, path: "/team", component: TeamPage });
const settings = createRoute({ getParentRoute: () => root, path: "/settings", component: SettingsPage });
const imports = createRoute({
  getParentRoute: () => root,
  // Under settings, so that the rail shows where it was opened from.
  path: "/settings/import",
  component: ImportPage,
});

const tree = root.addChildren([
  today,
  places,
  groups,
  shifts,
  oneShift,
  cases.addChildren([noCase, street, oneCase]),
  agenda,
  person,
  search,
  team,
  settings,
  imports,
  write,
  inbox,
  caseload,
  readHandover,
]);

/** A router in memory only: no case id ever reaches the history of the web view. */
export function newRouter(role: Role | null) {
  return createRouter({
    routeTree: tree,
    history: createMemoryHistory({ initialEntries: [firstScreenOf(role).to] }),
    defaultPreload: false,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof newRouter>;
  }
}
