import { MapPin, Pencil, Undo2 } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { StopRow } from "../../ipc/generated/StopRow";
import { Differences } from "../../kit/differences/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { MoreMenu } from "../../kit/MoreMenu";
import { useAnnounce } from "../../kit/status";
import { TimelineRow } from "../../kit/TimelineRow";
import { useText } from "../../text/text";
import { StopDialog } from "./StopDialog";

/** One stop in a shift's log: where, how many, what the mood was, and what was said. */
export function StopItem({ row }: { row: StopRow }) {
  const { t } = useText();
  const announce = useAnnounce();
  const withdraw = useCommand("set_withdrawn");
  const [isOpen, setOpen] = useState(false);
  const place = row.placeName ?? t("stop-place-unknown");

  const takeBack = async () => {
    if ((await withdraw.run({ ids: [row.id], withdrawn: true })) === null) return;
    announce(t("stop-withdrawn"), { undo: () => void withdraw.run({ ids: [row.id], withdrawn: false }) });
  };
  return (
    <TimelineRow
      id={row.id}
      at={row.at}
      share={row.share}
      edited={row.edited}
      kind={
        <>
          <MapPin aria-hidden />
          {place}
        </>
      }
      meta={[
        row.headCount === null ? null : t("stop-people", { count: row.headCount }),
        row.mood === null ? null : t(`mood-${row.mood}`),
        row.groupName,
        row.mine ? null : row.by,
      ]}
      action={
        <MoreMenu
          label={t("stop-more", { place })}
          actions={[
            {
              id: "edit",
              label: t("action-edit"),
              icon: <Pencil aria-hidden />,
              onAction: () => setOpen(true),
            },
            {
              id: "withdraw",
              label: t("action-withdraw"),
              icon: <Undo2 aria-hidden />,
              onAction: () => void takeBack(),
            },
          ]}
        />
      }
    >
      {row.topic ? <p className="nb-item__text">{row.topic}</p> : null}
      {row.agreement ? (
        <p className="nb-item__text">
          <span className="nb-muted">{t("stop-agreement")}:</span> {row.agreement}
        </p>
      ) : null}
      {row.nextStep ? (
        <p className="nb-item__text">
          <span className="nb-muted">{t("stop-nextStep")}:</span> {row.nextStep}
        </p>
      ) : null}
      <FailureNote error={withdraw.error} />
      <Differences differences={row.differences} />
      <StopDialog isOpen={isOpen} onClose={() => setOpen(false)} row={row} />
    </TimelineRow>
  );
}
