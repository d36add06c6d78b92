import { type ReactNode, useCallback, useState } from "react";
import { useCommand } from "../../ipc/answers";
import { call } from "../../ipc/call";
import type { Settings } from "../../ipc/generated/Settings";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { PassphraseField } from "../../kit/Field";
import { NewPassphrase } from "../../kit/NewPassphrase";
import { Panel } from "../../kit/Panel";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";
import { DeviceCheck } from "./DeviceCheck";
import { Look } from "./Look";
import "../../kit/page.css";
import "./settings.css";

const judge = (passphrase: string) => call("judge_passphrase", { passphrase });

function ChangePassphrase() {
  const { t } = useText();
  const announce = useAnnounce();
  const change = useCommand("change_passphrase");
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const take = useCallback((passphrase: string | null) => setNext(passphrase), []);
  return (
    <Panel title={t("settings-passphrase")}>
      <p className="nb-prose nb-muted">{t("settings-passphrase-intro")}</p>
      <form
        className="nb-panel__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (next === null || current === "") return;
          change.mutate(
            { current, next },
            {
              onSuccess: () => {
                setCurrent("");
                setTurn(turn + 1);
                announce(t("settings-passphrase-done"));
              },
            },
          );
        }}
      >
        <PassphraseField label={t("passphrase-current")} value={current} onChange={setCurrent} />
        <NewPassphrase key={turn} judge={judge} onChange={take} />
        <FailureNote error={change.error} />
        <Button type="submit" isPending={change.isPending} isDisabled={next === null || current === ""}>
          {t("settings-passphrase-submit")}
        </Button>
      </form>
    </Panel>
  );
}

/** Language and look, keys, passphrase, lock, and the check of this device. */
export function SettingsScreen({
  settings,
  onSettings,
  onLock,
  onKeys,
  children,
}: {
  settings: Settings;
  onSettings: (settings: Settings) => void;
  onLock: () => void;
  onKeys: () => void;
  /** Settings of other features. */
  children?: ReactNode;
}) {
  const { t } = useText();
  return (
    <div className="nb-page">
      <Look settings={settings} onSettings={onSettings} />
      <Panel title={t("settings-lock")}>
        <p className="nb-prose nb-muted">{t("settings-lock-intro")}</p>
        <div className="nb-row">
          <Button keys="Ctrl+L" onPress={onLock}>
            {t("settings-lock-submit")}
          </Button>
          <Button keys="F1" onPress={onKeys}>
            {t("settings-keys-submit")}
          </Button>
        </div>
      </Panel>
      {children}
      <DeviceCheck />
      <ChangePassphrase />
    </div>
  );
}
