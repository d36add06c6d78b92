import { useAnswer } from "../../ipc/answers";
import type { Search } from "../../ipc/generated/Search";
import type { SearchFilters } from "../../ipc/generated/SearchFilters";
import { Button } from "../../kit/Button";
import { Empty } from "../../kit/Empty";
import { useText } from "../../text/text";
import { active, type Chosen, type FilterName, without } from "./filters";
import type { FilterLists } from "./use-filter-lists";

/** A button that takes one filter away, when that brings something. */
function WithoutFilter({
  question,
  filters,
  label,
  onPress,
}: {
  question: Search;
  filters: SearchFilters;
  label: string;
  onPress: () => void;
}) {
  const { t } = useText();
  const found = useAnswer("search", { ...question, filters, limit: 1 });
  const total = found.data?.total ?? 0;
  return total === 0 ? null : (
    <Button variant="secondary" onPress={onPress}>
      {t("search-without", { filter: label, count: total })}
    </Button>
  );
}

/** Nothing was found: says which filter hides what there is, and takes it away. */
export function NothingFound({
  question,
  chosen,
  lists,
  filtersOf,
  onChange,
}: {
  question: Search;
  chosen: Chosen;
  lists: FilterLists;
  filtersOf: (chosen: Chosen) => SearchFilters;
  onChange: (chosen: Chosen) => void;
}) {
  const { t } = useText();
  const narrowing: FilterName[] = active(chosen);
  const hasWords = question.query !== "";
  if (narrowing.length === 0) {
    return <Empty title={t("search-none-title")}>{t("search-none", { query: question.query })}</Empty>;
  }
  return (
    <Empty
      title={t("search-none-title")}
      action={
        <div className="nb-filters__active">
          {narrowing.map((name) => {
            const rest = without(chosen, name);
            return hasWords || active(rest).length > 0 ? (
              <WithoutFilter
                key={name}
                question={question}
                filters={filtersOf(rest)}
                label={lists.words(chosen, name)}
                onPress={() => onChange(rest)}
              />
            ) : null;
          })}
          <Button variant="quiet" onPress={() => onChange({})}>
            {t("search-clear-filters")}
          </Button>
        </div>
      }
    >
      {t("search-none-filtered", {
        filters: narrowing.map((name) => lists.words(chosen, name)).join(", "),
      })}
    </Empty>
  );
}
