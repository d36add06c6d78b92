import { useQueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useCallback, useEffect, useRef, useState } from "react";
import { ActionForm } from "../features/actions/ActionForm";
import { Capture } from "../features/contact-moments/Capture";
import { useSearchWords } from "../features/search/words";
import { StopDialog } from "../features/shift/StopDialog";
import { useAnswer, useCommand } from "../ipc/answers";
import { onCaptureAsked } from "../ipc/events";
import type { SaveSettings } from "../ipc/generated/SaveSettings";
import type { Settings } from "../ipc/generated/Settings";
import type { TeamInfo } from "../ipc/generated/TeamInfo";
import type { VaultState } from "../ipc/generated/VaultState";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { useAnnounce } from "../kit/status";
import { useText } from "../text/text";
import { ActionContext } from "./action-context";
import { CaptureContext } from "./capture-context";
import { FrameContext, type FrameParts } from "./frame-context";
import { placeOf } from "./hit-place";
import { KeySheet } from "./KeySheet";
import { useLastPlace } from "./last-place";
import { lock } from "./lock";
import { type Command, type Offer, OfferContext, windowCommands } from "./palette/commands";
import { Palette } from "./palette/Palette";
import { focusNextRegion } from "./regions";
import { newRouter } from "./routes";
import { useShortcuts } from "./shortcuts";
import { StopContext } from "./stop-context";
import type { Shown } from "./theme";
import "./frame.css";

/** A new receipt changes the marks of items anywhere: read again what shows them. */
function useFollowReceipts(): void {
  const client = useQueryClient();
  const { data: status } = useAnswer("sync_status", {});
  const seen = status ? `${status.waiting} ${status.receipt?.covers ?? 0}` : null;
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current !== null && seen !== null && before.current !== seen) {
      for (const name of [
        "list_cases",
        "read_case",
        "read_street",
        "list_actions",
        "read_today",
        "read_shift",
        "list_handovers",
        "read_handover",
        "compose_handover",
      ]) {
        void client.invalidateQueries({ queryKey: [name] });
      }
    }
    if (seen !== null) before.current = seen;
  }, [client, seen]);
}

