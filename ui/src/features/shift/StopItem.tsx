import { MapPin, Pencil, Undo2 } from "lucide-react";
import { useState } from "react";
import { useCommand } from "../../ipc/answers";
import type { Difference } from "../../ipc/generated/Difference";
import type { Mood } from "../../ipc/generated/Mood";
import type { StopRow } from "../../ipc/generated/StopRow";
import { usePlaceName } from "../../ipc/place-names";
import { Differences } from "../../kit/Differences";
import { FailureNote } from "../../kit/FailureNote";
import { MoreMenu } from "../../kit/MoreMenu";
import { useAnnounce } from "../../kit/status";
import { TimelineRow } from "../../kit/TimelineRow";
import { useText } from "../../text/text";
import { moods } from "./moods";
import { StopDialog } from "./StopDialog";

const isMood = (word: string): word is Mood => moods.includes(word as Mood);

/** One stop in a shift's log: where, how many, what the mood was, and what was said. */
export function StopItem({ row }: { row: StopRow }) {
  const { t, when } = useText();
  const announce = useAnnounce();
  const edit = useCommand("edit_stop");
  const withdraw = useCommand("set_withdrawn");
  const [isOpen, setOpen] = useState(false);
  const place = row.placeName ?? t("stop-place-unknown");

  const takeBack = async () => {
    if ((await withdraw.run({ ids: [row.id], withdrawn: true })) === null) return;
    announce(t("stop-withdrawn"), { undo: () => void withdraw.run({ ids: [row.id], withdrawn: false }) });
  };
  const placeName = usePlaceName();
  const choose = (field: Difference["field"], value: string) => {
    const base = { id: row.id, version: row.version };
    // The difference holds the place's id, the edit wants its name: a place that is not here is not made anew.
    const name = field === "place" ? placeName(value) : value;
    if (name === undefined) return;
    const chosen =
      field === "at"
        ? { at: Number(value) }
        : field === "headCount"
          ? { headCount: value === "" ? null : Number(value) }
          : field === "mood"
            ? { mood: isMood(value) ? value : null }
            : { [field]: name };
    edit.mutate({ ...base, ...chosen }, { onSuccess: () => announce(t("status-saved")) });
  };
  const wording = (field: Difference["field"], value: string) =>
    field === "place"
      ? (placeName(value) ?? t("stop-place-unknown"))
      : field === "at"
        ? when.full(Number(value))
        : isMood(value)
          ? t(`mood-${value}`)
          : value;
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
      <FailureNote error={edit.error ?? withdraw.error} />
      <Differences
        differences={row.differences}
        wording={wording}
        onChoose={choose}
        isBusy={edit.isPending}
      />
      <StopDialog isOpen={isOpen} onClose={() => setOpen(false)} row={row} />
    </TimelineRow>
  );
}
