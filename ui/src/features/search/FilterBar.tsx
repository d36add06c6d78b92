import { X } from "lucide-react";
import { type KeyboardEvent, memo } from "react";
import { Button } from "../../kit/Button";
import { DateField } from "../../kit/DateField";
import { lifeDomains } from "../../kit/life-domains";
import { Pick } from "../../kit/Pick";
import { Select } from "../../kit/Select";
import { useText } from "../../text/text";
import { active, type Chosen, kinds, periods, without } from "./filters";
import type { FilterLists } from "./use-filter-lists";

/**
 * What the hits are narrowed by: a field for each filter, and those that narrow as words to take away. Drawn anew
 * only when these change, not for each letter typed above it.
 */
export const FilterBar = memo(function FilterBar({
  chosen,
  lists,
  onChange,
  onLeave,
}: {
  chosen: Chosen;
  lists: FilterLists;
  onChange: (chosen: Chosen) => void;
  /** Escape: back to the words. */
  onLeave: () => void;
}) {
  const { t } = useText();
  const narrowing = active(chosen);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    event.preventDefault();
    onLeave();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would ask for a legend on the screen
    <div className="nb-filters" role="group" aria-label={t("search-filters")} onKeyDown={onKeyDown}>
      <div className="nb-filters__fields">
        <Select
          label={t("search-filter-by")}
          labelHidden
          placeholder={t("search-filter-by")}
          value={chosen.by ?? null}
          options={lists.colleagues}
          onChange={(by) => onChange({ ...chosen, by })}
        />
        <Pick
          label={t("search-filter-about")}
          labelHidden
          example={t("search-filter-about")}
          options={lists.about}
          value={chosen.about ?? null}
          onChange={(about) => onChange({ ...chosen, about })}
        />
        <Pick
          label={t("search-filter-place")}
          labelHidden
          example={t("search-filter-place")}
          options={lists.places}
          value={chosen.place ?? null}
          onChange={(place) => onChange({ ...chosen, place })}
        />
        <Select
          label={t("search-filter-period")}
          labelHidden
          placeholder={t("search-filter-period")}
          value={chosen.period ?? null}
          options={periods.map((value) => ({ value, label: t(`search-period-${value}`) }))}
          onChange={(period) => onChange({ ...chosen, period })}
        />
        <Select
          label={t("search-filter-kind")}
          labelHidden
          placeholder={t("search-filter-kind")}
          value={chosen.kind ?? null}
          options={kinds.map((value) => ({ value, label: t(`search-kind-${value}`) }))}
          onChange={(kind) => onChange({ ...chosen, kind })}
        />
        <Select
          label={t("search-filter-lifeDomain")}
          labelHidden
          placeholder={t("search-filter-lifeDomain")}
          value={chosen.lifeDomain ?? null}
          options={lifeDomains.map((value) => ({ value, label: t(`life-domain-${value}`) }))}
          onChange={(lifeDomain) => onChange({ ...chosen, lifeDomain })}
        />
        {chosen.period === "days" ? (
          <>
            <DateField
              label={t("search-from")}
              value={chosen.from ?? null}
              onChange={(from) => onChange({ ...chosen, from })}
            />
            <DateField
              label={t("search-until")}
              value={chosen.until ?? null}
              onChange={(until) => onChange({ ...chosen, until })}
            />
          </>
        ) : null}
      </div>
      {narrowing.length === 0 ? null : (
        <div className="nb-filters__active">
          {narrowing.map((name) => (
            <Button
              key={name}
              variant="secondary"
              icon={<X aria-hidden />}
              aria-label={t("search-clear-filter", { filter: lists.words(chosen, name) })}
              onPress={() => onChange(without(chosen, name))}
            >
              {lists.words(chosen, name)}
            </Button>
          ))}
          <Button variant="quiet" onPress={() => onChange({})}>
            {t("search-clear-filters")}
          </Button>
        </div>
      )}
    </div>
  );
});