/** The work: rail, header, screens, quick capture, shortcuts. */
export function Frame({
  settings,
  shown,
  team,
  onSettings,
  onVault,
}: {
  settings: Settings;
  shown: Shown;
  team: TeamInfo;
  onSettings: (settings: Settings) => void;
  onVault: (vault: VaultState) => void;
}) {
  const { t } = useText();
  const client = useQueryClient();
  const [router] = useState(() => newRouter(team.me?.role ?? null));
  const searchField = useRef<HTMLInputElement>(null);
  const saveSettings = useCommand("save_settings");
  const share = useCommand("sync_now");
  const announce = useAnnounce();
  const startShift = useCommand("start_shift");
  const startRound = useCommand("start_round");
  const { data: today } = useAnswer("read_today", {});
  const [isStop, setStop] = useState(false);
  const { data: list } = useAnswer("list_cases", {});
  const { data: handovers } = useAnswer("list_handovers", {});
  const [captureFor, setCaptureFor] = useState<{ caseId: string | null; startsAtWho: boolean } | null>(null);
  const [actionFor, setActionFor] = useState<{ caseId: string | null } | null>(null);
  const [isKeys, setKeys] = useState(false);
  const [isPalette, setPalette] = useState(false);
  const [, setSearchWords] = useSearchWords();
  const [isUnsaved, setUnsaved] = useState(false);
  const [place, rememberPlace, lookForPlace] = useLastPlace();
  useFollowReceipts();

  const doLock = async (anyway: boolean) => {
    try {
      const vault = await lock(client, anyway);
      if (vault) onVault(vault);
      else setUnsaved(true);
    } catch {
      void client.invalidateQueries({ queryKey: ["vault_state"] });
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list of cases is there once, at the first look
  useEffect(() => {
    if (list) lookForPlace();
  }, [list !== undefined]);

  const openCaseId = () => {
    const params = router.state.matches.at(-1)?.params as { caseId?: string } | undefined;
    return params?.caseId ?? null;
  };
  const openCaptureAt = (startsAtWho: boolean) => {
    setKeys(false);
    setPalette(false);
    setCaptureFor((open) => open ?? { caseId: openCaseId(), startsAtWho });
  };
  const openCapture = () => openCaptureAt(false);
  const latestCapture = useRef(openCapture);
  latestCapture.current = openCapture;
  useEffect(() => onCaptureAsked(() => latestCapture.current()), []);
  const openAction = () => {
    setKeys(false);
    setPalette(false);
    setActionFor((open) => open ?? { caseId: openCaseId() });
  };
  const openStop = () => {
    setKeys(false);
    setPalette(false);
    setStop(true);
  };
  const showShift = async () => {
    const running = today?.running?.shift;
    void router.navigate({ to: "/today" });
    if (running && !running.forgotten) return;
    if ((await startShift.run({})) !== null) announce(t("shift-started"));
  };
  const walk = async () => {
    void router.navigate({ to: "/today" });
    await startRound.run({});
  };
  const openSearch = () => {
    void router.navigate({ to: "/search" });
    searchField.current?.focus();
    searchField.current?.select();
  };
  const look = (change: Partial<SaveSettings>) => {
    const { language, theme, density } = settings;
    saveSettings.mutate({ language, theme, density, ...change }, { onSuccess: onSettings });
  };
  const offered = useRef(new Set<() => Command[]>());
  const offer = useCallback<Offer>((more) => {
    offered.current.add(more);
    return () => offered.current.delete(more);
  }, []);
  const ofWindow = windowCommands({
    go: (to) => void router.navigate({ to }),
    capture: openCapture,
    captureWho: () => openCaptureAt(true),
    action: openAction,
    shift: () => void showShift(),
    stop: openStop,
    round: () => void walk(),
    search: openSearch,
    palette: () => setPalette((open) => !open),
    importFile: () => void router.navigate({ to: "/settings/import" }),
    handover: (to) => void router.navigate({ to: `/today/handover/${to}` }),
    unread: handovers?.unread ?? 0,
    share: () => share.mutate({}),
    theme: () => look({ theme: shown === "night" ? "day" : "night" }),
    density: () => look({ density: settings.density === "compact" ? "comfortable" : "compact" }),
    lock: () => void doLock(false),
    sheet: () => setKeys(true),
    region: focusNextRegion,
    back: () => router.history.back(),
  });
  const commands = () => [...ofWindow, ...[...offered.current].flatMap((more) => more())];
  useShortcuts(commands, captureFor !== null || actionFor !== null || isStop);
  // A shift that was forgotten says nothing about where one is now.
  const likelyPlace = (!today?.running?.shift.forgotten && today?.running?.shift.lastPlace) || (place ?? "");
  const parts: FrameParts = {
    settings,
    team,
    searchField,
    onSettings,
    onLock: () => void doLock(false),
    onKeys: () => setKeys(true),
    onPalette: () => setPalette(true),
  };
  return (
    <FrameContext.Provider value={parts}>
      <CaptureContext.Provider value={openCapture}>
        <StopContext.Provider value={openStop}>
          <OfferContext.Provider value={offer}>
            <ActionContext.Provider value={openAction}>
              <RouterProvider router={router} />
            </ActionContext.Provider>
          </OfferContext.Provider>
        </StopContext.Provider>
      </CaptureContext.Provider>
      <Capture
        isOpen={captureFor !== null}
        onClose={() => setCaptureFor(null)}
        cases={list?.cases ?? []}
        colleagues={team.colleagues}
        caseId={captureFor?.caseId ?? null}
        startsAtWho={captureFor?.startsAtWho ?? false}
        place={place}
        onRecorded={rememberPlace}
      />
      <ActionForm
        caseId={actionFor?.caseId ?? null}
        isOpen={actionFor !== null}
        onClose={() => setActionFor(null)}
      />
      <StopDialog isOpen={isStop} onClose={() => setStop(false)} place={likelyPlace} />
      <Palette
        isOpen={isPalette}
        onClose={() => setPalette(false)}
        commands={commands}
        cases={list?.cases ?? []}
        actions={{
          openCase: (caseId) => void router.navigate({ to: "/cases/$caseId", params: { caseId } }),
          openPerson: (personId) => void router.navigate({ to: "/people/$personId", params: { personId } }),
          openHit: (hit) => void router.navigate(placeOf(hit)),
          searchFor: (words) => {
            setSearchWords(words);
            openSearch();
          },
        }}
      />
      <KeySheet isOpen={isKeys} onClose={() => setKeys(false)} commands={commands} />
      <Dialog title={t("status-locked-unsaved-title")} isOpen={isUnsaved} onClose={() => setUnsaved(false)}>
        <p className="nb-prose">{t("status-locked-unsaved")}</p>
        <div className="nb-dialog__foot">
          <Button
            variant="danger"
            onPress={() => {
              setUnsaved(false);
              void doLock(true);
            }}
          >
            {t("status-lock-anyway")}
          </Button>
          <Button variant="primary" autoFocus onPress={() => setUnsaved(false)}>
            {t("status-lock-back")}
          </Button>
        </div>
      </Dialog>
    </FrameContext.Provider>
  );
}
