import { useAnswer, useCommand } from "../../ipc/answers";
import { CheckBox } from "../../kit/CheckBox";
import { FailureNote } from "../../kit/FailureNote";
import { Panel } from "../../kit/Panel";
import { useText } from "../../text/text";

/** Whether this laptop offers the timer of who works alone. Off until somebody wants it. */
export function CheckInSetting() {
  const { t } = useText();
  const { data, error } = useAnswer("read_check_in", {});
  const offer = useCommand("offer_check_in");
  const runs = data !== undefined && data.state !== "none";
  return (
    <Panel title={t("check-in-title")}>
      <p className="nb-prose nb-muted">{t("check-in-setting")}</p>
      <CheckBox
        isSelected={data?.offered ?? false}
        isDisabled={data === undefined || runs}
        onChange={(offered) => void offer.run({ offered })}
      >
        {t("check-in-offer")}
      </CheckBox>
      {runs ? <p className="nb-meta">{t("check-in-setting-runs")}</p> : null}
      <FailureNote error={offer.error ?? error} />
    </Panel>
  );
}
