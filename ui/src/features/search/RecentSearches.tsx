import { History } from "lucide-react";
import type { RecentSearches as Recent } from "../../ipc/generated/RecentSearches";
import { Button } from "../../kit/Button";
import { CheckBox } from "../../kit/CheckBox";
import { useText } from "../../text/text";

/** The searches from which something was opened: to ask again, and to forget. They stay on this laptop. */
export function RecentSearches({
  id,
  recent,
  current,
  onAsk,
  onForget,
  onSwitch,
}: {
  id: string;
  recent: Recent;
  current: number;
  onAsk: (query: string) => void;
  onForget: (query: string | null) => void;
  onSwitch: (on: boolean) => void;
}) {
  const { t } = useText();
  const chosen = recent.searches[current];
  return (
    <div className="nb-recent">
      {recent.searches.length === 0 ? null : (
        <>
          <h2 id={`${id}-recent`} className="nb-hits__group">
            {t("search-recent")}
          </h2>
          <div id={`${id}-list`} role="listbox" aria-labelledby={`${id}-recent`}>
            {recent.searches.map((query, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys for its options
              <div
                key={query}
                id={`${id}-${index}`}
                className="nb-hit"
                role="option"
                tabIndex={-1}
                aria-selected={index === current}
                onClick={() => onAsk(query)}
              >
                <History aria-hidden />
                <span className="nb-hit__words">{query}</span>
              </div>
            ))}
          </div>
          <div className="nb-filters__active">
            {chosen === undefined ? null : (
              <Button variant="quiet" keys="Delete" onPress={() => onForget(chosen)}>
                {t("search-forget", { query: chosen })}
              </Button>
            )}
            <Button variant="quiet" onPress={() => onForget(null)}>
              {t("search-forget-all")}
            </Button>
          </div>
        </>
      )}
      <CheckBox isSelected={recent.on} onChange={onSwitch}>
        {t("search-recent-keep")}
      </CheckBox>
    </div>
  );
}
