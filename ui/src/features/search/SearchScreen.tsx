import { Search, X } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useState,
} from "react";
import { useAnswer, useCommand } from "../../ipc/answers";
import type { Hit } from "../../ipc/generated/Hit";
import type { Search as Question } from "../../ipc/generated/Search";
import { Button } from "../../kit/Button";
import { Empty } from "../../kit/Empty";
import { FailureNote } from "../../kit/FailureNote";
import { usePaused } from "../../kit/paused";
import { useText } from "../../text/text";
import { FilterBar } from "./FilterBar";
import { active, asked, type Chosen, useChosen } from "./filters";
import { HitList, inGroups } from "./HitList";
import { NothingFound } from "./NothingFound";
import { RecentSearches } from "./RecentSearches";
import "./search.css";
import { useFilterLists } from "./use-filter-lists";
import { most, useFound } from "./use-found";
import { useSearchWords } from "./words";

const pause = 60;
const page = 8;
const noHits: Hit[] = [];
const noSearches: string[] = [];

/** Search as you type over everything one may read, narrowed by filters; arrows choose, Enter opens. */
export function SearchScreen({
  inputRef,
  onOpen,
  now,
  menu,
}: {
  inputRef: RefObject<HTMLInputElement | null>;
  onOpen: (hit: Hit) => void;
  now: number;
  /** What else can be done with everything that is found. */
  menu: (question: Question) => ReactNode;
}) {
  const { t } = useText();
  const id = useId();
  const [words, keepWords] = useSearchWords();
  const [chosen, keepChosen] = useChosen();
  const [place, setPlace] = useState(0);
  // A new question starts at its first hit.
  const setWords = (next: string) => {
    keepWords(next);
    setPlace(0);
  };
  const setChosen = useCallback(
    (next: Chosen) => {
      keepChosen(next);
      setPlace(0);
    },
    [keepChosen],
  );
  const lists = useFilterLists();
  const paused = usePaused(words.trim(), pause);
  const filtersOf = useCallback(
    (some: Chosen) => asked(some, now, (place) => lists.places.find((each) => each.id === place)?.name),
    [now, lists.places],
  );
  const isNarrowed = active(chosen).length > 0;
  const wanted = useMemo(
    () => (paused === "" && !isNarrowed ? null : { query: paused, filters: filtersOf(chosen), limit: most }),
    [paused, isNarrowed, filtersOf, chosen],
  );
  const { question, found } = useFound(wanted);
  const isEmpty = words.trim() === "" && !isNarrowed;
  // The rows may come a moment later than the letters.
  const answer = useDeferredValue(found.data);
  const hits = useMemo(() => (isEmpty ? noHits : inGroups(answer?.hits ?? noHits)), [isEmpty, answer]);

  const recent = useAnswer("read_recent_searches", {});
  const keep = useCommand("keep_search");
  const forget = useCommand("forget_searches");
  const setRecent = useCommand("set_recent_searches");
  const searches = isEmpty ? (recent.data?.searches ?? noSearches) : noSearches;

  const last = Math.max(hits.length, searches.length) - 1;
  const current = Math.min(place, Math.max(0, last));
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView?.({ block: "nearest" });
  }, [current, id]);

  const toWords = useCallback(() => inputRef.current?.focus(), [inputRef]);
  const query = words.trim();
  const keepSearch = keep.run;
  const open = useCallback(
    (hit: Hit) => {
      if (query !== "") void keepSearch({ query });
      onOpen(hit);
    },
    [keepSearch, onOpen, query],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: Math.min(last, current + 1),
      ArrowUp: Math.max(0, current - 1),
      PageDown: Math.min(last, current + page),
      PageUp: Math.max(0, current - page),
    };
    const next = moves[event.key];
    const hit = hits[current];
    const search = searches[current];
    if (next !== undefined && last >= 0) {
      event.preventDefault();
      setPlace(next);
    } else if (event.key === "Enter" && hit) {
      open(hit);
    } else if (event.key === "Enter" && search !== undefined) {
      setWords(search);
    } else if (event.key === "Delete" && search !== undefined) {
      event.preventDefault();
      void forget.run({ query: search });
    } else if (event.key === "Escape" && (words !== "" || isNarrowed)) {
      event.preventDefault();
      if (words !== "") setWords("");
      else setChosen({});
    }
  };
  const total = answer?.total ?? 0;
  const isMore = answer?.more ?? false;
  const count = t(isMore ? "search-count-more" : "search-count", { count: total });
  const more =
    total > hits.length || isMore
      ? t(isMore ? "search-shown-more" : "search-shown", { shown: hits.length, total })
      : null;
  return (
    <div className="nb-search">
      <div className="nb-search__field">
        <Search aria-hidden />
        <input
          ref={inputRef}
          className="nb-input"
          type="text"
          role="combobox"
          aria-label={t("search-field")}
          aria-expanded={last >= 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={last >= 0 ? `${id}-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t("search-example")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
          data-testid="search-field"
        />
        {words === "" ? null : (
          <Button
            variant="quiet"
            aria-label={t("capture-clear")}
            icon={<X aria-hidden />}
            onPress={() => {
              setWords("");
              toWords();
            }}
          />
        )}
      </div>
      <FilterBar chosen={chosen} lists={lists} onChange={setChosen} onLeave={toWords} />
      <p className="nb-meta nb-search__count">
        <span role="status">{isEmpty || !answer ? "" : count}</span>
        {last >= 0 ? <span>{t("search-keys")}</span> : null}
        {question && hits.length > 0 ? menu(question) : null}
      </p>
      <FailureNote error={isEmpty ? null : found.error} />
      {isEmpty && searches.length === 0 ? (
        <Empty title={t("search-start-title")}>{t("search-start")}</Empty>
      ) : null}
      {isEmpty && recent.data ? (
        <RecentSearches
          id={id}
          recent={recent.data}
          current={current}
          onAsk={setWords}
          onForget={(search) => {
            void forget.run({ query: search });
            toWords();
          }}
          onSwitch={(on) => void setRecent.run({ on })}
        />
      ) : null}
      {!isEmpty && question && found.data && found.data.hits.length === 0 ? (
        <NothingFound
          question={question}
          chosen={chosen}
          lists={lists}
          filtersOf={filtersOf}
          onChange={setChosen}
        />
      ) : null}
      {searches.length > 0 ? null : (
        // biome-ignore lint/a11y/noStaticElementInteractions: keys pressed in the list come up to here, so that its rows stay as they are while one types
        <div className="nb-search__hits" onKeyDown={onKeyDown}>
          <HitList
            id={id}
            hits={hits}
            current={current}
            now={now}
            more={hits.length === 0 ? null : more}
            onOpen={open}
          />
        </div>
      )}
    </div>
  );
}
