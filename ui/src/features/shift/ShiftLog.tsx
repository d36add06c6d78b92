import { Fragment, type ReactNode } from "react";
import type { ActionRow } from "../../ipc/generated/ActionRow";
import type { ContactMomentRow } from "../../ipc/generated/ContactMomentRow";
import type { LogItem } from "../../ipc/generated/LogItem";
import type { ShiftFile } from "../../ipc/generated/ShiftFile";
import { Empty } from "../../kit/Empty";
import { useText } from "../../text/text";
import { type Stretch, stretches } from "./log";
import { StopItem } from "./StopItem";
import "../../kit/timeline.css";

function Title({ stretch: { round, nth } }: { stretch: Stretch }) {
  const { t, when } = useText();
  if (round === null) return t("shift-outside-rounds");
  return round.endedAt === null
    ? t("round-running", { nth, from: when.time(round.at) })
    : t("round-ended", { nth, from: when.time(round.at), until: when.time(round.endedAt) });
}

/** How what belongs to other features is shown. */
export interface LogParts {
  moment: (row: ContactMomentRow) => ReactNode;
  action: (row: ActionRow) => ReactNode;
}

/** What happened in a shift, newest first, under the rounds in which it happened. */
export function ShiftLog({ file, parts }: { file: ShiftFile; parts: LogParts }) {
  const { t } = useText();
  const shown = (item: LogItem) => {
    if (item.type === "stop") return <StopItem row={item} />;
    return item.type === "contactMoment" ? parts.moment(item) : parts.action(item);
  };
  const found = stretches(file);
  if (found.length === 0)
    return <Empty>{t(file.shift.endedAt === null ? "shift-empty" : "shift-empty-ended")}</Empty>;
  return found.map((stretch) => (
    <section key={stretch.key} className="nb-day">
      <h3 className="nb-day__title">
        <Title stretch={stretch} />
      </h3>
      {stretch.items.length === 0 ? (
        <p className="nb-muted nb-shift__nothing">{t("round-empty")}</p>
      ) : (
        <ol>
          {stretch.items.map((item) => (
            <Fragment key={item.id}>{shown(item)}</Fragment>
          ))}
        </ol>
      )}
    </section>
  ));
}
