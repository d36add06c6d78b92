import { ArrowDown, ArrowUp, Pencil } from "lucide-react";
import type { ProposedLine } from "../../ipc/generated/ProposedLine";
import { Button } from "../../kit/Button";
import { useText } from "../../text/text";
import { isOwn } from "./draft";
import { PartMark } from "./PartMark";

/** What can be done with a line. */
export interface LineActions {
  strike: (key: string) => void;
  move: (key: string, by: -1 | 1) => void;
  edit: (key: string) => void;
}

/**
 * A line with a tick for "goes along". The buttons beside it are for a pointer: the keys on the tick do the
 * same, so that Tab does not have to pass three stops a line.
 */
export function LineRow({
  line,
  isFirst,
  isLast,
  isStop,
  actions,
}: {
  line: ProposedLine;
  isFirst: boolean;
  isLast: boolean;
  /** Tab stops at this one; the arrows go to the others. */
  isStop: boolean;
  actions: LineActions;
}) {
  const { t, when } = useText();
  return (
    <li className={line.struck ? "nb-line nb-line--struck" : "nb-line"} data-testid="handover-line">
      <label className="nb-line__label">
        <input
          type="checkbox"
          className="nb-line__tick"
          checked={!line.struck}
          onChange={() => actions.strike(line.key)}
          tabIndex={isStop ? 0 : -1}
          data-line={line.key}
        />
        <span className="nb-line__at">{line.at === null ? null : <time>{when.time(line.at)}</time>}</span>
        <span className="nb-line__words">
          <PartMark part={line.part} />
          <span className="nb-line__text">{line.text}</span>
          {line.struck ? <span className="nb-line__mark">{t("handover-struck")}</span> : null}
          {line.share === "waiting" ? (
            <span className="nb-line__mark">{t("handover-not-shared")}</span>
          ) : null}
        </span>
      </label>
      <span className="nb-line__actions">
        {isOwn(line) ? (
          <Button
            variant="quiet"
            excludeFromTabOrder
            aria-label={t("handover-edit-sentence")}
            icon={<Pencil aria-hidden />}
            onPress={() => actions.edit(line.key)}
          />
        ) : null}
        <Button
          variant="quiet"
          excludeFromTabOrder
          isDisabled={isFirst}
          aria-label={t("handover-up")}
          icon={<ArrowUp aria-hidden />}
          onPress={() => actions.move(line.key, -1)}
        />
        <Button
          variant="quiet"
          excludeFromTabOrder
          isDisabled={isLast}
          aria-label={t("handover-down")}
          icon={<ArrowDown aria-hidden />}
          onPress={() => actions.move(line.key, 1)}
        />
      </span>
    </li>
  );
}
