import { useState } from "react";
import type { Language } from "../../ipc/generated/Language";
import type { Settings } from "../../ipc/generated/Settings";
import type { TeamInfo } from "../../ipc/generated/TeamInfo";
import type { Theme } from "../../ipc/generated/Theme";
import type { VaultState } from "../../ipc/generated/VaultState";
import { LookStep } from "./LookStep";
import { PassphraseStep } from "./PassphraseStep";
import { FoundStep, JoinStep, WayStep } from "./TeamSteps";

/** The four steps of a first start. What the core already has decides where one begins. */
export function FirstStart({
  settings,
  hasVault,
  onPreview,
  onSettings,
  onVault,
  onTeam,
}: {
  settings: Settings;
  hasVault: boolean;
  onPreview: (look: { language: Language; theme: Theme }) => void;
  onSettings: (settings: Settings) => void;
  onVault: (vault: VaultState) => void;
  onTeam: (team: TeamInfo) => void;
}) {
  const [lookAgain, setLookAgain] = useState(false);
  const [way, setWay] = useState<"found" | "join" | null>(null);
  if (!hasVault && (!settings.chosen || lookAgain)) {
    return (
      <LookStep
        settings={settings}
        onPreview={onPreview}
        onDone={(saved) => {
          setLookAgain(false);
          onSettings(saved);
        }}
      />
    );
  }
  if (!hasVault) return <PassphraseStep onBack={() => setLookAgain(true)} onDone={onVault} />;
  if (way === "found") return <FoundStep onBack={() => setWay(null)} onDone={onTeam} />;
  if (way === "join") return <JoinStep onBack={() => setWay(null)} onDone={onTeam} />;
  return <WayStep onChoose={setWay} />;
}
