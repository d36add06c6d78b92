import { CircleAlert } from "lucide-react";
import type { CallFailure } from "../ipc/failure";
import type { Failure } from "../ipc/generated/Failure";
import { useText } from "../text/text";
import "./note.css";

function Details({ failure }: { failure: Failure }) {
  const { t } = useText();
  return (
    <details className="nb-details">
      <summary>{t("error-details")}</summary>
      <p>{t("error-code", { code: failure.code })}</p>
      {failure.incident ? <p>{t("error-incident", { incident: failure.incident })}</p> : null}
    </details>
  );
}

/** What happened, what is safe, what to do; the code only behind "Details". */
export function FailureNote({ error }: { error: CallFailure | Failure | null | undefined }) {
  const text = useText();
  if (!error) return null;
  const failure = "failure" in error ? error.failure : error;
  const words = text.failure(failure);
  return (
    <div className="nb-note nb-note--bad" role="alert">
      <CircleAlert aria-hidden />
      <div>
        <p className="nb-note__what">{words.what}</p>
        <p>
          {words.safe} {words.todo}
        </p>
        <Details failure={failure} />
      </div>
    </div>
  );
}

/** The same as a list for a whole page. */
export function FailureWords({ failure }: { failure: Failure }) {
  const words = useText().failure(failure);
  return (
    <div className="nb-stack">
      <p className="nb-prose">{words.safe}</p>
      <p className="nb-prose">{words.todo}</p>
      <Details failure={failure} />
    </div>
  );
}
