import { useMemo } from "react";
import { useAnswer } from "../../ipc/answers";
import type { Option } from "../../kit/Choice";
import type { PickOption } from "../../kit/picking";
import { useText } from "../../text/text";
import { type Chosen, type FilterName, personPrefix } from "./filters";

/** What can be chosen in the filters, and what is chosen in words. */
export interface FilterLists {
  colleagues: Option<string>[];
  about: PickOption[];
  places: PickOption[];
  /** What one filter narrows to: "wie: Bram". */
  words: (chosen: Chosen, name: FilterName) => string;
}

/** The team's colleagues, cases, persons without a case and places, to choose from. */
export function useFilterLists(): FilterLists {
  const { t, when } = useText();
  const team = useAnswer("read_team", {});
  const cases = useAnswer("list_cases", {});
  const persons = useAnswer("list_persons", {});
  const places = useAnswer("list_places", {});
  return useMemo(() => {
    const colleagues = (team.data?.colleagues ?? []).map(({ memberId, name }) => ({
      value: memberId,
      label: name,
    }));
    const about: PickOption[] = [
      ...(cases.data?.cases ?? []).map(({ id, name }) => ({ id, name })),
      ...(persons.data?.persons ?? []).map(({ id, nickname, placeName }) => ({
        id: `${personPrefix}${id}`,
        name: nickname,
        hint: placeName ?? t("search-kind-person"),
      })),
    ];
    const listed = (places.data?.places ?? []).map(({ id, name }) => ({ id, name }));
    const nameIn = (options: PickOption[], id: string) => options.find((each) => each.id === id)?.name ?? "";
    const day = (date: string) => when.day(new Date(`${date}T12:00`).getTime(), Date.now());
    const period = ({ period, from, until }: Chosen) => {
      if (period === undefined) return "";
      if (period !== "days") return t(`search-period-${period}`);
      return [
        from ? t("search-since", { day: day(from) }) : "",
        until ? t("search-to", { day: day(until) }) : "",
      ]
        .filter(Boolean)
        .join(" ");
    };
    const value = (chosen: Chosen, name: FilterName): string => {
      switch (name) {
        case "by":
          return colleagues.find((each) => each.value === chosen.by)?.label ?? "";
        case "about":
          return chosen.about && "id" in chosen.about ? nameIn(about, chosen.about.id) : "";
        case "place":
          if (!chosen.place) return "";
          return "id" in chosen.place ? nameIn(listed, chosen.place.id) : chosen.place.words;
        case "period":
          return period(chosen);
        case "kind":
          return chosen.kind ? t(`search-kind-${chosen.kind}`) : "";
        case "lifeDomain":
          return chosen.lifeDomain ? t(`life-domain-${chosen.lifeDomain}`) : "";
      }
    };
    return {
      colleagues,
      about,
      places: listed,
      words: (chosen, name) => `${t(`search-filter-${name}`)}: ${value(chosen, name)}`,
    };
  }, [team.data, cases.data, persons.data, places.data, t, when]);
}
