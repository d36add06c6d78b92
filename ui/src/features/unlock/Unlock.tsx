import { useEffect, useRef, useState } from "react";
import { Form } from "react-aria-components";
import { useCommand } from "../../ipc/answers";
import type { VaultState } from "../../ipc/generated/VaultState";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { PassphraseField } from "../../kit/Field";
import { Mark } from "../../kit/Mark";
import { useText } from "../../text/text";
import { VaultTrouble, wholePage } from "./VaultTrouble";
import "./unlock.css";

/** Counts whole seconds down to zero. */
function useCountdown(from: number): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(from);
  useEffect(() => setLeft(from), [from]);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

/** The locked screen: one field, no names, no hint. */
export function Unlock({ vault, onVault }: { vault: VaultState; onVault: (vault: VaultState) => void }) {
  const { t } = useText();
  const unlock = useCommand("unlock_vault");
  const [passphrase, setPassphrase] = useState("");
  const [left, setLeft] = useCountdown(vault.waitSeconds);
  const field = useRef<HTMLInputElement>(null);
  // The field is off while waiting and while opening; give the focus back when it is on again.
  const isOff = left > 0 || unlock.isPending;
  useEffect(() => {
    if (!isOff) field.current?.focus();
  }, [isOff]);

  const failure = unlock.error?.failure;
  const isPlain = failure?.code === "wrongPassphrase" || failure?.code === "tooManyTries";
  const submit = () => {
    if (passphrase === "" || isOff) return;
    unlock.mutate(
      { passphrase },
      {
        onSuccess: onVault,
        onError: (error) => {
          setPassphrase("");
          if (error.failure.waitSeconds) setLeft(error.failure.waitSeconds);
        },
      },
    );
  };
  if (failure && wholePage.has(failure.code)) {
    return <VaultTrouble failure={failure} onRetry={() => unlock.reset()} />;
  }
  return (
    <main className="nb-unlock">
      <Form
        className="nb-unlock__page"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Mark size={40} />
        <div>
          <h1 className="nb-unlock__title">{t("unlock-title")}</h1>
          <p className="nb-muted">{t("unlock-intro")}</p>
        </div>
        <PassphraseField
          label={t("unlock-passphrase")}
          value={passphrase}
          onChange={setPassphrase}
          inputRef={field}
          isDisabled={isOff}
          autoFocus
        />
        <p className="nb-error" role="alert">
          {left > 0
            ? t("unlock-wait", { seconds: left })
            : failure?.code === "wrongPassphrase"
              ? t("unlock-wrong")
              : null}
        </p>
        <Button variant="primary" type="submit" isDisabled={left > 0} isPending={unlock.isPending}>
          {unlock.isPending ? t("unlock-busy") : t("unlock-submit")}
        </Button>
        {isPlain ? null : <FailureNote error={unlock.error} />}
      </Form>
    </main>
  );
}
