import { Fragment, type ReactNode } from "react";
import type { ContactMomentRow } from "../../ipc/generated/ContactMomentRow";
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

/** What happened in a shift, newest first, under the rounds in which it happened. */
export function ShiftLog({
  file,
  moment,
}: {
  file: ShiftFile;
  /** How a contact moment is shown: it belongs to another feature. */
  moment: (row: ContactMomentRow) => ReactNode;
}) {
  const { t } = useText();
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
            <Fragment key={item.id}>{item.type === "stop" ? <StopItem row={item} /> : moment(item)}</Fragment>
          ))}
        </ol>
      )}
    </section>
  ));
}
