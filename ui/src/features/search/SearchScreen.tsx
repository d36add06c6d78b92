import { BookOpenText, type LucideIcon, MessageCircle, NotebookPen, Search, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useId, useMemo, useState } from "react";
import { useAnswer } from "../../ipc/answers";
import type { Hit } from "../../ipc/generated/Hit";
import { Button } from "../../kit/Button";
import { Empty } from "../../kit/Empty";
import { FailureNote } from "../../kit/FailureNote";
import { usePaused } from "../../kit/paused";
import { useText } from "../../text/text";
import "./search.css";
import { useSearchWords } from "./words";

const pause = 60;
const most = 100;

const groups: Hit["type"][] = ["case", "summary", "contactMoment", "caseNote"];
const icons: Record<Hit["type"], LucideIcon> = {
  case: BookOpenText,
  summary: BookOpenText,
  contactMoment: MessageCircle,
  caseNote: NotebookPen,
};

/** Search as you type over everything one may read; arrows choose, Enter opens. */
export function SearchScreen({
  inputRef,
  onOpen,
  now,
}: {
  inputRef: RefObject<HTMLInputElement | null>;
  onOpen: (hit: Hit) => void;
  now: number;
}) {
  const { t, when } = useText();
  const id = useId();
  const [query, setQuery] = useSearchWords();
  const asked = usePaused(query.trim(), pause);
  const found = useAnswer("search", { query: asked, limit: most }, { enabled: asked !== "", keep: true });
  const [active, setActive] = useState(0);
  const isEmpty = query.trim() === "";

  const hits = useMemo(() => {
    const all = found.data?.hits ?? [];
    return groups.flatMap((type) => all.filter((hit) => hit.type === type));
  }, [found.data]);
  const shown = isEmpty ? [] : hits;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new question starts at its first hit
  useEffect(() => setActive(0), [asked]);
  const current = Math.min(active, Math.max(0, shown.length - 1));
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView?.({ block: "nearest" });
  }, [current, id]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1;
    const moves: Record<string, number> = {
      ArrowDown: Math.min(last, current + 1),
      ArrowUp: Math.max(0, current - 1),
      PageDown: Math.min(last, current + 8),
      PageUp: Math.max(0, current - 8),
    };
    const next = moves[event.key];
    if (next !== undefined && last >= 0) {
      event.preventDefault();
      setActive(next);
    } else if (event.key === "Enter") {
      const hit = shown[current];
      if (hit) onOpen(hit);
    } else if (event.key === "Escape" && query !== "") {
      event.preventDefault();
      setQuery("");
    }
  };
  const total = found.data?.total ?? 0;
  let place = -1;
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
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? `${id}-${current}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          placeholder={t("search-example")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
          data-testid="search-field"
        />
        {isEmpty ? null : (
          <Button
            variant="quiet"
            aria-label={t("capture-clear")}
            icon={<X aria-hidden />}
            onPress={() => {
              setQuery("");
              inputRef.current?.focus();
            }}
          />
        )}
      </div>
      <p className="nb-meta nb-search__count">
        <span role="status">{isEmpty || !found.data ? "" : t("search-count", { count: total })}</span>
        {shown.length > 0 ? <span>{t("search-keys")}</span> : null}
      </p>
      <FailureNote error={isEmpty ? null : found.error} />
      {isEmpty ? <Empty title={t("search-start-title")}>{t("search-start")}</Empty> : null}
      {!isEmpty && found.data && shown.length === 0 ? (
        <Empty title={t("search-none-title")}>{t("search-none", { query: asked })}</Empty>
      ) : null}
      <div
        id={`${id}-list`}
        className="nb-hits"
        role="listbox"
        aria-label={t("search-results")}
        hidden={shown.length === 0}
        // A region that scrolls must be reachable; the options themselves follow the field's arrows.
        tabIndex={shown.length === 0 ? undefined : 0}
        onKeyDown={onKeyDown}
        aria-activedescendant={shown.length > 0 ? `${id}-${current}` : undefined}
      >
        {groups.map((type) => {
          const inGroup = shown.filter((hit) => hit.type === type);
          if (inGroup.length === 0) return null;
          const Icon = icons[type];
          return (
            // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
            <div key={type} role="group" aria-labelledby={`${id}-${type}`}>
              <div id={`${id}-${type}`} className="nb-hits__group" role="presentation">
                {t(`search-group-${type}`)}
              </div>
              {inGroup.map((hit) => {
                place += 1;
                const index = place;
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys for its options
                  <div
                    key={`${hit.type}:${hit.id}`}
                    id={`${id}-${index}`}
                    className="nb-hit"
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === current}
                    onClick={() => onOpen(hit)}
                    data-testid="search-hit"
                  >
                    <Icon aria-hidden />
                    <span className="nb-hit__words">
                      <span className="nb-hit__title">
                        {hit.title || t("cases-street")}
                        {hit.at === null ? null : <time className="nb-meta">{when.short(hit.at, now)}</time>}
                      </span>
                      {hit.type === "case" &&
                      hit.snippet.map((part) => part.text).join("") === hit.title ? null : (
                        <span className="nb-hit__snippet">
                          {hit.snippet.map((part, at) =>
                            part.hit ? (
                              // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in order
                              <mark key={at}>{part.text}</mark>
                            ) : (
                              part.text
                            ),
                          )}
                        </span>
                      )}
                    </span>
                  </div>
                );
              })}
            </div>
          );
        })}
        {total > shown.length && shown.length > 0 ? (
          <div className="nb-meta nb-hits__more" role="presentation">
            {t("search-shown", { shown: shown.length, total })}
          </div>
        ) : null}
      </div>
    </div>
  );
}
