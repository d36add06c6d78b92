import { FileUp } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import { toFailure } from "../../ipc/failure";
import { chooseOpenPath } from "../../ipc/files";
import type { Colleague } from "../../ipc/generated/Colleague";
import type { Failure } from "../../ipc/generated/Failure";
import type { ImportDone } from "../../ipc/generated/ImportDone";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { type Chosen, chosenFrom, nameOf } from "./chosen";
import { EarlierImports } from "./EarlierImports";
import { ImportDryRun } from "./ImportDryRun";
import { ImportMapping } from "./ImportMapping";
import { ImportResult } from "./ImportResult";
import "../../kit/page.css";
import "./import.css";

const extensions = ["csv", "xlsx"];

type Step =
  | { at: "choose" }
  | { at: "mapping" | "dryRun"; chosen: Chosen }
  | { at: "done"; done: ImportDone };

/** Taking in a spreadsheet: choose, say what the columns hold, try out, carry out, take back. */
export function ImportScreen({ team }: { team: Colleague[] }) {
  const { t } = useText();
  const read = useCommand("read_import_file");
  const [step, setStep] = useState<Step>({ at: "choose" });
  const [failure, setFailure] = useState<Failure | null>(null);

  const choose = async () => {
    setFailure(null);
    try {
      const path = await chooseOpenPath({ title: t("import-choose"), extensions });
      if (path === null) return;
      const file = await read.run({ path });
      const chosen = file && chosenFrom(path, file);
      if (chosen) setStep({ at: "mapping", chosen });
    } catch (thrown) {
      setFailure(toFailure(thrown));
    }
  };
  const restart = () => setStep({ at: "choose" });
  return (
    <div className="nb-page nb-import">
      <Heading focusKey={step.at}>
        {"chosen" in step ? t("import-file", { name: nameOf(step.chosen.path) }) : t("import-title")}
      </Heading>
      {step.at === "choose" ? (
        <>
          <Panel title={t("import-choose-title")}>
            <p className="nb-prose nb-muted">{t("import-intro")}</p>
            <Button
              variant="primary"
              icon={<FileUp aria-hidden />}
              isPending={read.isPending}
              onPress={() => void choose()}
            >
              {t("import-choose")}
            </Button>
            <FailureNote error={read.error ?? failure} />
          </Panel>
          <EarlierImports />
        </>
      ) : null}
      {step.at === "mapping" ? (
        <ImportMapping
          chosen={step.chosen}
          onChange={(chosen) => setStep({ at: "mapping", chosen })}
          onBack={restart}
          onNext={() => setStep({ at: "dryRun", chosen: step.chosen })}
        />
      ) : null}
      {step.at === "dryRun" ? (
        <ImportDryRun
          chosen={step.chosen}
          team={team}
          onBack={() => setStep({ at: "mapping", chosen: step.chosen })}
          onDone={(done) => setStep({ at: "done", done })}
        />
      ) : null}
      {step.at === "done" ? <ImportResult done={step.done} onAgain={restart} /> : null}
    </div>
  );
}
