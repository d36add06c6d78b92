import { memo } from "react";
import type { Hit } from "../../ipc/generated/Hit";
import type { SnippetPart } from "../../ipc/generated/SnippetPart";
import { hitIcons } from "../../kit/hits";
import { useText } from "../../text/text";

/** The order of the groups. */
const groups: Hit["type"][] = [
  "case",
  "person",
  "summary",
  "contactMoment",
  "action",
  "caseNote",
  "stop",
  "handover",
  "group",
  "place",
];

/** The hits in the order in which they are shown. */
export function inGroups(hits: Hit[]): Hit[] {
  return groups.flatMap((type) => hits.filter((hit) => hit.type === type));
}

function Marked({ parts }: { parts: SnippetPart[] }) {
  return parts.map((part, at) =>
    part.hit ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, in order
      <mark key={at}>{part.text}</mark>
    ) : (
      part.text
    ),
  );
}

const HitRow = memo(function HitRow({
  id,
  hit,
  isCurrent,
  now,
  onOpen,
}: {
  id: string;
  hit: Hit;
  isCurrent: boolean;
  now: number;
  onOpen: (hit: Hit) => void;
}) {
  const { t, when } = useText();
  const Icon = hitIcons[hit.type];
  // A name that is all there is to it is marked itself.
  const isName = hit.snippet.map((part) => part.text).join("") === hit.title;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys for its options
    <div
      id={id}
      className="nb-hit"
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      onClick={() => onOpen(hit)}
      data-testid="search-hit"
    >
      <Icon aria-hidden />
      <span className="nb-hit__words">
        <span className="nb-hit__title">
          <span>{isName ? <Marked parts={hit.snippet} /> : hit.title || t("cases-street")}</span>
          <span className="nb-meta">
            {hit.contactKind ? `${t(`kind-${hit.contactKind}`)} · ` : null}
            {hit.by ? `${hit.by} · ` : null}
            <time>{when.short(hit.at, now)}</time>
          </span>
        </span>
        {isName ? null : (
          <span className="nb-hit__snippet">
            <Marked parts={hit.snippet} />
          </span>
        )}
      </span>
    </div>
  );
});

/** What was found, grouped by what it is; the field above it says which one is current. */
export const HitList = memo(function HitList({
  id,
  hits,
  current,
  now,
  more,
  onOpen,
}: {
  id: string;
  hits: Hit[];
  current: number;
  now: number;
  /** Says that there are more hits than these. */
  more: string | null;
  onOpen: (hit: Hit) => void;
}) {
  const { t } = useText();
  const hidden = hits.length === 0;
  return (
    <div
      id={`${id}-list`}
      className="nb-hits"
      role="listbox"
      aria-label={t("search-results")}
      hidden={hidden}
      // A region that scrolls must be reachable; the options themselves follow the field's arrows.
      tabIndex={hidden ? undefined : 0}
      aria-activedescendant={hidden ? undefined : `${id}-${current}`}
    >
      {groups.map((type) => {
        const first = hits.findIndex((hit) => hit.type === type);
        if (first < 0) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options inside a listbox has no element of its own
          <div key={type} role="group" aria-labelledby={`${id}-${type}`}>
            <div id={`${id}-${type}`} className="nb-hits__group" role="presentation">
              {t(`search-group-${type}`)}
            </div>
            {hits.map((hit, index) =>
              hit.type === type ? (
                <HitRow
                  key={hit.id}
                  id={`${id}-${index}`}
                  hit={hit}
                  isCurrent={index === current}
                  now={now}
                  onOpen={onOpen}
                />
              ) : null,
            )}
          </div>
        );
      })}
      {more === null ? null : (
        <div className="nb-meta nb-hits__more" role="presentation">
          {more}
        </div>
      )}
    </div>
  );
});
