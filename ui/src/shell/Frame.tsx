import { useQueryClient } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { Capture } from "../features/contact-moments/Capture";
import { answerKey, useAnswer, useCommand } from "../ipc/answers";
import { call } from "../ipc/call";
import type { Settings } from "../ipc/generated/Settings";
import type { TeamInfo } from "../ipc/generated/TeamInfo";
import type { VaultState } from "../ipc/generated/VaultState";
import { Button } from "../kit/Button";
import { Dialog } from "../kit/Dialog";
import { useText } from "../text/text";
import { CaptureContext } from "./capture-context";
import { FrameContext, type FrameParts } from "./frame-context";
import { KeySheet } from "./KeySheet";
import { lock } from "./lock";
import { newRouter } from "./routes";
import { focusNextRegion, useShortcuts } from "./shortcuts";
import type { Shown } from "./theme";
import "./frame.css";

const screens = { 1: "/cases", 2: "/search", 3: "/team", 4: "/settings" } as const;

/** A new receipt changes the marks of items anywhere: read again what shows them. */
function useFollowReceipts(): void {
  const client = useQueryClient();
  const { data: status } = useAnswer("sync_status", {});
  const seen = status ? `${status.waiting} ${status.receipt?.covers ?? 0}` : null;
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (before.current !== null && seen !== null && before.current !== seen) {
      for (const name of ["list_cases", "read_case", "read_street"]) {
        void client.invalidateQueries({ queryKey: [name] });
      }
    }
    if (seen !== null) before.current = seen;
  }, [client, seen]);
}

/** The place of one's last contact moment: the likely place of the next one. */
function useLastPlace(): [string | null, (place: string | null) => void, () => void] {
  const client = useQueryClient();
  const [place, setPlace] = useState<string | null>(null);
  const isKnown = useRef(false);
  const look = async () => {
    if (isKnown.current) return;
    isKnown.current = true;
    const cases = client.getQueryData<{ cases: { id: string; lastAt: number | null }[] }>(
      answerKey("list_cases", {}),
    );
    const newest = [...(cases?.cases ?? [])].sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0))[0];
    try {
      const street = await call("read_street", { limit: 5, before: null });
      const file = newest ? await call("read_case", { caseId: newest.id, limit: 5, before: null }) : null;
      const mine = [...street.timeline, ...(file?.timeline ?? [])]
        .filter((row) => row.type === "contactMoment" && row.mine && row.place !== null)
        .sort((a, b) => b.at - a.at)[0];
      if (mine?.type === "contactMoment") setPlace(mine.place);
    } catch {
      // Only a convenience: without it the field starts empty.
    }
  };
  const remember = (next: string | null) => {
    isKnown.current = true;
    setPlace(next);
  };
  return [place, remember, () => void look()];
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
  const [router] = useState(newRouter);
  const searchField = useRef<HTMLInputElement>(null);
  const saveSettings = useCommand("save_settings");
  const { data: list } = useAnswer("list_cases", {});
  const [captureFor, setCaptureFor] = useState<{ caseId: string | null } | null>(null);
  const [isKeys, setKeys] = useState(false);
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

  const openCapture = () => {
    setKeys(false);
    setCaptureFor((open) => {
      if (open) return open;
      const matches = router.state.matches;
      const params = matches.at(-1)?.params as { caseId?: string } | undefined;
      return { caseId: params?.caseId ?? null };
    });
  };
  const openSearch = () => {
    if (captureFor) return;
    void router.navigate({ to: "/search" });
    searchField.current?.focus();
    searchField.current?.select();
  };
  useShortcuts({
    capture: openCapture,
    search: openSearch,
    screen: (place) => {
      if (!captureFor) void router.navigate({ to: screens[place] });
    },
    theme: () =>
      saveSettings.mutate(
        { language: settings.language, theme: shown === "night" ? "day" : "night" },
        { onSuccess: onSettings },
      ),
    lock: () => void doLock(false),
    keys: () => setKeys(true),
    region: focusNextRegion,
    back: () => {
      if (!captureFor) router.history.back();
    },
  });
  const parts: FrameParts = {
    settings,
    team,
    searchField,
    onSettings,
    onLock: () => void doLock(false),
    onKeys: () => setKeys(true),
  };
  return (
    <FrameContext.Provider value={parts}>
      <CaptureContext.Provider value={openCapture}>
        <RouterProvider router={router} />
      </CaptureContext.Provider>
      <Capture
        isOpen={captureFor !== null}
        onClose={() => setCaptureFor(null)}
        cases={list?.cases ?? []}
        caseId={captureFor?.caseId ?? null}
        place={place}
        onRecorded={rememberPlace}
      />
      <KeySheet isOpen={isKeys} onClose={() => setKeys(false)} />
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
