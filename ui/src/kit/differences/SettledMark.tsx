import { EqualNot, Undo2 } from "lucide-react";
import type { Difference } from "../../ipc/generated/Difference";
import type { DifferenceSettled } from "../../ipc/generated/DifferenceSettled";
import { useText } from "../../text/text";
import { Button } from "../Button";
import { FailureNote } from "../FailureNote";
import { useChoosing } from "./choosing";
import { useWording } from "./wording";

/** A quiet mark that stays: this value was chosen from several. It opens to what they were, and to the way back. */
export function SettledMark({ difference, settled }: { difference: Difference; settled: DifferenceSettled }) {
  const { t, when } = useText();
  const wording = useWording();
  const { undo, error, isBusy } = useChoosing();
  return (
    <details className="nb-settled" data-testid="settled">
      <summary className="nb-settled__mark">
        <EqualNot aria-hidden />
        {t("difference-settled", {
          field: t(`difference-field-${difference.field}`),
          name: settled.by,
        })}
      </summary>
      <ul className="nb-settled__versions">
        {difference.versions.map((version) => (
          <li key={`${version.by} ${version.at} ${version.value}`}>
            <span className="nb-settled__value">{wording(difference.field, version)}</span>
            <span className="nb-meta">
              {version.by}, <time>{when.full(version.at)}</time>
            </span>
          </li>
        ))}
      </ul>
      <p className="nb-meta">
        {t("difference-settled-at", { name: settled.by, when: when.full(settled.at) })}
      </p>
      <Button
        variant="quiet"
        icon={<Undo2 aria-hidden />}
        isDisabled={isBusy}
        onPress={() => void undo(difference)}
      >
        {t("difference-undo")}
      </Button>
      <FailureNote error={error} />
    </details>
  );
}
