import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { Language } from "../../ipc/generated/Language";
import type { Settings } from "../../ipc/generated/Settings";
import type { Theme } from "../../ipc/generated/Theme";
import { Button } from "../../kit/Button";
import { Choice } from "../../kit/Choice";
import { FailureNote } from "../../kit/FailureNote";
import { useText } from "../../text/text";
import { Step } from "./Step";

/** Step 1: language and day or night, shown at once. */
export function LookStep({
  settings,
  onPreview,
  onDone,
}: {
  settings: Settings;
  onPreview: (look: { language: Language; theme: Theme }) => void;
  onDone: (settings: Settings) => void;
}) {
  const { t } = useText();
  const save = useCommand("save_settings");
  const [look, setLook] = useState({ language: settings.language, theme: settings.theme });
  const change = (next: Partial<typeof look>) => {
    const now = { ...look, ...next };
    setLook(now);
    onPreview(now);
  };
  return (
    <Step
      step={1}
      title={t("first-look-title")}
      intro={t("first-look-intro")}
      onSubmit={() => save.mutate({ ...look, density: settings.density }, { onSuccess: onDone })}
      foot={
        <Button variant="primary" type="submit" isPending={save.isPending}>
          {t("action-next")}
        </Button>
      }
    >
      <Choice
        label={t("first-language")}
        value={look.language}
        onChange={(language) => change({ language })}
        options={[
          { value: "nl", label: t("language-nl") },
          { value: "en", label: t("language-en") },
        ]}
      />
      <Choice
        label={t("first-theme")}
        value={look.theme}
        onChange={(theme) => change({ theme })}
        options={[
          { value: "system", label: t("theme-system"), hint: t("theme-system-hint") },
          { value: "night", label: t("theme-night"), hint: t("theme-night-hint") },
          { value: "day", label: t("theme-day"), hint: t("theme-day-hint") },
        ]}
      />
      <FailureNote error={save.error} />
    </Step>
  );
}
