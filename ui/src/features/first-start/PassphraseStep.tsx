import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { answerKey, useAnswer, useCommand } from "../../ipc/answers";
import { call } from "../../ipc/call";
import type { VaultState } from "../../ipc/generated/VaultState";
import { Button } from "../../kit/Button";
import { CheckBox } from "../../kit/CheckBox";
import { FailureNote } from "../../kit/FailureNote";
import { NewPassphrase } from "../../kit/NewPassphrase";
import { Note } from "../../kit/Note";
import { useText } from "../../text/text";
import { Step } from "./Step";

const judge = (passphrase: string) => call("judge_passphrase", { passphrase });

function Words({ passphrase }: { passphrase: string }) {
  const { t } = useText();
  const words = passphrase.split(/[\s-]+/);
  return (
    <div className="nb-stack">
      <ol className="nb-words" aria-label={t("first-passphrase-proposed")} data-testid="proposed-passphrase">
        {words.map((word, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a word may occur twice, its place is its identity
          <li key={index} className="nb-words__word">
            <span className="nb-words__number" aria-hidden>
              {index + 1}
            </span>
            {word}
          </li>
        ))}
      </ol>
      <p className="nb-muted">
        {passphrase.includes("-") ? t("first-passphrase-hyphens") : t("first-passphrase-spaces")}
      </p>
    </div>
  );
}

/** Step 2: seven proposed words to write down, or a passphrase of one's own. */
export function PassphraseStep({
  onBack,
  onDone,
}: {
  onBack: () => void;
  onDone: (vault: VaultState) => void;
}) {
  const { t, language } = useText();
  const client = useQueryClient();
  const proposal = useAnswer("propose_passphrase", { language });
  const create = useCommand("create_vault");
  const [own, setOwn] = useState(false);
  const [written, setWritten] = useState(false);
  const [missed, setMissed] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const take = useCallback((passphrase: string | null) => setChosen(passphrase), []);

  const passphrase = own ? chosen : (proposal.data?.passphrase ?? null);
  const submit = () => {
    if (passphrase === null) return;
    if (!own && !written) {
      setMissed(true);
      return;
    }
    create.mutate(
      { passphrase },
      {
        onSuccess: (vault) => {
          client.removeQueries({ queryKey: ["propose_passphrase"] });
          onDone(vault);
        },
      },
    );
  };
  return (
    <Step
      step={2}
      title={t("first-passphrase-title")}
      intro={t("first-passphrase-intro")}
      onSubmit={submit}
      foot={
        <>
          <Button
            variant="primary"
            type="submit"
            isPending={create.isPending}
            isDisabled={passphrase === null}
          >
            {create.isPending ? t("first-passphrase-creating") : t("first-passphrase-create")}
          </Button>
          <Button onPress={onBack}>{t("action-back")}</Button>
        </>
      }
    >
      {own ? (
        <NewPassphrase judge={judge} onChange={take} />
      ) : (
        <>
          {proposal.data ? <Words passphrase={proposal.data.passphrase} /> : null}
          <FailureNote error={proposal.error} />
        </>
      )}
      <div className="nb-row">
        {own ? null : (
          <Button
            onPress={() => {
              setWritten(false);
              void client.invalidateQueries({ queryKey: answerKey("propose_passphrase", { language }) });
            }}
          >
            {t("first-passphrase-again")}
          </Button>
        )}
        <Button
          onPress={() => {
            setOwn(!own);
            setMissed(false);
          }}
        >
          {own ? t("first-passphrase-use-proposed") : t("first-passphrase-own")}
        </Button>
      </div>
      <Note>{t("first-passphrase-warning")}</Note>
      {own ? null : (
        <div>
          <CheckBox isSelected={written} onChange={setWritten}>
            {t("first-passphrase-written")}
          </CheckBox>
          <p className="nb-error" role="alert">
            {missed && !written ? t("passphrase-not-written") : null}
          </p>
        </div>
      )}
      <FailureNote error={create.error} />
    </Step>
  );
}
