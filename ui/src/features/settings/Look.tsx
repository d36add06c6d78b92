import { useCommand } from "../../ipc/answers";
import type { Settings } from "../../ipc/generated/Settings";
import { Choice } from "../../kit/Choice";
import { FailureNote } from "../../kit/FailureNote";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";

/** Language, day or night, and how much room a row takes; each change is seen at once. */
export function Look({
  settings,
  onSettings,
}: {
  settings: Settings;
  onSettings: (settings: Settings) => void;
}) {
  const { t } = useText();
  const save = useCommand("save_settings");
  const change = (next: Partial<Settings>) => {
    const { language, theme, density } = { ...settings, ...next };
    save.mutate({ language, theme, density }, { onSuccess: onSettings });
  };
  return (
    <Panel title={t("settings-look")}>
      <Choice
        label={t("first-language")}
        look="chips"
        value={settings.language}
        onChange={(language) => change({ language })}
        options={[
          { value: "nl", label: t("language-nl") },
          { value: "en", label: t("language-en") },
        ]}
      />
      <Choice
        label={t("first-theme")}
        look="chips"
        value={settings.theme}
        onChange={(theme) => change({ theme })}
        options={[
          { value: "system", label: t("theme-system") },
          { value: "night", label: t("theme-night") },
          { value: "day", label: t("theme-day") },
        ]}
      />
      <p className="nb-muted">{t(`theme-${settings.theme}-hint`)}</p>
      <Choice
        label={t("density")}
        look="chips"
        value={settings.density}
        onChange={(density) => change({ density })}
        options={[
          { value: "comfortable", label: t("density-comfortable") },
          { value: "compact", label: t("density-compact") },
        ]}
      />
      <p className="nb-muted">{t(`density-${settings.density}-hint`)}</p>
      <FailureNote error={save.error} />
    </Panel>
  );
}
