import type { Failure } from "../../ipc/generated/Failure";
import { Button } from "../../kit/Button";
import { FailureWords } from "../../kit/FailureNote";
import { Heading } from "../../kit/Heading";
import { Mark } from "../../kit/Mark";
import { useText } from "../../text/text";
import "./unlock.css";

/** Failures that leave nothing to do in the app: they get the whole page. */
export const wholePage: ReadonlySet<Failure["code"]> = new Set([
  "damaged",
  "newerVersion",
  "foreignFile",
  "inUse",
  "readOnly",
]);

/** A whole page: what happened, what is safe, what to do. */
export function VaultTrouble({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const text = useText();
  return (
    <main className="nb-unlock">
      <div className="nb-unlock__page nb-unlock__page--wide" role="alert">
        <Mark size={40} />
        <Heading className="nb-unlock__title">{text.failure(failure).what}</Heading>
        <FailureWords failure={failure} />
        <Button variant="primary" onPress={onRetry}>
          {text.t("action-retry")}
        </Button>
      </div>
    </main>
  );
}
