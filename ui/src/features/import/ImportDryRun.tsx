import { useState } from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { Colleague } from "../../ipc/generated/Colleague";
import type { ImportDone } from "../../ipc/generated/ImportDone";
import { Button } from "../../kit/Button";
import { CheckBox } from "../../kit/CheckBox";
import { Colleagues } from "../../kit/Colleagues";
import { FailureNote } from "../../kit/FailureNote";
import { Note } from "../../kit/Note";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";
import { type Chosen, sheetOf } from "./chosen";
import { ImportBusy } from "./ImportBusy";
import { ImportRows } from "./ImportRows";
import { SaveFaults } from "./SaveFaults";

const stretch = 100;

/** What would happen, row by row, before anything does; and the button that lets it happen. */
export function ImportDryRun({
  chosen,
  team,
  onBack,
  onDone,
}: {
  chosen: Chosen;
  team: Colleague[];
  onBack: () => void;
  onDone: (done: ImportDone) => void;
}) {
  const { t } = useText();
  const [onlyWrong, setOnlyWrong] = useState(true);
  const [skip, setSkip] = useState(0);
  const [leaveOut, setLeaveOut] = useState(false);
  const [sharedWith, setSharedWith] = useState<string[]>([]);
  const { path, sheet, mapping } = chosen;
  const asked = { path, sheet, mapping };
  const tried = useAnswer("dry_run_import", { ...asked, onlyWrong, skip, limit: stretch }, { keep: true });
  const carryOut = useCommand("import");
  const header = sheetOf(chosen)?.header ?? [];
  const others = team.filter((each) => !each.me);

  if (carryOut.isPending) return <ImportBusy label={t("import-busy")} />;
  if (!tried.data) {
    return tried.error ? (
      <>
        <FailureNote error={tried.error} />
        <Button onPress={onBack}>{t("action-back")}</Button>
      </>
    ) : null;
  }
  const { totals, digest, rows, more } = tried.data;
  const makes = totals.cases + totals.contactMoments + totals.persons + totals.actions;
  const isReady = makes > 0 && (totals.wrong === 0 || leaveOut);
  const start = async () => {
    const done = await carryOut.run({ ...asked, digest, leaveOutWrongRows: leaveOut, with: sharedWith });
    if (done) onDone(done);
  };
  return (
    <>
      <Panel title={t("import-try-title")}>
        <p className="nb-prose nb-muted">{t("import-try-intro")}</p>
        <dl className="nb-import__totals" data-testid="import-totals">
          {(
            [
              "rows",
              "cases",
              "existingCases",
              "contactMoments",
              "persons",
              "actions",
              "nothing",
              "wrong",
            ] as const
          ).map((what) => (
            <div key={what}>
              <dt>{t(`import-total-${what}`)}</dt>
              <dd className="nb-tabular">{totals[what]}</dd>
            </div>
          ))}
        </dl>
        {totals.wrong === 0 ? <Note tone="good">{t("import-none-wrong")}</Note> : null}
      </Panel>
      <Panel
        title={onlyWrong ? t("import-wrong-title") : t("import-rows-title")}
        count={onlyWrong ? totals.wrong : totals.rows}
        action={totals.wrong > 0 ? <SaveFaults asked={asked} header={header} /> : null}
      >
        <CheckBox
          isSelected={onlyWrong}
          onChange={(wanted) => {
            setOnlyWrong(wanted);
            setSkip(0);
          }}
        >
          {t("import-only-wrong")}
        </CheckBox>
        <ImportRows rows={rows} header={header} />
        {skip > 0 || more ? (
          <div className="nb-row">
            <Button isDisabled={skip === 0} onPress={() => setSkip(Math.max(0, skip - stretch))}>
              {t("import-rows-before")}
            </Button>
            <Button isDisabled={!more} onPress={() => setSkip(skip + stretch)}>
              {t("import-rows-after")}
            </Button>
          </div>
        ) : null}
      </Panel>
      <Panel title={t("import-go-title")}>
        {totals.cases > 0 && others.length > 0 ? (
          <Colleagues
            label={t("import-share", { count: totals.cases })}
            colleagues={others}
            chosen={sharedWith}
            onChange={setSharedWith}
          />
        ) : null}
        {totals.wrong > 0 ? (
          <CheckBox isSelected={leaveOut} onChange={setLeaveOut}>
            {t("import-leave-out", { count: totals.wrong })}
          </CheckBox>
        ) : null}
        <FailureNote error={carryOut.error ?? tried.error} />
        <div className="nb-row">
          <Button onPress={onBack}>{t("import-back-to-mapping")}</Button>
          <Button onPress={() => void tried.refetch()} isPending={tried.isFetching}>
            {t("import-try-again")}
          </Button>
          <Button variant="primary" isDisabled={!isReady} onPress={() => void start()}>
            {t("import-go", { count: totals.rows - totals.wrong })}
          </Button>
        </div>
      </Panel>
    </>
  );
}
