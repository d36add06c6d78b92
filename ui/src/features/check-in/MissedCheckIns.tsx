import { useAnswer, useCommand } from "../../ipc/answers";
import { Button } from "../../kit/Button";
import { FailureNote } from "../../kit/FailureNote";
import { Note } from "../../kit/Note";
import { useText } from "../../text/text";
import "./check-in.css";

/** On every screen: which colleague did not check in, until that colleague says that all is well. */
export function MissedCheckIns() {
  const { t, when } = useText();
  const { data } = useAnswer("list_missed_check_ins", {});
  const putAway = useCommand("put_missed_check_in_away");
  return (
    <div className="nb-missed" role="status">
      {(data?.missed ?? []).map(({ id, name, due, endedAt, mayPutAway }) => (
        <Note key={id} tone={endedAt === null ? "warn" : "good"}>
          <p className="nb-row">
            <span>
              {endedAt === null
                ? t("check-in-missed", { name, time: when.full(due) })
                : t("check-in-missed-well", { name, time: when.full(endedAt) })}
            </span>
            {mayPutAway ? (
              <Button variant="quiet" onPress={() => void putAway.run({ id })}>
                {t("check-in-put-away")}
              </Button>
            ) : null}
          </p>
        </Note>
      ))}
      <FailureNote error={putAway.error} />
    </div>
  );
}
