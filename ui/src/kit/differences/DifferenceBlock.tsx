import { EqualNot } from "lucide-react";
import { useState } from "react";
import type { Difference } from "../../ipc/generated/Difference";
import { useText } from "../../text/text";
import { Button } from "../Button";
import { FailureNote } from "../FailureNote";
import { useChoosing } from "./choosing";
import { bothOf, isProse, OwnVersion } from "./OwnVersion";
import { useWording } from "./wording";

/** Both versions of a field that two people set at the same time, where the field is. Nothing is lost until someone chooses. */
export function DifferenceBlock({ difference }: { difference: Difference }) {
  const { t, when } = useText();
  const wording = useWording();
  const { choose, error, isBusy } = useChoosing();
  const [isWriting, setWriting] = useState(false);
  const isReturned = difference.field === "withdrawn";
  return (
    <section
      className="nb-difference"
      aria-label={t(`difference-title-${difference.field}`)}
      data-testid="difference"
    >
      <h4 className="nb-difference__title">
        <EqualNot aria-hidden />
        {t(`difference-title-${difference.field}`)}
      </h4>
      <p className="nb-muted">{t(isReturned ? "difference-explain-returned" : "difference-explain")}</p>
      <ul className="nb-difference__versions">
        {difference.versions.map((version, position) => (
          <li key={`${version.by} ${version.at} ${version.value}`} className="nb-difference__version">
            <p className="nb-difference__value">{wording(difference.field, version)}</p>
            <div className="nb-difference__who">
              <p className="nb-meta">
                {version.by}, <time>{when.full(version.at)}</time>
                {version.chosen && !isReturned ? ` · ${t("difference-shown")}` : ""}
              </p>
              <Button
                isDisabled={isBusy}
                aria-label={t("difference-choose-of", { name: version.by })}
                onPress={() => void choose(difference, { value: position })}
              >
                {isReturned
                  ? t(version.value === "true" ? "difference-take-back" : "difference-leave")
                  : t("difference-choose")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {isWriting ? (
        <OwnVersion
          difference={difference}
          isBusy={isBusy}
          onSave={(words) =>
            void choose(difference, { words }).then((saved) => {
              if (saved) setWriting(false);
            })
          }
          onClose={() => setWriting(false)}
        />
      ) : difference.takesWords ? (
        <div className="nb-row">
          {isProse(difference.field) ? (
            <Button
              variant="quiet"
              isDisabled={isBusy}
              onPress={() => void choose(difference, { words: bothOf(difference) })}
            >
              {t("difference-keep-both")}
            </Button>
          ) : null}
          <Button variant="quiet" isDisabled={isBusy} onPress={() => setWriting(true)}>
            {t("difference-own")}
          </Button>
        </div>
      ) : null}
      <FailureNote error={error} />
    </section>
  );
}
