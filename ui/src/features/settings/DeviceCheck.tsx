import { CircleAlert, CircleCheck } from "lucide-react";
import { useCommand } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { Panel } from "../../kit/Panel";
import { useAnnounce } from "../../kit/status";
import { useText } from "../../text/text";

/** Reads everything back and says in words what it found; the lists can be rebuilt when they are behind. */
export function DeviceCheck() {
  const { t, finding: words } = useText();
  const announce = useAnnounce();
  const check = useCommand("check_vault");
  const rebuild = useCommand("rebuild_read_model");
  const findings = check.data?.findings;
  const bad = findings?.filter((finding) => !finding.ok) ?? [];
  const mayRebuild = bad.some((finding) => finding.check === "readModel" || finding.check === "search");
  return (
    <Panel title={t("settings-check")}>
      <p className="nb-prose nb-muted">{t("settings-check-intro")}</p>
      <div className="nb-row">
        <Button isPending={check.isPending} onPress={() => check.mutate({})}>
          {check.isPending ? t("settings-check-busy") : t("settings-check-submit")}
        </Button>
      </div>
      <FailureNote error={check.error} />
      <p role="status" className={findings ? undefined : "nb-hidden"}>
        {findings
          ? bad.length === 0
            ? t("settings-check-good")
            : t("settings-check-bad", { count: bad.length })
          : ""}
      </p>
      {findings ? (
        <ul className="nb-findings">
          {findings.map((finding) => (
            <li
              key={`${finding.check} ${finding.code}`}
              className={finding.ok ? "nb-finding" : "nb-finding nb-finding--bad"}
            >
              {finding.ok ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
              <div>
                <p className="nb-finding__name">
                  {t(`finding-${finding.check}`)}
                  <span className="nb-hidden">: {t(finding.ok ? "finding-ok" : "finding-bad")}</span>
                </p>
                <p className="nb-muted">{words(finding)}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {mayRebuild ? (
        <div className="nb-row">
          <Button
            isPending={rebuild.isPending}
            onPress={() =>
              rebuild.mutate(
                {},
                {
                  onSuccess: () => {
                    announce(t("settings-rebuild-done"));
                    check.mutate({});
                  },
                },
              )
            }
          >
            {t("settings-rebuild")}
          </Button>
        </div>
      ) : null}
      <FailureNote error={rebuild.error} />
    </Panel>
  );
}
