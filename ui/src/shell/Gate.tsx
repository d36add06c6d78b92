import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { I18nProvider } from "react-aria-components";
import { FirstStart } from "../features/first-start/FirstStart";
import { Unlock } from "../features/unlock/Unlock";
import { VaultTrouble, wholePage } from "../features/unlock/VaultTrouble";
import { answerKey, useAnswer } from "../ipc/answers";
import type { CallFailure } from "../ipc/failure";
import type { Language } from "../ipc/generated/Language";
import type { Settings } from "../ipc/generated/Settings";
import type { TeamInfo } from "../ipc/generated/TeamInfo";
import type { Theme } from "../ipc/generated/Theme";
import type { VaultState } from "../ipc/generated/VaultState";
import { ChoosingContext } from "../kit/differences/choosing";
import { forgetKept } from "../kit/kept";
import { StatusProvider } from "../kit/status";
import { localeOf, TextProvider, useText } from "../text/text";
import { useChoosing } from "./choosing";
import { Frame } from "./Frame";
import { useShownTheme } from "./theme";
import { Waiting } from "./Waiting";

interface Look {
  language: Language;
  theme: Theme;
}

/** What is behind the lock leaves memory as soon as the vault is locked. */
function useForgetAtLock(vault: VaultState | undefined): void {
  const client = useQueryClient();
  const before = useRef(vault?.state);
  useEffect(() => {
    if (before.current === "unlocked" && vault?.state === "locked") {
      client.getMutationCache().clear();
      client.removeQueries({
        predicate: ({ queryKey }) => queryKey[0] !== "read_settings" && queryKey[0] !== "vault_state",
      });
      forgetKept();
    }
    before.current = vault?.state;
  }, [client, vault?.state]);
}

/** A failure of some answer that says the vault is locked: ask again how it stands. */
function useNoticeLock(error: CallFailure | null): void {
  const client = useQueryClient();
  useEffect(() => {
    if (error?.failure.code === "locked") void client.invalidateQueries({ queryKey: ["vault_state"] });
  }, [client, error]);
}

function Loading() {
  const { t } = useText();
  return (
    <main aria-busy="true">
      <p className="nb-hidden" role="status">
        {t("app-loading")}
      </p>
    </main>
  );
}

/** Decides what the window shows: first start, lock, waiting for a colleague, trouble, or the work. */
export function Gate() {
  const client = useQueryClient();
  const settings = useAnswer("read_settings", {});
  const vault = useAnswer("vault_state", {}, { enabled: settings.data !== undefined });
  const isUnlocked = vault.data?.state === "unlocked";
  const team = useAnswer("read_team", {}, { enabled: isUnlocked });
  useForgetAtLock(vault.data);
  useNoticeLock(team.error);

  const [preview, setPreview] = useState<Look | null>(null);
  const look: Look = preview ?? settings.data ?? { language: "nl", theme: "system" };
  const shown = useShownTheme(look.theme);
  const density = settings.data?.density ?? "comfortable";
  useEffect(() => {
    document.documentElement.lang = look.language;
    document.documentElement.dataset.density = density;
  }, [look.language, density]);

  const onSettings = (saved: Settings) => {
    setPreview(null);
    client.setQueryData(answerKey("read_settings", {}), saved);
  };
  const onVault = (state: VaultState) => client.setQueryData(answerKey("vault_state", {}), state);
  const onTeam = (info: TeamInfo) => client.setQueryData(answerKey("read_team", {}), info);

  const trouble = settings.error ?? vault.error ?? (isUnlocked ? team.error : null);
  let page: ReactNode;
  if (trouble && (!vault.data || !isUnlocked || wholePage.has(trouble.failure.code) || !team.data)) {
    page = (
      <VaultTrouble
        failure={trouble.failure}
        onRetry={() => {
          void client.refetchQueries({ predicate: (query) => query.state.status === "error" });
        }}
      />
    );
  } else if (!settings.data || !vault.data || (isUnlocked && !team.data)) {
    page = <Loading />;
  } else if (vault.data.state === "locked") {
    page = <Unlock vault={vault.data} onVault={onVault} />;
  } else if (vault.data.state === "missing" || team.data?.standing === "none") {
    page = (
      <FirstStart
        settings={settings.data}
        hasVault={isUnlocked}
        onPreview={setPreview}
        onSettings={onSettings}
        onVault={onVault}
        onTeam={onTeam}
      />
    );
  } else if (team.data?.standing === "waiting") {
    page = <Waiting team={team.data} onTeam={onTeam} />;
  } else if (team.data) {
    page = (
      <Frame
        settings={settings.data}
        shown={shown}
        team={team.data}
        onSettings={onSettings}
        onVault={onVault}
      />
    );
  }
  return (
    <TextProvider language={look.language}>
      <I18nProvider locale={localeOf[look.language]}>
        {/* At the lock the line forgets what it said, and what could be undone. */}
        <StatusProvider key={vault.data?.state === "locked" ? "locked" : "open"}>
          <ChoosingContext value={useChoosing}>{page}</ChoosingContext>
        </StatusProvider>
      </I18nProvider>
    </TextProvider>
  );
}
