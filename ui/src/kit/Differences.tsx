import { EqualNot } from "lucide-react";
import type { Difference } from "../ipc/generated/Difference";
import { useText } from "../text/text";
import { Button } from "./Button";
import "./differences.css";

/** Both versions of a field that two people set at the same time, where the field is. Nothing is lost until someone chooses. */
export function Differences({
  differences,
  wording,
  onChoose,
  isBusy = false,
}: {
  differences: Difference[];
  /** How a stored value reads: a kind or a time has its own words. */
  wording?: (field: Difference["field"], value: string) => string;
  onChoose: (field: Difference["field"], value: string) => void;
  isBusy?: boolean;
}) {
  const { t, when } = useText();
  return differences.map((difference) => (
    <section
      key={difference.field}
      className="nb-difference"
      aria-label={t(`difference-title-${difference.field}`)}
      data-testid="difference"
    >
      <h4 className="nb-difference__title">
        <EqualNot aria-hidden />
        {t(`difference-title-${difference.field}`)}
      </h4>
      <p className="nb-muted">{t("difference-explain")}</p>
      <ul className="nb-difference__versions">
        {difference.versions.map((version) => (
          <li key={`${version.by} ${version.at} ${version.value}`} className="nb-difference__version">
            <p className="nb-difference__value">
              {(wording?.(difference.field, version.value) ?? version.value) || t("difference-empty")}
            </p>
            <div className="nb-difference__who">
              <p className="nb-meta">
                {version.by}, <time>{when.full(version.at)}</time>
                {version.chosen ? ` · ${t("difference-shown")}` : ""}
              </p>
              <Button
                isDisabled={isBusy}
                aria-label={t("difference-choose-of", { name: version.by })}
                onPress={() => onChoose(difference.field, version.value)}
              >
                {t("difference-choose")}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  ));
}
